/** The page that is shown when there is no connection. */
export const offline = {
  pageTitle: "Offline",
  title: "You are offline",
  sentence: "This page needs a connection. What you wrote is kept on this device.",
  again: "Try again",
  kept: "You can read these pages now",
};
