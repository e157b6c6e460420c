import type { CircleCursor } from "@/lib/circles/schema";

/**
 * How many people of a circle are expanded to find the next circle, and how many follows of each. Results are exact
 * below these limits and marked as sampled above them.
 */
export const EXPANSION_LIMITS = { cap: 3_000, most: 2_000 } as const;

/** A cursor before the first person of a circle. */
export const START_CURSOR: CircleCursor = { ways: Number.MAX_SAFE_INTEGER, followers: 0, id: "" };
