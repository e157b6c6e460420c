import { plural } from "@/app/_words/plural";

/** Settings, Your data: bringing lists from Mastodon and posts from Mastodon or Bluesky, and taking one's own along. */
export const imports = {
  title: "Bring from elsewhere",
  detail: "Whom you follow, mute or block, lists, bookmarks and posts",
  about:
    "On Mastodon, open Preferences, Import and export, and download a CSV file. Choose it here. First you see what it would do; nothing happens until you start it.",
  here: "Only people and barks of this town can be found, because it is not connected to other servers.",
  kind: "What is in the file",
  kinds: [
    ["follows", "Follows"],
    ["lists", "Lists"],
    ["mutes", "Mutes"],
    ["blocks", "Blocks"],
    ["bookmarks", "Bookmarks"],
    ["posts", "Posts"],
  ],
  posts:
    "On Mastodon, request your archive there and choose it here as it is (tar.gz or zip, up to 32 MB), or its outbox.json without pictures. On Bluesky, open Settings, Account, Export my data, and choose the file here (repo.car, up to 32 MB). Your posts become barks of their time; nobody is told. Long ones become threads. Boosts and reposts, answers to others, polls, direct messages, videos, and posts from before July 2022 are not taken.",
  postsDiffer:
    "From Mastodon, posts have their pictures, descriptions and content notes. Files of Bluesky contain no pictures, so posts come without them. What you quoted there becomes a link to bsky.app, and people you mentioned are named without a link.",
  pace: "You follow at most 150 people in a quarter of an hour this way. People who approve their followers get a request.",
  blocksEnd: "Follows between you and people you block end, and undoing the import does not bring them back.",
  file: "File",
  choose: "Choose a file",
  check: "Check the file",
  missing: "Please choose a file first.",

  yours: "Your imports",
  none: "There are no imports yet.",
  named: (kind: string) => `${imports.kinds.find(([value]) => value === kind)?.[1] ?? kind}, {when}`,
  states: {
    checking: "Looking people and barks up",
    ready: "Checked. Nothing has happened yet.",
    running: "Going on",
    done: "Done",
    undoing: "Undoing",
    undone: "Undone",
    stopped: "Stopped, because something failed again and again",
  },
  progress: "Progress",
  processed: (done: number, all: number) => plural(all, { one: `${done} of # line`, other: `${done} of # lines` }),
  waits: "You have followed many people. It goes on by itself at {when}.",
  counts: {
    new: (count: number) => plural(count, { one: "# will be added", other: "# will be added" }),
    there: (count: number) => plural(count, { one: "# is there already", other: "# are there already" }),
    added: (count: number) => plural(count, { one: "# added", other: "# added" }),
    requested: (count: number) => plural(count, { one: "# asked to follow", other: "# asked to follow" }),
    undone: (count: number) => plural(count, { one: "# removed", other: "# removed" }),
  },
  notTaken: (count: number) => plural(count, { one: "# line was not taken", other: "# lines were not taken" }),
  notTakenYet: (count: number) => plural(count, { one: "# line cannot be taken", other: "# lines cannot be taken" }),
  line: (line: number) => `Line ${line}`,
  onList: (list: string) => `list ${list}`,
  report: "Download the report",
  start: "Start",
  undo: "Undo",
  undoEffect: "Removes what this import added, unless you have changed it since.",
  delete: "Delete",
  deleteEffect: "After deleting the report, this import can no longer be undone. What it added stays.",
  deleted: "The report is deleted",
} as const;

/** Why a line of an import was not taken, or not undone. */
export const reasons: Record<string, string> = {
  invalid: "This is not an address.",
  elsewhere: "Not in this town.",
  unknown: "Not found here.",
  self: "This is you.",
  repeated: "It is in the file twice.",
  blocked: "You block this person.",
  not_followed: "You do not follow this person, so they cannot be on a list. Import your follows first.",
  full: "You have too many lists, or there are too many people on this one.",
  changed: "You have changed or deleted it since, so it stays as it is.",
  partly: "Taken without what cannot be shown here, such as videos, or pictures that are not in the file.",
  answer: "An answer to somebody else, or to a post that was not taken.",
  unreadable: "This is no post that can be read, or its date is not in the past.",
  direct: "A direct message. These stay between the people in them.",
  poll: "A poll.",
  too_old: "From before July 2022, the earliest time that barks can have here.",
  too_long: "Too long, even for a thread.",
  not_allowed: "It has a word or a link that this town does not allow.",
  held: "It has a word or a link that the people who run this town read first. You can bark it yourself, and they will.",
  empty: "There is nothing in it that can be shown here.",
};

/** Settings, Your data: one's lists as CSV files. */
export const exports = {
  title: "Take your lists with you",
  about:
    "CSV files that Mastodon can import, and another Barker too. Mutes with an end are left out, because the format has none.",
  files: [
    ["follows", "Follows"],
    ["lists", "Lists"],
    ["mutes", "Mutes"],
    ["blocks", "Blocks"],
    ["bookmarks", "Bookmarks"],
  ],
} as const;
