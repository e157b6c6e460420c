import { plural } from "@/app/_words/plural";

/** What search says: its field, suggestions, tabs and results. */
export const search = {
  title: "Search",
  titleOf: (q: string) => `${q} · Search`,
  found: "Results for {q}",
  field: "Search Barker",
  placeholder: "People, topics, barks",
  clear: "Clear the field",
  inProfile: (handle: string) => `Search barks by @${handle}`,
  inBookmarks: "Search your bookmarks",

  tabs: { top: "Top", people: "People", topics: "Topics", barks: "Barks" },
  types: "Kinds of results",
  /** A count that ends at what was read: "20+". */
  atLeast: (count: number) => `${count}+`,
  all: (count: string) => `All ${count}`,

  recent: "Recent searches",
  recentWhere: "Only on this device",
  clearRecent: "Clear all",
  forget: (q: string) => `Remove ${q}`,
  talkedAbout: "What people talk about",
  activeNow: "Who barked last",
  hints: "Search for",
  hint: {
    "from:@": "barks by one person",
    '"': "an exact phrase",
    "#": "a topic",
    "has:media": "barks with pictures",
    "in:bookmarks ": "your bookmarks",
    "after:": "barks after a day, such as 2026-11-01",
    "language:": "barks in a language, such as en",
  },
  quoted: '"quoted words"',
  previewed: (count: number) => plural(count, { one: "# suggestion", other: "# suggestions" }),
  allFor: "All results for {q}",

  barks: "Barks found",
  noMorePeople: "More people could not be loaded",
  week: (shown: string, count: number) =>
    count === 0 ? "No barks this week" : `${shown} ${count === 1 ? "bark" : "barks"} this week`,
  nothing: {
    top: (q: string) => `Nothing found for ${q}`,
    people: (q: string) => `No people found for ${q}`,
    topics: (q: string) => `No topics found for ${q}`,
    barks: (q: string) => `No barks found for ${q}`,
  },
  advice: "Try fewer or different words.",
  lookAt: "See all results",
  signedOut: "Join to search barks",
  signedOutWhy: "With an account, you can search all public barks.",
  join: (town: string) => `Join ${town}`,
};
