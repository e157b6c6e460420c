import { limitConcurrency } from "@/lib/limit-concurrency";
import { singleton } from "@/lib/singleton";

/** The maximum number of requests with files in progress, per caller and in total. */
const OWN = 3;
const ALL = 12;

type Gate = ReturnType<typeof limitConcurrency>;
const gates = singleton("uploads", () => ({
  all: limitConcurrency(ALL),
  own: new Map<string, { gate: Gate; users: number }>(),
}));

/**
 * Queues requests with files: a body of several megabytes stays in memory until the response, so their number is
 * limited, in total and per caller.
 */
export async function limitUploads<T>(who: string, work: () => Promise<T>): Promise<T> {
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
