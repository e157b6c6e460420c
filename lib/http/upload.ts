import { limitConcurrency } from "@/lib/limit-concurrency";
import { singleton } from "@/lib/singleton";

/** Requests with files that one caller may have in memory at a time, and all callers together. */
const OWN = 3;
const ALL = 12;

type Gate = ReturnType<typeof limitConcurrency>;
const gates = singleton("uploads", () => ({
  all: limitConcurrency(ALL),
  own: new Map<string, { gate: Gate; users: number }>(),
}));

/**
 * Reads and serves a request with a file in its turn: a body of some megabytes stays in memory until it is
 * answered, so there may be only so many, and nobody alone may keep the others waiting.
 */
export async function uploading<T>(who: string, work: () => Promise<T>): Promise<T> {
  const { all, own } = gates();
  const mine = own.get(who) ?? { gate: limitConcurrency(OWN), users: 0 };
  own.set(who, mine);
  mine.users += 1;
  try {
    return await mine.gate(() => all(work));
  } finally {
    mine.users -= 1;
    if (mine.users === 0) own.delete(who);
  }
}
