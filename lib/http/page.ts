import { z } from "zod";
import { limitOf } from "@/lib/http/params";
import { idBound, MAX_ID } from "@/lib/ids";

/** An id as a bound of a list, padded to the width of our ids. */
export const Bound = z
  .string()
  .max(40)
  .transform((raw, context) => {
    const id = idBound(raw);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "must be an id" });
    return z.NEVER;
  });

/** Keyset paging with Mastodon's parameters. A limit above 40 means 40. */
export const PageQuery = z
  .object({
    limit: limitOf(20, 40),
    max_id: Bound.optional(),
    since_id: Bound.optional(),
    min_id: Bound.optional(),
  })
  .transform(({ limit, max_id: maxId, since_id: sinceId, min_id: minId }) => ({ limit, maxId, sinceId, minId }));

/**
 * A part of a list: at most `limit` entries with `minId`/`sinceId` < id < `maxId`. With `minId` the entries directly
 * above it, else the newest; always sorted newest first.
 */
export interface Page {
  limit: number;
  maxId?: string;
  sinceId?: string;
  minId?: string;
}

/** A range of ids, both bounds exclusive: at most `limit`, newest first, from its upper end or its lower (`ascending`). */
export interface IdRange {
  max: string;
  min: string;
  ascending: boolean;
  limit: number;
}

/** A page's bounds as parameters of list queries, and its direction. */
export function bounds(page: Page): Omit<IdRange, "limit"> {
  const lower = [page.sinceId, page.minId].filter((id) => id !== undefined).toSorted();
  return { max: page.maxId ?? MAX_ID, min: lower.at(-1) ?? "0", ascending: page.minId !== undefined };
}

/**
 * The `Link` header for paging: `next` is older, `prev` newer. Null for an empty page.
 * `ids` are those of the page's entries, newest first.
 */
export function linkHeader(url: URL, ids: string[]): string | null {
  const [newest, oldest] = [ids[0], ids.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const to = (name: "max_id" | "min_id", id: string) => {
    const address = new URL(url);
    for (const other of ["max_id", "min_id", "since_id"]) address.searchParams.delete(other);
    address.searchParams.set(name, id);
    return address.href;
  };
  return `<${to("max_id", oldest)}>; rel="next", <${to("min_id", newest)}>; rel="prev"`;
}
