import { Snowflake } from "@sapphire/snowflake";
import { singleton } from "@/lib/singleton";

/**
 * With this epoch every id made between July 2022 and 2084 has 19 digits, so ids compare as
 * strings exactly as they compare as numbers: in Cypher, in Redis and in JavaScript.
 */
const EPOCH = Date.UTC(2015, 0, 1);
const DIGITS = 19;
const LARGEST = "9223372036854775807";

const snowflake = singleton("snowflake", () => {
  const worker = Number(process.env["BARKER_WORKER"] ?? process.pid % 1024);
  const made = new Snowflake(EPOCH);
  made.workerId = BigInt(worker >> 5) & 31n;
  made.processId = BigInt(worker) & 31n;
  return made;
});

/** A new time-ordered id, unique across processes with different `BARKER_WORKER` (0–1023). */
export function newId(): string {
  return snowflake().generate().toString();
}

/** An id as it would have been made at `ms` (Unix milliseconds); for imports and the demo town. */
export function idAt(ms: number): string {
  return snowflake().generate({ timestamp: ms }).toString();
}

/** The smallest id that can be made at `ms` (Unix milliseconds), as a bound. */
export function idFloor(ms: number): string {
  return (BigInt(ms - EPOCH) << 22n).toString().padStart(DIGITS, "0");
}

/** When an id was made, in Unix milliseconds. */
export function idTime(id: string): number {
  return snowflake().timestampFrom(id);
}

/**
 * A paging bound as clients send it, brought to the width of our ids so that it compares as a
 * string: "0" and "99999999999999999999" are legal bounds. Null when it is not a decimal number.
 */
export function idBound(raw: string): string | null {
  if (!/^\d{1,40}$/.test(raw)) return null;
  const digits = raw.replace(/^0+(?=\d)/, "");
  return digits.length > DIGITS ? LARGEST : digits.padStart(DIGITS, "0");
}
