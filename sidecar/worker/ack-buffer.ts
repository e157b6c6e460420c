import { markDelivered } from "@/lib/delivery/writes";
import { log } from "@/lib/log";
import { tcpRedis } from "@/lib/redis/tcp";
import { acknowledgeJobs, type JobEntry } from "@/sidecar/worker/jobs";

/** How long delivered jobs are buffered (ms): one commit for all of them instead of one each. */
const FLUSH_MS = 50;

export interface AckBuffer {
  /** Notes that all effects of a job have happened. */
  add(entry: JobEntry): void;
  /** Writes down what is buffered, and stops. */
  close(): Promise<void>;
}

/**
 * Ends delivered jobs: first their outbox entries, then, when that has committed, the jobs. What it
 * cannot write down (a store is away) is delivered once more by whoever reclaims it, and that
 * changes nothing.
 */
export function createAckBuffer(): AckBuffer {
  let buffered: JobEntry[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const entries = buffered;
    buffered = [];
    if (entries.length === 0) return;
    try {
      await markDelivered(entries.flatMap((entry) => entry.job?.outboxId ?? []));
      await acknowledgeJobs(
        tcpRedis(),
        entries.map((entry) => entry.id),
      );
    } catch (error) {
      log().debug({ err: error }, "delivered jobs not written down yet");
    }
  }

  const timer = setInterval(() => {
    writing = writing.then(write);
  }, FLUSH_MS);
  return {
    add: (entry) => void buffered.push(entry),
    async close() {
      clearInterval(timer);
      await writing.then(write);
    },
  };
}
