import type { ViewerRelationship } from "@/lib/people/schema";
import { composed } from "@/lib/text/composed";

/** 1–30 letters, digits and underscores. */
const HANDLE = /^[A-Za-z0-9_]{1,30}$/;

/** Reserved handles: paths of the app, and words that could impersonate its operators. */
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
  "packs",
  "popular",
  "portraits",
  "privacy",
  "ready",
  "root",
  "rules",
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
  "welcome",
  "www",
  "you",
]);

/** The unique form of a handle: case-insensitive. */
export function handleKey(handle: string): string {
  return composed(handle, "NFKC").toLowerCase();
}

/** Words that suggest an operator of the server. */
const ROLE =
  "admins?|administrators?|mods?|moderators?|moderation|support|security|staff|help|helpdesk|official|operators?|sysadmin|root|system|abuse|owner|barker";
/** Words that are combined with those. */
const BESIDE =
  "the|real|official|my|your|our|team|desk|center|centre|service|account|app|town|of|by|at|and|hq|live|online";

/**
 * The visual skeleton of a handle: two handles with the same one look alike. Computed from the handle as shown, since
 * a capital I looks like a small l, and a small i does not.
 */
export function lookKey(handle: string): string {
  const letters = handle.replaceAll(/[I1]/g, "l").replaceAll("0", "o").toLowerCase();
  return letters.replaceAll("_", "").replaceAll("rn", "m").replaceAll("vv", "w");
}

/** A coarser skeleton that also maps digits to the letters they imitate: "supp0rt", "m0der4tor". */
function coarseKey(handle: string): string {
  const digits: Record<string, string> = { "3": "e", "4": "a", "5": "s", "7": "t" };
  const letters = lookKey(handle).replaceAll(/[3457]/g, (digit) => digits[digit] ?? digit);
  return letters.replaceAll("i", "l");
}

const COARSE_ROLE = ROLE.replaceAll("i", "l").replaceAll("rn", "m");
const COARSE_BESIDE = BESIDE.replaceAll("i", "l");
const HOUSE = new RegExp(`^((${COARSE_BESIDE})*(${COARSE_ROLE})(${COARSE_BESIDE}|${COARSE_ROLE})*|barker.*)$`);
const COARSE_RESERVED = new Set([...RESERVED].map(coarseKey));

/** Whether a handle could impersonate the operators of this server, or is a path of the app. */
function impersonatesOperators(handle: string): boolean {
  const key = coarseKey(handle);
  return COARSE_RESERVED.has(key) || HOUSE.test(key) || HOUSE.test(coarseKey(handle.replace(/\d+$/, "")));
}

export type HandleFault = "ERR_BLANK" | "ERR_TOO_LONG" | "ERR_INVALID" | "ERR_RESERVED";

/** Why nobody may have this handle, or null when it is valid. */
export function handleFault(handle: string): HandleFault | null {
  if (handle === "") return "ERR_BLANK";
  if (handle.length > 30) return "ERR_TOO_LONG";
  if (!HANDLE.test(handle)) return "ERR_INVALID";
  return impersonatesOperators(handle) ? "ERR_RESERVED" : null;
}

/** Whether a viewer may see what a person likes: always their own, and others' if these allow it. */
export function maySeeLikes(viewerId: string | null, person: { id: string; showsLikes?: boolean | null }): boolean {
  return viewerId === person.id || person.showsLikes === true;
}

/** Whether a viewer may see a person's followers, and the people they follow. */
export function maySeeFollows(
  viewerId: string | null,
  person: { id: string; hideCollections?: boolean | null },
): boolean {
  return viewerId === person.id || person.hideCollections !== true;
}

/**
 * The kinds of lists that show people. `own`: one's own blocks, mutes and requests. `named`: people who were looked up by
 * name. `sought`: lists that were opened to see who is in them, such as followers. `offered`: suggestions.
 */
export type Showing = "own" | "named" | "sought" | "offered";

/**
 * Whether a person is shown in a list. People see nothing of somebody who blocks them; the blocker finds them by name, to
 * unblock them; muted people are in no list that the viewer did not ask for. Suspended and deleted accounts have no
 * `Person` label in the graph, and so are in no list. Limited people are offered to and found by their followers only.
 * @param relationship the viewer's to the person; undefined when signed out
 * @param isLimited whether staff limited the person, who is not the viewer
 */
export function isShown(relationship: ViewerRelationship | undefined, showing: Showing, isLimited: boolean): boolean {
  if (showing === "own") return true;
  if (isLimited && showing !== "sought" && !relationship?.following) return false;
  if (relationship === undefined) return true;
  if (relationship.blockedBy || (showing !== "named" && relationship.blocking)) return false;
  return showing !== "offered" || !relationship.muting;
}

/** The relationship of two people without any connection. */
export const NO_RELATIONSHIP: ViewerRelationship = {
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
