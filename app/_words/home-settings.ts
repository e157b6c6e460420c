/** The sentences of Settings › Home. */
export const homeSettings = {
  title: "Home",
  detail: "Replies and rebarks",
  shows: "What Home shows",
  replies: "Replies",
  repliesDetail: "To whom. Replies to you, and threads, are always shown",
  choices: { all: "All", followed: "People I follow", none: "None" },
  rebarks: "Rebarks",
  rebarksDetail: "Barks that people you follow rebark",
};
