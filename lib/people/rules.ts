import type { Tie } from "@/lib/people/schema";

/** 1–30 letters, digits and underscores; nothing else, so no two handles can merely look alike. */
const HANDLE = /^[A-Za-z0-9_]{1,30}$/;

/** Words that are addresses of the app, or that could pass for its operators. */
const RESERVED = new Set([
  "about",
  "account",
  "accounts",
  "admin",
  "administrator",
  "alerts",
  "api",
  "app",
  "auth",
  "bark",
  "barker",
  "barks",
  "bookmarks",
  "circles",
  "compose",
  "discover",
  "drafts",
  "explore",
  "follow",
  "followers",
  "following",
  "health",
  "help",
  "home",
  "join",
  "likes",
  "login",
  "logout",
  "me",
  "media",
  "metrics",
  "mod",
  "moderator",
  "nearby",
  "null",
  "oauth",
  "offline",
  "operator",
  "owner",
  "popular",
  "portraits",
  "privacy",
  "ready",
  "root",
  "scenery",
  "search",
  "security",
  "settings",
  "sign_in",
  "signin",
  "signout",
  "signup",
  "socket",
  "staff",
  "support",
  "system",
  "tags",
  "team",
  "terms",
  "topics",
  "town",
  "trends",
  "undefined",
  "www",
  "you",
]);

/** The form under which a handle is unique: case does not tell people apart. */
export function handleKey(handle: string): string {
  return handle.normalize("NFKC").toLowerCase();
}

export type HandleFault = "ERR_BLANK" | "ERR_TOO_LONG" | "ERR_INVALID" | "ERR_RESERVED";

/** Why a handle cannot be had by anybody, or null when its form is fine. */
export function handleFault(handle: string): HandleFault | null {
  if (handle === "") return "ERR_BLANK";
  if (handle.length > 30) return "ERR_TOO_LONG";
  if (!HANDLE.test(handle)) return "ERR_INVALID";
  return RESERVED.has(handleKey(handle)) ? "ERR_RESERVED" : null;
}

/** Whether a reader may see what somebody likes: always one's own, others' when they let them. */
export function maySeeLikes(viewerId: string | null, person: { id: string; showsLikes?: boolean | null }): boolean {
  return viewerId === person.id || person.showsLikes === true;
}

/** Whether a reader may see who follows somebody, and whom they follow. */
export function maySeeFollows(
  viewerId: string | null,
  person: { id: string; hideCollections?: boolean | null },
): boolean {
  return viewerId === person.id || person.hideCollections !== true;
}

/**
 * What kinds of lists show people. `own`: of one's own blocks, mutes and requests. `named`: of people who were looked up
 * by their name. `sought`: one opened it to see who is in it, such as followers. `offered`: it comes by itself.
 */
export type Showing = "own" | "named" | "sought" | "offered";

/**
 * The one rule of who is in a list. People whom somebody blocks find nothing of them; who blocks finds whom they block
 * by name, to unblock them; whoever is muted is in no list that comes by itself. Who is suspended or leaves is no
 * `Person` of the graph, and so in none.
 */
export function isShown(tie: Tie | undefined, showing: Showing): boolean {
  if (showing === "own" || tie === undefined) return true;
  if (tie.blockedBy || (showing !== "named" && tie.blocking)) return false;
  return showing !== "offered" || !tie.muting;
}

/** How two people stand to each other who have nothing to do with each other. */
export const NO_TIE: Tie = {
  following: false,
  followingRebarks: false,
  languages: [],
  notifying: false,
  followedBy: false,
  blocking: false,
  blockedBy: false,
  muting: false,
  mutingNotifications: false,
  mutedUntil: null,
  requested: false,
  requestedBy: false,
};
