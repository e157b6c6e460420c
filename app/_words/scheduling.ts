/** The sentences of scheduled barks. */
export const scheduling = {
  title: "Scheduled",
  schedule: "Schedule",
  sendAt: "Send at",
  sendNowInstead: "Send without a time",
  scheduled: "Scheduled. You find it beside your drafts.",
  notScheduled: (why: string) => `Not scheduled. It is in your drafts. ${why}`,
  notSent: (why: string) => `It was not sent at its time. ${why}`,
  edit: "Edit",
  cancel: "Cancel",
  sendNow: "Bark now",
  cancelled: "Cancelled",
  sent: "Barked",
  withPoll: "With a poll",
  drafts: "Drafts",
} as const;
