/** Mails: the pages that their links open, and what the settings say of them. */
export const mails = {
  confirmTitle: "Your e-mail address",
  confirming: "One moment …",
  noLink: "This page needs the link from the mail. Please open it again.",
  goOn: "Go to Barker",
  weekly: "The weekly mail",
  weeklyDetail: "What people you follow said, and how many alerts wait",
  ending: "One moment …",
  ended: "You get no more weekly mails.",
  title: "Mails",
  isConfirmed: "Your address is confirmed.",
  entered: "Your address is confirmed, and you are in. Sign in with your password.",
  unconfirmed: (email: string) =>
    `${email} is not confirmed yet. It is confirmed when you open the link in a mail that is sent there. If you find none, have it sent.`,
  changing: (email: string) => `${email} becomes your address when you open the link in the mail that was sent there.`,
  sent: (email: string) => `A mail with a link is on its way to ${email}. Open the link to confirm the address.`,
  send: "Send the mail",
  again: "Send it again",
  sentAgain: "The mail is on its way",
  cannot: "This town cannot send e-mail, so your address cannot be confirmed. Everything else works.",
  waits: "Open the link that was sent to the new address",
} as const;
