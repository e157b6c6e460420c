const done = {
  none: "You were warned",
  disable: "Your account was closed",
  mark_statuses_as_sensitive: "A bark of yours was covered",
  delete_statuses: "A bark of yours was taken down",
  sensitive: "Your pictures are covered",
  silence: "Your account was limited",
  suspend: "Your account was suspended",
};

/** What people are told of measures of the staff against them, and how they appeal. */
export const strikes = {
  title: "Your standing",
  detail: "What the people who run this town told you",
  fine: "All is well",
  fineSentence: "Nobody who runs this town had to tell you anything.",
  done,
  noReason: "They gave no further reason.",
  yourBarks: "It is about",
  picturesOnly: "A bark without words",
  lifted: "Lifted {when}",
  appeal: "Appeal",
  appealHelp:
    "Say why you think this is wrong. You can do it once, until {when}. Somebody who runs this town reads it.",
  appealLabel: "Your appeal",
  sendAppeal: "Send appeal",
  sent: "Sent. The answer will be here.",
  states: {
    pending: "Your appeal waits for an answer.",
    approved: "Your appeal was approved.",
    rejected: "Your appeal was rejected.",
  },
  youWrote: "You wrote",
  theyAnswered: "The answer",
  alert: "The people who run this town have something to tell you",
  read: "Read it",
  closedTitle: "You cannot sign in",
  closedLead: "The people who run this town closed your account. Here is why.",
  closedNothing: "They left no message.",
  toStart: "To the start page",
};
