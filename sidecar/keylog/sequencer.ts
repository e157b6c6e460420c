import { randomUUID } from "node:crypto";
import { publishedCode } from "@/lib/keylog/log/code";
import { logKeys } from "@/lib/keylog/log/policy";
import { isGuarded, logHead, pendingUpdates } from "@/lib/keylog/log/reads";
import { sequence } from "@/lib/keylog/log/writes";
import { RolledBackError } from "@/lib/keylog/log/witness";
import { endRemovedDevices, logRenames } from "@/lib/keylog/upkeep/writes";
import { releaseLease, takeLease } from "@/lib/instance/writes";
import { log } from "@/lib/log";
import { forgetDevice } from "@/lib/messages/upkeep/writes";
import { metrics } from "@/lib/metrics";
import { channels } from "@/lib/redis/keys";
import { connectRedis } from "@/lib/redis/tcp";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

/** How often (ms) it looks for something new when nobody wakes it. */
const INTERVAL_MS = 2_000;
/** The lease of a sequencer that died is free after this long (ms). */
const LEASE_MS = 6_000;

/**
 * Adds to the key log what waits for it, in one process at a time. The lease only saves work: the transaction that
 * commits a batch refuses a second one on the same log.
 */
export function startSequencer(): { stop(): Promise<void> } {
  if (logKeys() === null) {
    log().warn("there is no key log: BARKER_LOG_KEY and BARKER_VRF_KEY are not set");
    return { stop: () => Promise.resolve() };
  }
  const lease = { name: "key-log", holder: randomUUID(), ms: LEASE_MS, spare: 0 };
  const code = publishedCode();
  const subscriber = connectRedis();
  let stopped = false;
  let woken = false;
  let wake: () => void = () => undefined;
  const alarm = () => {
    woken = true;
    wake();
  };
  subscriber.on("error", () => undefined);
  subscriber.on("message", alarm);
  subscriber.on("ready", () => {
    subscriber.subscribe(channels.keyLog).catch((error: unknown) => log().debug({ err: error }, "not woken by others"));
  });

  let guarded = false;

  async function turn(): Promise<void> {
    guarded ||= await isGuarded();
    if (!guarded) return;
    const { mine } = await takeLease(lease);
    if (!mine) return;
    await logRenames();
    const end = metrics().sequencing.startTimer();
    const more = await sequence({ code: await code });
    end();
    // What has just been removed from a chain is in the log now.
    await endRemovedDevices(forgetDevice);
    await measure();
    woken ||= more;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      await turn().catch(report);
      if (!woken && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, INTERVAL_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      subscriber.disconnect();
      await running;
      await releaseLease(lease).catch(() => undefined);
    },
  };
}

/** Reports why a turn failed. Everything is tried again in two seconds. */
function report(error: unknown): void {
  if (error instanceof RolledBackError) log().error({ err: error }, "the key log was rolled back and is not signed");
  else if (isStoreUnavailable(error)) log().debug({ err: error }, "the key log waits for its stores");
  else log().warn({ err: error }, "the key log waits");
}

/** Sets the metrics that describe the log. */
async function measure(): Promise<void> {
  const [head, pending] = await Promise.all([logHead(), pendingUpdates()]);
  metrics().logSize.set(head?.signedSize ?? 0);
  metrics().logPending.set(pending);
  metrics().logAge.set(head?.signedAt ? (Date.now() - head.signedAt) / 1_000 : 0);
}
