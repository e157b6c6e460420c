import { shared } from "@/app/_words/shared";

/** The sentences of feeds and of Home. */
export const feed = {
  missing: "Some barks are missing here.",
  fetching: "Loading them…",
  showMissing: "Show them",
  notLoaded: "Older barks did not load",
  placeKept: (why: string) => `${why} Your place is kept.`,
  tryAgain: "Try again",
  end: "That is all.",
  firstBark: "That is the first bark. You have read it all.",

  home: "Home",
  homeLabel: "Barks from people you follow",
  empty: shared.nothingYet,
  emptyWhy: "The people you follow have not barked yet.",
  lookAround: shared.lookAround,
  begun: "Your town has just begun",
  begunWhy: "Nobody is here yet whom you could follow. Bark the first thing, and ask people to come.",
  invite: "Invite people",
  popularNow: shared.popular,
  seeAll: "See all",

  share: "Share",
};
