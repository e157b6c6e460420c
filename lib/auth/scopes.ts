import type { Identity } from "@/lib/auth/schema";

/** The kinds of things that an app may be allowed to read and write. */
const READABLE = [
  ...(["accounts", "blocks", "bookmarks", "collections", "favourites", "filters", "follows", "lists"] as const),
  ...(["location", "mutes", "notifications", "search", "statuses"] as const),
];
const WRITABLE = [
  ...(["accounts", "blocks", "bookmarks", "collections", "conversations", "favourites", "filters"] as const),
  ...(["follows", "lists", "location", "media", "mutes", "notifications", "reports", "statuses"] as const),
];

/** What apps of people who run the town may be allowed to read and change. */
const ADMINISTRABLE = ["accounts", "domain_allows", "domain_blocks", "email_domain_blocks", "reports"] as const;

/** The scope that an endpoint or a live event requires: the narrowest that exists. */
export type Scope =
  | ("admin:read" | "admin:write")
  | `admin:read:${(typeof ADMINISTRABLE)[number]}`
  | `admin:write:${(typeof ADMINISTRABLE)[number]}`
  | ("read" | "write" | "push" | "profile" | "messages")
  | `read:${(typeof READABLE)[number]}`
  | `write:${(typeof WRITABLE)[number]}`;

/** All scopes, as clients are told. */
export const ALL_SCOPES: readonly string[] = [
  "read",
  ...READABLE.map((thing) => `read:${thing}`),
  "write",
  ...WRITABLE.map((thing) => `write:${thing}`),
  "follow",
  "push",
  "profile",
  // Encrypted messages are neither part of `read` nor of `write`: an app with this scope acts as one more device.
  "messages",
];

/** Mastodon's scopes of moderators and administrators. Apps may register them. */
const ADMIN_SCOPE =
  /^admin:(read|write)(:(accounts|reports|domain_allows|domain_blocks|ip_blocks|email_domain_blocks|canonical_email_blocks))?$/;

/** Whether an app may register a scope. */
export function isRegistrable(scope: string): boolean {
  return ALL_SCOPES.includes(scope) || ADMIN_SCOPE.test(scope);
}

/**
 * The scopes that a token gets of those that were asked for. Those of moderators and administrators are granted by staff
 * only, so that an app which somebody allowed before they became staff may not act as staff.
 */
export function grantable(scopes: string[], isStaff: boolean): string[] {
  return isStaff ? scopes : scopes.filter((scope) => !ADMIN_SCOPE.test(scope));
}

/** Whether scopes let an app act as staff: read what staff see, or (`write`) change something as well. */
export function actsAsStaff(scopes: string[], how: "at all" | "write"): boolean {
  return scopes.some((scope) => ADMIN_SCOPE.test(scope) && (how === "at all" || scope.startsWith("admin:write")));
}

/** Scopes that `read` and `write` do not include: a location is too sensitive, so apps must request it by name. */
const EXPLICIT_ONLY = new Set(["location"]);
/** What the legacy scope `follow` reads and writes. */
const PEOPLE = new Set(["follows", "blocks", "mutes"]);

/** Parses scopes, "read write:statuses", and drops duplicates. */
export function scopesOf(sent: string): string[] {
  return [...new Set(sent.split(/[\s+]+/).filter(Boolean))];
}

/** Whether the allowed scopes include all that are asked for: `read` covers `read:statuses`, not `read:location`. */
export function covers(allowed: string[], asked: string[]): boolean {
  return asked.every((scope) => {
    const at = scope.lastIndexOf(":");
    const [wider, thing] = [scope.slice(0, Math.max(0, at)), scope.slice(at + 1)];
    return allowed.includes(scope) || (!EXPLICIT_ONLY.has(thing) && allowed.includes(wider));
  });
}

/** Whether a token's scopes permit this one: by itself, by a wider scope, or by the legacy `follow`. */
export function allows(scopes: string[], needed: Scope): boolean {
  if (covers(scopes, [needed])) return true;
  if (needed === "profile") return covers(scopes, ["read:accounts"]);
  return PEOPLE.has(needed.split(":")[1] ?? "") && scopes.includes("follow");
}

/** Whether an identity has this scope: our own pages have all, an app those of its token. */
export function permits(identity: Identity, needed: Scope): boolean {
  return identity.by === "cookie" || allows(identity.scopes, needed);
}

const WORDS: Record<string, string> = {
  read: "Read all that you can read, your alerts and drafts too",
  write: "Bark, like, follow and change your profile in your name",
  follow: "Follow, mute and block people in your name",
  push: "Send your alerts to your device",
  profile: "See your name and picture",
  messages: "Read your encrypted messages and write in your name, as one more of your devices",
  "admin:read": "See what the people who run this town see: reports, accounts and e-mail addresses",
  "admin:write": "Run this town in your name: act on reports and accounts",
  "read:location": "See roughly where you are, and who is near you",
  "write:location": "Show others roughly where you are, or stop it",
};

/** A description of a scope for the person who is asked to grant it. */
export function scopeWords(scope: string): string {
  const [verb = "", thing = "", part = ""] = scope.split(":");
  if (part !== "")
    return `${thing === "read" ? "See" : "Change"} ${part.replaceAll("_", " ")} as somebody who runs this town`;
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
  statuses: "barks, drafts and timelines",
};
