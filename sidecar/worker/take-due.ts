import { log } from "@/lib/log";

/** How often (ms) due work is looked up. */
const POLL_MS = 250;

interface DueWork {
  /** The most ids that are worked on at a time. */
  concurrent: number;
  isOn: () => boolean;
  /** Leases up to `room` ids that are due. */
  due: (room: number) => Promise<string[]>;
  /** Never rejects: a failure is logged, and the id is due again when its lease ends. */
  work: (id: string) => Promise<void>;
  /** What the log says when nothing can be looked up. */
  postponed: string;
}

/** Works on what is due until it is stopped, independently of the delivery of jobs. Stopping waits for what has begun. */
export function takeDue({ concurrent, isOn, due, work, postponed }: DueWork): { stop(): Promise<void> } {
  const inFlight = new Set<Promise<void>>();
  let polling: Promise<void> | null = null;

  async function poll(): Promise<void> {
    const room = concurrent - inFlight.size;
    for (const id of room > 0 ? await due(room) : []) {
      const task = work(id).finally(() => inFlight.delete(task));
      inFlight.add(task);
    }
  }

  const timer = setInterval(() => {
    if (!isOn()) return;
    polling ??= poll()
      .catch((error: unknown) => log().debug({ err: error }, postponed))
      .finally(() => (polling = null));
  }, POLL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await polling;
      await Promise.allSettled(inFlight);
    },
  };
}
