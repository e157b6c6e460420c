import { z } from "zod";
import type { Identity } from "@/lib/auth/schema";
import { permits, type Scope } from "@/lib/auth/scopes";
import { topicNamed } from "@/lib/topics/rules";
import type { Place } from "@/sidecar/gateway/broadcasts";

/** The streams of Mastodon's API. */
const NAMES = [
  ...(["user", "user:notification", "list", "hashtag", "hashtag:local"] as const),
  ...(["public", "public:media", "public:local", "public:local:media"] as const),
  // Nothing ever arrives in these: Barker knows no other servers, and messages are encrypted.
  ...(["public:remote", "public:remote:media", "direct"] as const),
] as const;

const StreamName = z.enum(NAMES);
export type StreamName = z.infer<typeof StreamName>;

/** A stream that a client listens to. */
export interface Subscription {
  name: StreamName;
  /** The name of the stream, and the topic or the list as the client wrote it, in JSON: events say which stream they are of. */
  label: string;
  /** For `hashtag`: the topic's key. For `list`: the list's id. */
  subject: string;
}

/** Why a stream cannot be listened to. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 429 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** What a client sends for a stream: in the query of the address, or in a message. */
export const Wish = z.object({
  stream: z.string().max(100),
  tag: z.string().max(250).optional(),
  list: z.string().max(40).optional(),
});
export type Wish = z.infer<typeof Wish>;

/** A client's message: the beginning or end of a subscription. */
export const ClientMessage = Wish.extend({ type: z.enum(["subscribe", "unsubscribe"]) });

/** @throws Refusal */
export function toSubscription({ stream, tag, list }: Wish): Subscription {
  const name = StreamName.safeParse(stream).data;
  if (!name) throw new Refusal(400, "Unknown channel type");
  if (name === "hashtag" || name === "hashtag:local") {
    const topic = topicNamed(tag ?? "");
    if (tag === undefined || topic === null) throw new Refusal(400, "Missing tag name parameter");
    return { name, label: JSON.stringify([name, tag]), subject: topic };
  }
  if (name !== "list") return { name, label: JSON.stringify([name]), subject: "" };
  if (!list) throw new Refusal(400, "Missing list name parameter");
  return { name, label: JSON.stringify([name, list]), subject: list };
}

/** The scopes of which a token needs one for a stream. Public streams need none, as Mastodon has it. */
function scopesFor(name: StreamName): Scope[] {
  if (name === "user:notification") return ["read:notifications"];
  if (name === "user") return ["read:statuses", "read:notifications"];
  return name === "list" || name === "direct" ? ["read:statuses"] : [];
}

/** @throws Refusal when a token's scopes do not permit a stream */
export function checkScopes(identity: Identity, { name }: Subscription): void {
  const scopes = scopesFor(name);
  if (scopes.length > 0 && !scopes.some((scope) => permits(identity, scope)))
    throw new Refusal(401, "Access token does not have the required scopes");
}

/** Where what a stream consists of is told of; null for a person's own, and for streams that stay empty. */
export function placeOf({ name, subject }: Subscription): Place | null {
  if (name === "list") return { of: "list", list: subject };
  if (name === "hashtag" || name === "hashtag:local") return { of: "topic", topic: subject };
  // All public barks are of this server.
  if (name === "public" || name === "public:local") return { of: "town", media: false };
  return name === "public:media" || name === "public:local:media" ? { of: "town", media: true } : null;
}

/** Where Mastodon serves streams. */
const PATH = /^\/api\/v1\/streaming(\/.*)?$/;

/** Longer than the path of any stream. */
const PATH_LIMIT = 100;

/** Which stream the path of a request names: "health", a stream, "" for none (the root), or null for other paths. */
export function streamOfPath(pathname: string, query: URLSearchParams): string | null {
  if (pathname.length > PATH_LIMIT) return null;
  const rest = PATH.exec(pathname.replace(/\/+$/, ""));
  if (!rest) return null;
  const name = (rest[1] ?? "").slice(1).replaceAll("/", ":");
  const onlyMedia = name.startsWith("public") && ["1", "true", "t", "on"].includes(query.get("only_media") ?? "");
  return onlyMedia ? `${name}:media` : name;
}
