/** Alerts that reach a device while Barker is closed. */
export const push = {
  label: "Push notifications",
  types: {
    message: { title: "Messages", detail: "Somebody writes to you" },
    mention: { title: "Replies and mentions", detail: "Somebody answers you or names you" },
    quote: { title: "Quotes", detail: "Somebody quotes a bark of yours" },
    favourite: { title: "Likes", detail: "Somebody likes a bark of yours" },
    emoji_reaction: { title: "Reactions", detail: "Somebody reacts to a bark of yours with an emoji" },
    reblog: { title: "Rebarks", detail: "Somebody rebarks a bark of yours" },
    follow: { title: "Follows", detail: "Somebody follows you" },
    follow_request: { title: "Requests to follow", detail: "Somebody asks, if you approve your followers" },
    poll: { title: "Polls", detail: "A poll ends that is yours, or in which you voted" },
    update: { title: "Edits", detail: "A bark changes that you liked, rebarked, quoted or answered" },
    status: { title: "Barks of chosen people", detail: "Somebody barks whose alerts you turned on in their profile" },
  },
  question: "Get alerts when Barker is closed?",
  detail: "You choose which ones, and when it stays quiet.",
  accept: "Turn on",
  later: "Not now",
  on: "Alerts are on for this device",
  noService: "Your browser’s push service does not respond. Please try again later.",
};
