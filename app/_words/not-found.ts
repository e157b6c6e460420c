import { shared } from "@/app/_words/shared";

/** Pages that do not exist. */
export const notFoundWords = {
  page: {
    title: "Nobody barks here",
    sentence: "There may be a slip in the address, or the page has moved. Hare looked everywhere.",
  },
  person: {
    title: "Nobody has this name here",
    sentence: "There may be a slip in the handle, or the person has left.",
  },
  bark: {
    title: "This bark is not here",
    sentence: "It may have been deleted, or there is a slip in the address.",
  },
  pack: {
    title: "This starter pack is not here",
    sentence: "Whoever made it may have deleted it, or there is a slip in the address.",
  },
  home: "Go home",
  search: "Search",
  waysOn: "Ways on",
  popular: shared.popular,
  popularDetail: "What the town talks about",
  people: "People to follow",
  peopleDetail: "Each with a reason",
  town: "The town",
  townDetail: "The newest barks of everybody",
} as const;
