import type { CircleCursor } from "@/lib/circles/schema";

/**
 * How many people of a circle are walked through to reach the next, and how many follows of each. Whoever follows fewer
 * gets exact numbers; with more, answers say that they were sampled.
 */
export const WALKED = { cap: 3_000, most: 2_000 } as const;

/** Before everybody in a circle's order: most known followers first, then those with few followers, then by id. */
export const FIRST: CircleCursor = { ways: Number.MAX_SAFE_INTEGER, followers: 0, id: "" };
