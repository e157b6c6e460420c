import type { z } from "zod";
import { away } from "@/lib/errors";
import { pauseLeft } from "@/lib/neo4j/pause";
import { writeInPause, type Params } from "@/lib/neo4j/run";
import { singleton } from "@/lib/singleton";
import { storeBudgetLeft, withStoreBudget, withTimeout, StoreTimeoutError } from "@/lib/store-timeout";

/** For how long (ms) a process relies on its last look for a pause. A backup waits that long before it reads. */
export const LOOK_MS = 1_000;
/** How long (ms) a write that waits for the end of a pause sleeps between two looks. */
const SLEEP_MS = 200;

/**
 * Runs a write query of `cypher/` as one transaction and returns its rows, validated by `row`.
 * Retries when the database asks for it. A connection may fail after the commit and before the
 * answer, so every write query is idempotent: it merges, or creates a node whose
 * id the caller chose and a constraint keeps unique.
 *
 * While a backup reads the graph, a write waits: a request for as long as its budget allows, other work to the end.
 * @throws ApiError `away` when the database does not answer, or the pause lasts longer than the request.
 */
export async function write<Row>(name: string, params: Params, row: z.ZodType<Row>): Promise<Row[]> {
  await untilWritable();
  return writeInPause(name, params, row);
}

/** When (`performance.now()`) this process last began to look, and saw no pause; and the look that is under way. */
const lastLook = singleton("neo4j-pause", (): { at: number; running: Promise<number> | null } => ({
  at: -Infinity,
  running: null,
}));

/**
 * Waits for the end of a pause, if there is one.
 * @throws ApiError `away` when the database does not answer, or the pause lasts longer than the request.
 */
export async function untilWritable(): Promise<void> {
  if (performance.now() - lastLook().at < LOOK_MS) return;
  const left = storeBudgetLeft();
  const end = left === null ? Infinity : performance.now() + left;
  for (;;) {
    const pause = await withTimeout("leases/left", look()).catch((error: unknown) => {
      throw error instanceof StoreTimeoutError ? away(error) : error;
    });
    if (pause <= 0) return;
    const ms = Math.min(pause, SLEEP_MS);
    if (performance.now() + ms > end) throw away(new Error("writing is paused for a backup"));
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/**
 * Looks once for all writes that ask at the same time, so that they go on together (`writeTogether`). It belongs to none
 * of their requests and has a budget of its own.
 * @returns how long (ms) the pause still lasts, 0 without one
 */
function look(): Promise<number> {
  const state = lastLook();
  const begun = performance.now();
  state.running ??= withStoreBudget(pauseLeft)
    .then((left) => {
      if (left <= 0) state.at = begun;
      return left;
    })
    .finally(() => (state.running = null));
  return state.running;
}
