/** A forgotten password. */
export const recovery = {
  forgot: "Forgot your password?",
  title: "A new password",
  lead: "Enter your handle or e-mail. We send you a link to set a new password.",
  send: "Send the link",
  sentTitle: "Look into your mail",
  sent: "If there is an account with that handle or address, a link is on its way to its e-mail address. It works for an hour. If nothing comes, look into the folder for spam.",
  noMail:
    "This town cannot send e-mail. Ask the people who run it for a link to a new password: they make one with “bin/barker password” and your handle.",
  contact: "Write to {address}.",
  newTitle: "Set a new password",
  newLead: "You will be signed out on all devices.",
  set: "Set the password",
  isSet: "Your new password is set",
  nowSignIn: "You can sign in with it now.",
  noLink: "This page needs the link from the mail. Please open it again, or ask for a new one.",
  askAgain: "Ask for a new link",
  back: "Back to signing in",
} as const;
