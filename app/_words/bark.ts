import { plural } from "@/app/_words/plural";

const replies = (count: number) => plural(count, { one: "# reply", other: "# replies" });
const rebarks = (count: number) => plural(count, { one: "# rebark", other: "# rebarks" });
const likes = (count: number) => plural(count, { one: "# like", other: "# likes" });
const reactions = (count: number) => plural(count, { one: "# reaction", other: "# reactions" });

/** The sentences of a bark: its row of actions, its menu, and what stands around its text. */
export const bark = {
  actions: "Actions",
  reply: (count: number) => `Reply, ${replies(count)}`,
  like: (count: number) => `Like, ${likes(count)}`,
  rebark: "Rebark",
  rebarkWith: (count: number) => `Rebark, ${rebarks(count)}`,
  undoRebark: "Undo rebark",
  quote: "Quote",
  react: "React",
  reactWith: (count: number, emoji: string) => `React, ${reactions(count)}: ${emoji}`,
  bookmark: "Bookmark",

  more: "More",
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
