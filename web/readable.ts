import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** Longer than any address of ours. */
const LONGEST = 8_192;
/** Next reads no more of the router's state than this, in characters. */
const STATE = 40_000;
/** Deeper than any page of ours is nested. */
const DEEPEST = 40;

/** What says which part of a page a browser wants, and is sent by Next's router alone. */
const ROUTER_STATE = "next-router-state-tree";

/**
 * The address that is asked for, or null when it is none that could be of ours: not a path, or with escapes that
 * stand for no text (broken percent signs, bytes that are no UTF-8, NUL).
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

/** Whether what a request says to Next's router can be read; Next itself answers 500 when it cannot. */
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
/** One level of the state: its segment, what is inside, and notes. */
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
