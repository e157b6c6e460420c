/** The page that asks whether an app may use an account. */
export const authorizing = {
  title: "Let an app in",
  failed: "That did not work",
  toBarker: "Go to Barker",
  faults: {
    client: "Barker does not know this app. It may be registered elsewhere. Start signing in again in the app.",
    redirect: "This app wants the answer sent to an address that it did not register, so Barker stops here.",
    response_type: "This app asks in a way that Barker does not support.",
    scope: "This app asks for more than it registered for.",
    challenge: "This app’s proof is not valid. Start signing in again in the app.",
  },
  question: "Let {app} use your account?",
  notYou: "Not you?",
  able: "It will be able to",
  promise: "It never learns your password. You can end its access in Settings at any time.",
  makers: (host: string) => `Its makers say it lives at ${host}.`,
  no: "No",
  yes: "Let it in",
  oneMore: "One more step",
  staysOut: "{app} stays out",
  copy: "Copy this code into {app}. It works once, for ten minutes.",
  unchanged: "Nothing was changed. You can close this page.",
} as const;

/** What every page has. */
export const everyPage = {
  description:
    "The town square in your pocket: a calm little microblog that knows who is near you and who is close to you.",
  skip: "Skip to content",
} as const;
