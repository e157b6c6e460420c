import { AsyncResource } from "node:async_hooks";
import type { z } from "zod";
import { away } from "@/lib/errors";
import { type Access, type Params, run, runGroup } from "@/lib/neo4j/run";
import { untilWritable } from "@/lib/neo4j/write";
import { singleton } from "@/lib/singleton";
import { StoreTimeoutError, withoutStoreBudget, withTimeout } from "@/lib/store-timeout";

/** The queries that callers may share: those of what people do most. None has `LIMIT` or `SKIP` with a parameter. */
export const GROUPED = [
  ...(["barks/create", "barks/create_plain", "barks/viewer_state"] as const),
  ...(["reactions/like", "reactions/unlike", "reactions/react", "reactions/rebark", "people/follow"] as const),
  ...(["effects/recipients", "effects/acts", "notifications/after_bark", "notifications/between"] as const),
] as const;
type Grouped = (typeof GROUPED)[number];

/** A call that waits for its turn. */
interface Waiting {
  params: Params;
  /** Takes the rows that it was answered with. */
  take: (rows: Record<string, unknown>[]) => void;
  /** Runs it after all on its own. */
  runAlone: () => Promise<void>;
}

/** The calls of one query in this process. */
interface Lane {
  running: number;
  waiting: Waiting[];
}

/** Transactions of one query at the same time: while one commits, another one computes. */
const AT_ONCE = 2;
/** Calls in one transaction: more would make the first wait too long for the last. */
const MOST = 32;
/** Calls that run again at the same time after their group failed. */
const AGAIN_AT_ONCE = 8;
/** After this long (ms) a transaction probably waits for a lock, and no longer keeps others from beginning. */
const SLOW_MS = 1_000;

const lanes = singleton("neo4j-lanes", () => new Map<string, Lane>());

/**
 * `read` for queries of which many run at the same time: several callers share one transaction.
 * A call that finds no more than one other of its query runs at once and alone. Those that arrive meanwhile go into the
 * next transaction together, so that they share its round trip and its commit. When one of them fails, or waits for a
 * lock, all of them run again, each on its own.
 * @throws ApiError `away` when the database does not answer.
 */
export function readTogether<Row>(name: Grouped, params: Params, row: z.ZodType<Row>): Promise<Row[]> {
  return runTogether(name, params, row, "read");
}

/**
 * `write`, with the transaction shared as `readTogether` does. Each call is complete or has not happened, as before.
 * @throws ApiError `away` when the database does not answer.
 */
export async function writeTogether<Row>(name: Grouped, params: Params, row: z.ZodType<Row>): Promise<Row[]> {
  await untilWritable();
  return runTogether(name, params, row, "write");
}

async function runTogether<Row>(name: Grouped, params: Params, row: z.ZodType<Row>, access: Access): Promise<Row[]> {
  const lane = laneOf(name);
  if (lane.running < AT_ONCE) {
    const leave = enter(name, lane, access);
    return run(name, params, row, access).finally(leave);
  }
  const answered = new Promise<Row[]>((resolve, reject) => {
    lane.waiting.push({
      params,
      take(rows) {
        try {
          resolve(rows.map((each) => row.parse(each)));
        } catch (error) {
          reject(error);
        }
      },
      // Within the time that the caller's own request has left.
      runAlone: AsyncResource.bind(() => run(name, params, row, access).then(resolve, reject)),
    });
  });
  try {
    return await withTimeout(name, answered);
  } catch (error) {
    throw error instanceof StoreTimeoutError ? away(error) : error;
  }
}

function laneOf(name: string): Lane {
  const lane = lanes().get(name) ?? { running: 0, waiting: [] };
  lanes().set(name, lane);
  return lane;
}

/** Takes one of the places of a lane. @returns what gives it to those who wait; so does time */
function enter(name: Grouped, lane: Lane, access: Access): () => void {
  lane.running++;
  let isIn = true;
  const leave = () => {
    if (!isIn) return;
    isIn = false;
    clearTimeout(timer);
    lane.running--;
    // What waits belongs to other requests.
    withoutStoreBudget(() => begin(name, lane, access));
  };
  const timer = setTimeout(leave, SLOW_MS);
  return leave;
}

/** Begins the next transaction with what waits. */
function begin(name: Grouped, lane: Lane, access: Access): void {
  const calls = lane.waiting.splice(0, MOST);
  if (calls.length === 0) return;
  const leave = enter(name, lane, access);
  const params = calls.map((call) => call.params);
  void runGroup(name, params, access, SLOW_MS)
    .then(
      (rows) => calls.forEach(({ take }, index) => take(rows[index] ?? [])),
      () => runAgain(calls),
    )
    .finally(leave);
}

/** Runs each of the calls of a failed group on its own. */
async function runAgain(calls: Waiting[]): Promise<void> {
  const left = [...calls];
  const runSome = async () => {
    for (let call = left.shift(); call; call = left.shift()) await call.runAlone();
  };
  await Promise.all(Array.from({ length: AGAIN_AT_ONCE }, runSome));
}
