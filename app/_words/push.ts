/** Alerts that reach a device while Barker is closed. */
export const push = {
  label: "Push notifications",
  question: "Get alerts when Barker is closed?",
  detail: "You choose which ones, and when it stays quiet.",
  accept: "Turn on",
  later: "Not now",
  on: "Alerts are on for this device",
  noService: "Your browser’s push service does not respond. Please try again later.",
};
