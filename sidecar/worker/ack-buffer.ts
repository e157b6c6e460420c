import { markDelivered } from "@/lib/delivery/writes";
import { log } from "@/lib/log";
import { tcpRedis } from "@/lib/redis/tcp";
import { acknowledgeJobs, type JobEntry } from "@/sidecar/worker/jobs";

/** How long (ms) delivered jobs are buffered, so that one commit ends many. */
const FLUSH_MS = 50;

export interface AckBuffer {
  /** Adds a job whose effects are all applied. */
  add(entry: JobEntry): void;
  /** Flushes the buffer and stops. */
  close(): Promise<void>;
}

/**
 * Ends delivered jobs: first their outbox entries and, after the commit, the jobs. If a store is unavailable, the jobs
 * are reclaimed and delivered again, which is harmless.
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
      log().debug({ err: error }, "delivered jobs not recorded yet");
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
