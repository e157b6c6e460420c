import { plural } from "@/app/_words/plural";

/** Two-factor sign-in: the settings, signing in, and what staff read who need it. */
export const twoFactor = {
  title: "Two-factor sign-in",
  about:
    "Signing in with your password then needs six digits as well, which an app on your phone shows. Whoever learns your password cannot sign in with it alone. A passkey needs no digits.",
  noPassword: "Your account has no password, so there is nothing to add to it.",
  turnOn: "Turn on",
  onSince: "It is on since {when}.",
  codesLeft: (count: number) =>
    plural(count, { one: "You have # recovery code left.", other: "You have # recovery codes left." }),
  fewCodes: "Make new ones before they run out.",
  newCodes: "New recovery codes",
  turnOff: "Turn off",
  demanded: "People who run this town need it, so it stays on.",
  turnedOff: "Two-factor sign-in is off",

  enrolTitle: "Turn on two-factor sign-in",
  scan: "Scan this with an authenticator app, such as the one that keeps your passwords.",
  picture: "QR code for an authenticator app",
  orType: "Or type this into the app:",
  copySecret: "Copy it",
  digits: "Six digits that the app shows",
  confirm: "Turn it on",

  codesTitle: "Your recovery codes",
  codesAbout:
    "If you lose your phone, each of these works once in place of the digits. Keep them where you find them without it. They are not shown again.",
  copyCodes: "Copy",
  download: "Download",
  file: "barker-recovery-codes.txt",
  fileHead: (handle: string) => `Recovery codes of @${handle}. Each works once.`,
  kept: "I have kept them",

  askTitle: { codes: "New recovery codes", off: "Turn off two-factor sign-in" },
  askAbout: {
    codes: "The old ones stop working.",
    off: "After that, your password is enough to sign in.",
  },
  code: "Six digits, or a recovery code",
  go: { codes: "Make new ones", off: "Turn it off" },

  stepTitle: "One more step",
  stepDigits: "Open your authenticator app and type the six digits that it shows for this town.",
  stepRecovery: "Type one of the recovery codes that you kept. It works once.",
  digitsOnly: "Six digits",
  recoveryCode: "Recovery code",
  toRecovery: "Use a recovery code",
  toDigits: "Use the digits of the app",
  lost: "If you have lost both, ask the people who run this town.",
  wrong: "This code is not right, or was used already. Wait for the next one.",
  tooMany: "Too many wrong codes. Please wait an hour, then try again.",

  firstTitle: "Turn on two-factor sign-in first",
  first:
    "Whoever runs this town sees reports and e-mail addresses. That is why a password alone is not enough for the town hall.",
  again: "It is on, but you signed in here before. Sign out, and sign in again with your code or your passkey.",
  passkey: "You have a passkey: sign out, and sign in again with it. Or turn on two-factor sign-in.",
  toSettings: "Open the settings",
  toTownHall: "Open the town hall",

  demand: "Staff need two-factor sign-in",
  demandDetail: "Without it, they cannot open the town hall",
  lacking: "No second factor yet",
  saved: "Saved",
};
