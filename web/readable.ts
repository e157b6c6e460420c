import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** Longer than any URL of ours. */
const LONGEST = 8_192;
/** The maximum length of the router state that Next reads, in characters. */
const STATE = 40_000;
/** Deeper than any page of ours is nested. */
const DEEPEST = 40;

/** The header in which Next's router says which part of a page it wants. */
const ROUTER_STATE = "next-router-state-tree";

/**
 * Parses the requested URL; null when it cannot be one of ours: not a path, or with escapes that are not text (broken
 * percent signs, invalid UTF-8, NUL).
 */
export function readAddress(incoming: IncomingMessage, origin: string): URL | null {
  const path = incoming.url ?? "/";
  if (!path.startsWith("/") || path.length > LONGEST) return null;
  try {
    const url = new URL(origin + path);
    return url.origin === origin && !decodeURIComponent(url.pathname).includes("\0") ? url : null;
  } catch {
    return null;
  }
}

/** Whether the router state of a request is valid; Next itself answers 500 when it is not. */
export function isRouterStateReadable({ headers }: IncomingMessage): boolean {
  const sent = headers[ROUTER_STATE];
  if (sent === undefined) return true;
  if (Array.isArray(sent) || sent.length > STATE) return false;
  try {
    return isTree(JSON.parse(decodeURIComponent(sent)), DEEPEST);
  } catch {
    return false;
  }
}

const Segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.enum([
      ...(["c", "ci(..)(..)", "ci(.)", "ci(..)", "ci(...)", "oc"] as const),
      ...(["d", "di(..)(..)", "di(.)", "di(..)", "di(...)"] as const),
    ]),
    z.array(z.string()).nullable(),
  ]),
]);
/** One level of the state: its segment, its children, and flags. */
const Level = z
  .tuple([
    Segment,
    z.record(z.string(), z.unknown()),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ])
  .transform(([, inside]) => Object.values(inside));

function isTree(state: unknown, depth: number): boolean {
  const level = Level.safeParse(state);
  return depth > 0 && level.success && level.data.every((inner) => isTree(inner, depth - 1));
}
