import type { Scope } from "@/lib/auth/schema";

/** What an app may ask for beside the four wide scopes: one kind of thing, to read or to write. */
const READABLE = "accounts blocks bookmarks favourites filters follows lists mutes notifications search statuses".split(
  " ",
);
const WRITABLE =
  "accounts blocks bookmarks conversations favourites filters follows lists media mutes notifications reports statuses".split(
    " ",
  );

/** Every scope there is, as clients are told. */
export const ALL_SCOPES: readonly string[] = [
  "read",
  ...READABLE.map((thing) => `read:${thing}`),
  "write",
  ...WRITABLE.map((thing) => `write:${thing}`),
  "follow",
  "push",
  "profile",
];

/** Scopes as they are sent, "read write:statuses", each once. */
export function scopesOf(sent: string): string[] {
  return [...new Set(sent.split(/[\s+]+/).filter(Boolean))];
}

/** Whether all that is asked for is within what is allowed: `read` covers `read:statuses`. */
export function covers(allowed: string[], asked: string[]): boolean {
  return asked.every((scope) => allowed.includes(scope) || allowed.includes(scope.split(":")[0] ?? ""));
}

/** Which kind of thing an address is about, the narrowest first. */
const THINGS: [RegExp, string][] = [
  [/^\/api\/v1\/accounts\/[^/]+\/((un)?follow|remove_from_followers)$|\/follow_requests\b|\/relationships$/, "follows"],
  [/\/(un)?block$|\/(domain_)?blocks\b/, "blocks"],
  [/\/(un)?mute$|\/mutes$/, "mutes"],
  [/\/(un)?favourite$|\/favourites$|\/reactions(\/|$)/, "favourites"],
  [/\/(un)?bookmark$|\/bookmarks$/, "bookmarks"],
  [/^\/api\/v\d\/media\b/, "media"],
  [/^\/api\/v\d\/notifications\b/, "notifications"],
  [/^\/api\/v\d\/filters\b/, "filters"],
  [/^\/api\/v1\/reports$/, "reports"],
  [/^\/api\/v\d\/search$/, "search"],
  [/\/(statuses|timelines|markers|drafts|trends)\b/, "statuses"],
  [/^\/api\/v\d\/(accounts|preferences|suggestions|endorsements|profile)\b/, "accounts"],
];
/** What the old scope `follow` is about. */
const PEOPLE = new Set(["follows", "blocks", "mutes"]);

/**
 * Whether a token's scopes allow what an endpoint demands: the wide scope, or the narrow one for
 * the kind of thing that the address is about.
 */
export function allows(scopes: string[], needed: Scope, pathname: string): boolean {
  const thing = THINGS.find(([address]) => address.test(pathname))?.[1];
  const wide = needed === "follow" ? "write" : needed;
  if (scopes.includes(needed) || scopes.includes(wide)) return true;
  if (thing === undefined) return false;
  if (PEOPLE.has(thing) && scopes.includes("follow")) return true;
  const own = pathname === "/api/v1/accounts/verify_credentials" && scopes.includes("profile");
  return own || scopes.includes(`${wide}:${thing}`);
}

const WORDS: Record<string, string> = {
  read: "Read all that you can read, your alerts too",
  write: "Bark, like, follow and change your profile in your name",
  follow: "Follow, mute and block people in your name",
  push: "Send your alerts to your device",
  profile: "See your name and picture",
};

/** What a scope lets an app do, in words for whoever is asked. */
export function scopeWords(scope: string): string {
  const [verb = "", thing = ""] = scope.split(":");
  return WORDS[scope] ?? `${verb === "read" ? "See" : "Change"} your ${NAMES[thing] ?? thing}`;
}

const NAMES: Record<string, string> = {
  accounts: "account and those of others",
  blocks: "blocked people",
  favourites: "likes and reactions",
  filters: "muted words",
  follows: "follows",
  media: "pictures",
  mutes: "muted people",
  notifications: "alerts",
  search: "searches",
  statuses: "barks and timelines",
};
