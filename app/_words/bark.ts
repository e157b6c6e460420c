import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

const replies = (count: number) => plural(count, { one: "# reply", other: "# replies" });
const rebarks = (count: number) => plural(count, { one: "# rebark", other: "# rebarks" });
const likes = (count: number) => plural(count, { one: "# like", other: "# likes" });
const quotes = (count: number) => plural(count, { one: "# quote", other: "# quotes" });
const reactions = (count: number) => plural(count, { one: "# reaction", other: "# reactions" });

/** The sentences of a bark: its row of actions, its menu, and what stands around its text. */
export const bark = {
  quotes,
  reactions,

  filtered: (title: string) => `Filtered: ${title}`,
  showFiltered: "Show",
  actions: "Actions",
  /** The names of buttons say whose bark, because every bark of a list has the same ones. */
  replyTo: (name: string) => `Reply to ${name}`,
  replies,
  likeBark: (name: string) => `Like ${name}’s bark`,
  likes,
  rebark: "Rebark",
  rebarkBark: (name: string) => `Rebark ${name}’s bark`,
  rebarks,
  undoRebark: "Undo rebark",
  quote: "Quote",
  reactTo: (name: string) => `React to ${name}’s bark`,
  reactionsWith: (count: number, emoji: string) => `${reactions(count)}: ${emoji}`,
  bookmarkBark: (name: string) => `Bookmark ${name}’s bark`,

  rebarked: "rebarked",
  answers: "Replying to",
  answersPerson: (handle: string) => `Replying to @${handle}`,
  answersOwn: "Replying to their own bark",
  answersBark: "Replying to a bark",
  pictures: (count: number) => plural(count, { one: "A picture", other: "# pictures" }),

  rebarkedBy: (name: string) => `rebarked by ${name}`,
  edited: "edited",
  editedAt: "Edited",
  audiences: { unlisted: "Not in Town", private: "Followers only", direct: "Only those mentioned" },
  hide: "Hide",
  show: "Show",
  picturesOf: (name: string) => `Pictures by ${name}`,

  quotedFrom: (name: string) => `Quoted from ${name}`,
  withPictures: shared.withPictures,
  quotedBefore: "Quoted before an edit.",
  seeNewer: "See the new version",
  quoteAbsent: {
    revoked: "The author removed this bark from the quote.",
    deleted: "The quoted bark was deleted.",
    unauthorized: "You cannot see the quoted bark.",
    blocked_account: "The quoted bark is by somebody you blocked.",
    muted_account: "The quoted bark is by somebody you muted.",
  },

  reactionsTitle: "Reactions",
  repliesTitle: "Replies",
  ancestors: "What this replies to",
  replyBox: (name: string) => `Reply to ${name}…`,
  absentDeleted: (count: number) => plural(count, { one: "This bark was deleted.", other: "# barks were deleted." }),
  absentHidden: (count: number) =>
    plural(count, { one: "You cannot see this bark.", other: "You cannot see # barks here." }),
  showReplies: (count: number) => plural(count, { one: "Show # more reply", other: "Show # more replies" }),

  sending: "sending",
  waiting: "waiting",
  sendsLater: "Sends when you are back online",
  onItsWay: "Sending…",
  toDrafts: "Move to drafts",
  ownPictures: "Your pictures",

  deleted: "Bark deleted",
  notDeleted: (why: string) => `Could not delete it. ${why}`,
  rebarkUndone: "Rebark undone",
  bookmarkRemoved: "Bookmark removed",
  pinned: "Pinned to your profile",
  unpinned: "Unpinned",

  first: "First version",
  now: "Now",
  version: (number: number) => `Version ${number}`,
  barked: "barked",
  note: "Content note",
  picturesOfVersion: "Pictures of this version",
  picturesOfFirst: "Pictures of the first version",
  added: " added: ",
  removed: " removed: ",
  oneIsYours: "one of them yours",
  yours: "yours",
  likesSince: (count: number) => plural(count, { one: "# like since then", other: "# likes since then" }),
  picturesAdded: (count: number) => plural(count, { one: "a picture added", other: "# pictures added" }),
  picturesRemoved: (count: number) => plural(count, { one: "a picture removed", other: "# pictures removed" }),
  sentence: (changes: string) => `${changes}.`,
  picturesMoved: "pictures in a different order",
  descriptionsChanged: (count: number) =>
    plural(count, { one: "a description changed", other: "descriptions changed" }),

  more: (name: string) => `More about ${name}’s bark`,
  menuNotLoaded: "This menu needs a connection the first time.",
  share: "Share",
  copyLink: "Copy link",
  copyText: "Copy text",
  sendTo: "Send to…",
  history: "Edit history",
  edit: "Edit",
  pin: "Pin to profile",
  unpin: "Unpin from profile",
  remove: "Delete",
  follow: (handle: string) => `Follow @${handle}`,
  unfollow: (handle: string) => `Unfollow @${handle}`,
  unrequest: (handle: string) => `Cancel request to @${handle}`,
  unblock: (handle: string) => `Unblock @${handle}`,
};
