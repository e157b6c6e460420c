import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

/** Lists of people. */
export const lists = {
  title: shared.listsAndTopics,
  one: "List",
  lists: "Your lists",
  detail: (count: number, exclusive: boolean) =>
    `${plural(count, { one: "# person", other: "# people" })} · ${exclusive ? "only here, not in Home" : "only you see it"}`,
  none: "You have no lists yet. A list shows the barks of the people you choose.",
  with: (name: string) => `Lists with ${name}`,
  addHint: "Add people to a list in the menu of their profile. Nobody is told.",
  topics: "Topics you follow",
  noTopics: "Follow a topic on its page, and its barks come to Home.",
  makeOne: "Make a list",
  newList: "Name of the new list",
  make: "Make list",
  cancel: "Cancel",
  empty: shared.nothingYet,
  emptyLead: "Add people to this list in the menu of their profile.",
  barksOf: (title: string) => `Barks of ${title}`,
  edit: "Edit this list",
  name: "Name of the list",
  rename: "Rename",
  renamed: "Renamed",
  replies: "Which replies it shows",
  policies: {
    list: "Replies to people on the list",
    followed: "Replies to people you follow",
    none: "No replies",
  },
  exclusive: "Only here, not in Home",
  exclusiveDetail: "Home leaves out the barks of these people",
  people: "People on this list",
  remove: (handle: string) => `Remove @${handle}`,
  removeShort: "Remove",
  delete: "Delete this list",
  deleted: (title: string) => `Deleted ${title}`,
} as const;
