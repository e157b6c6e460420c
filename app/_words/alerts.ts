import { plural } from "./plural";

/** The sentences of Alerts. */
export const alerts = {
  unread: "unread",
  theyFollowYouNow: "They follow you now",
  declined: "Declined",
  accept: "Accept",
  acceptNamed: (name: string) => `Accept ${name}`,
  decline: "Decline",
  declineNamed: (name: string) => `Decline ${name}`,
  seeWhatChanged: "See what changed",
  openThisBark: "Open this bark",
  alerts: "Alerts",
  alertSettings: "Alert settings",
  nothingYet: "Nothing yet",
  whenSomebodyAnswersLikesOr: "When somebody answers, likes or follows you, you find it here.",
  lookAroundTown: "Look around the town",
  filtered: "Filtered",
  nobodyWaitsHere: "Nobody here",
  aboutFiltered: "People whose alerts your settings filter are listed here.",
  filteredPeople: "Filtered alerts",
  letIn: "Allow",
  letInNamed: (name: string) => `Allow alerts from ${name}`,
  dismiss: "Dismiss",
  dismissNamed: (name: string) => `Dismiss ${name}`,
  peopleYouMayNotKnow: (count: number) =>
    plural(count, { one: "One person you may not know", other: "# people you may not know" }),
  all: "All",
  replies: "Replies",
  people: "People",
  whichAlerts: "Which alerts",
};
