import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

/** Starter packs. */
export const packs = {
  title: "Starter pack",
  titles: "Starter packs",
  of: (name: string) => `Starter packs of ${name}`,
  by: (owner: string) => `by ${owner}`,
  count: (count: number) => plural(count, { one: "# starter pack", other: "# starter packs" }),
  people: (count: number) => plural(count, { one: "# person", other: "# people" }),
  peopleTitle: "People",
  describe: (owner: string, count: number) =>
    plural(count, { one: `# person to follow, chosen by ${owner}.`, other: `# people to follow, chosen by ${owner}.` }),
  followAll: "Follow all",
  followed: (count: number) =>
    plural(count, { one: "You follow # more person now", other: "You follow # more people now" }),
  asked: (count: number) =>
    plural(count, { one: "# person was asked and has to agree", other: "# people were asked and have to agree" }),
  notFollowed: (count: number) =>
    plural(count, { one: "# person could not be followed", other: "# people could not be followed" }),
  nobodyNew: "You follow everybody here already",
  share: (name: string) => `Share ${name}`,
  edit: "Edit",
  leave: "Take me out of this pack",
  leaveTitle: "Leave this pack?",
  leaveEffect: (name: string) =>
    `You are no longer shown in ${name}, and whoever made it cannot put you in again. This cannot be undone.`,
  leaveSure: "Leave the pack",
  stay: "Stay",
  left: "You are out of this pack, and cannot be put in again",
  inIt: "You are in this pack.",
  empty: "Nobody is in this pack yet.",
  make: "Make a starter pack",
  makeLead: "Choose people whom newcomers should meet. Anybody who has the link can follow all of them at once.",
  none: "You have no starter packs yet.",
  noneHere: "There are no starter packs here.",
  yours: "Your starter packs",
  withYou: "Packs that others put you in",
  name: "Name",
  nameHelp: "At most 50 characters, such as “Bread and bakers”.",
  description: "Description",
  descriptionHelp: "At most 300 characters. Whom does one meet here?",
  save: "Save",
  saved: "Saved",
  create: "Make the pack",
  chosen: (count: number, most: number) => `${count} of ${most} people`,
  chosenList: "People in this pack",
  takeOut: (name: string) => `Take ${name} out`,
  add: (name: string) => `Add ${name}`,
  addShort: "Add",
  search: "Add people",
  searchHint: shared.nameOrHandle,
  found: "Found",
  notSearched: (why: string) => `The search failed. ${why}`,
  notAdded: (count: number) =>
    plural(count, {
      one: "# person could not be added, because they do not want to be suggested to others.",
      other: "# people could not be added, because they do not want to be suggested to others.",
    }),
  notFound: (text: string) => `Nobody called “${text}” was found.`,
  delete: "Delete this pack",
  deleteAgain: "Delete it for good",
  deleted: (name: string) => `Deleted ${name}`,
  editTitle: "Edit starter pack",
} as const;
