/** The sentences of Settings › Home. */
export const homeSettings = {
  title: "Home",
  detail: "Replies and rebarks",
  shows: "What Home shows",
  replies: "Replies",
  repliesDetail: "Replies to you, and threads, are always shown",
  choices: { all: "All", followed: "To people I follow", none: "None" },
  rebarks: "Rebarks",
  rebarksDetail: "Barks of others that people you follow pass on",
};
