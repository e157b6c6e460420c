import { Snowflake } from "@sapphire/snowflake";
import { away } from "@/lib/errors";
import { singleton } from "@/lib/singleton";

/**
 * With this epoch, every id from July 2022 to 2084 has 19 digits, so ids sort as strings exactly as
 * they do as numbers: in Cypher, in Redis and in JavaScript.
 */
const EPOCH = Date.UTC(2015, 0, 1);
const DIGITS = 19;
const LARGEST = "9223372036854775807";
/** No id is greater: the upper bound of a list that is read from its newest entry. */
export const MAX_ID = "9".repeat(DIGITS);

/** Serving processes lease a number below this (`lib/instance/worker-number.ts`). */
export const WORKER_NUMBERS = 896;
const FOR_TOOLS = 1024 - WORKER_NUMBERS;

const snowflake = singleton("snowflake", () => new Snowflake(EPOCH));
/** The worker number, and until when (Unix ms) it is leased. Tools and tests use numbers that are never leased. */
const worker = singleton("worker", () => ({ number: WORKER_NUMBERS + (process.pid % FOR_TOOLS), until: Infinity }));

/** Uses this worker number, which no other process has, until `until` (Unix ms). */
export function useWorkerNumber(number: number, until: number): void {
  Object.assign(worker(), { number, until });
}

/** Whether this process has a valid worker number. */
export function mayMakeIds(): boolean {
  return Date.now() < worker().until;
}

/**
 * A new time-ordered id, unique across all processes.
 * @throws ApiError `away` while this process has no number of its own
 */
export function newId(): string {
  const now = Date.now();
  if (now >= worker().until) throw away(new Error("no worker number"));
  return generate(now);
}

function generate(timestamp: number): string {
  const number = BigInt(worker().number);
  return snowflake()
    .generate({ timestamp, workerId: number >> 5n, processId: number & 31n })
    .toString();
}

/** An id for the time `ms` (Unix milliseconds); for imports and the demo town. */
export function idAt(ms: number): string {
  return generate(ms);
}

/** The smallest possible id at `ms` (Unix milliseconds), as a bound. */
export function idFloor(ms: number): string {
  return (BigInt(ms - EPOCH) << 22n).toString().padStart(DIGITS, "0");
}

/** The bound directly above an id, for lists that end with it. */
export function justAbove(id: string): string {
  return (BigInt(id) + 1n).toString();
}

/** The time of an id, in Unix milliseconds. */
export function idTime(id: string): number {
  return snowflake().timestampFrom(id);
}

/** The bits of an id that its short form leaves out, so that JavaScript can hold it until 2084. */
const SHORTENED = 10n;

/** A short form of an id as a number that JavaScript can hold: ids that are made later have a number at least as large. */
export function shortId(id: string): number {
  return Number(BigInt(id) >> SHORTENED);
}

/** The bounds of the ids with a short form: the smallest and the largest. Null when the text is no short form. */
export function idsOfShort(raw: string): { smallest: string; largest: string } | null {
  if (!/^\d{15,16}$/.test(raw)) return null;
  const smallest = BigInt(raw) << SHORTENED;
  const largest = smallest + (1n << SHORTENED) - 1n;
  return { smallest: String(smallest).padStart(DIGITS, "0"), largest: String(largest).padStart(DIGITS, "0") };
}

/**
 * A paging bound as clients send it, padded to the width of our ids so that it compares as a
 * string: "0" and "99999999999999999999" are valid bounds. Null when it is not a decimal number.
 */
export function idBound(raw: string): string | null {
  if (!/^\d{1,40}$/.test(raw)) return null;
  const digits = raw.replace(/^0+(?=\d)/, "");
  return digits.length > DIGITS ? LARGEST : digits.padStart(DIGITS, "0");
}
