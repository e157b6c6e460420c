import type { ViewerRelationship } from "@/lib/people/schema";

/** 1–30 letters, digits and underscores. */
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

/** Words by which people know who runs a place. */
const ROLE =
  "admins?|administrators?|mods?|moderators?|moderation|support|security|staff|help|helpdesk|official|operators?|sysadmin|root|system|abuse|owner|barker";
/** Words that go with them. */
const BESIDE =
  "the|real|official|my|your|our|team|desk|center|centre|service|account|app|town|of|by|at|and|hq|live|online";

/**
 * What a handle looks like: two handles with the same one can be taken for each other. Told by the handle as it is
 * shown, since a capital I is a small l to the eye, and a small i is not.
 */
export function lookKey(handle: string): string {
  const letters = handle.replaceAll(/[I1]/g, "l").replaceAll("0", "o").toLowerCase();
  return letters.replaceAll("_", "").replaceAll("rn", "m").replaceAll("vv", "w");
}

/** The same, so coarse that digits in the place of letters hide nothing: "supp0rt", "m0der4tor". */
function coarseKey(handle: string): string {
  const digits: Record<string, string> = { "3": "e", "4": "a", "5": "s", "7": "t" };
  const letters = lookKey(handle).replaceAll(/[3457]/g, (digit) => digits[digit] ?? digit);
  return letters.replaceAll("i", "l");
}

const COARSE_ROLE = ROLE.replaceAll("i", "l").replaceAll("rn", "m");
const COARSE_BESIDE = BESIDE.replaceAll("i", "l");
const HOUSE = new RegExp(`^((${COARSE_BESIDE})*(${COARSE_ROLE})(${COARSE_BESIDE}|${COARSE_ROLE})*|barker.*)$`);
const COARSE_RESERVED = new Set([...RESERVED].map(coarseKey));

/** Whether a handle could pass for the people who run this place, or is an address of the app. */
function passesForHouse(handle: string): boolean {
  const key = coarseKey(handle);
  return COARSE_RESERVED.has(key) || HOUSE.test(key) || HOUSE.test(coarseKey(handle.replace(/\d+$/, "")));
}

export type HandleFault = "ERR_BLANK" | "ERR_TOO_LONG" | "ERR_INVALID" | "ERR_RESERVED";

/** Why a handle cannot be had by anybody, or null when its form is fine. */
export function handleFault(handle: string): HandleFault | null {
  if (handle === "") return "ERR_BLANK";
  if (handle.length > 30) return "ERR_TOO_LONG";
  if (!HANDLE.test(handle)) return "ERR_INVALID";
  return passesForHouse(handle) ? "ERR_RESERVED" : null;
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
export function isShown(relationship: ViewerRelationship | undefined, showing: Showing): boolean {
  if (showing === "own" || relationship === undefined) return true;
  if (relationship.blockedBy || (showing !== "named" && relationship.blocking)) return false;
  return showing !== "offered" || !relationship.muting;
}

/** How two people stand to each other who have nothing to do with each other. */
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
