import { plural } from "@/app/_words/plural";

const replies = (count: number) => plural(count, { one: "# reply", other: "# replies" });
const rebarks = (count: number) => plural(count, { one: "# rebark", other: "# rebarks" });
const likes = (count: number) => plural(count, { one: "# like", other: "# likes" });
const reactions = (count: number) => plural(count, { one: "# reaction", other: "# reactions" });

/** The sentences of a bark: its row of actions, its menu, and what stands around its text. */
export const bark = {
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
