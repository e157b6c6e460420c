import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { releaseLease, takeLease } from "@/lib/instance/writes";
import { log } from "@/lib/log";
import { MINUTE_MS } from "@/lib/time";

const LEASE_MS = MINUTE_MS;
const RENEW_MS = 20_000;

/**
 * Runs `act` in one process at a time, under a lease. The others wait, and one of them takes over when the holder ends
 * or is lost.
 * @param stop aborts both the waiting and `act`
 */
export async function withTurn(name: string, stop: AbortSignal, act: (stop: AbortSignal) => Promise<void>) {
  const lease = { name, holder: randomUUID(), ms: LEASE_MS, spare: 0 };
  let turn: { lost: AbortController; done: Promise<void> } | null = null;
  while (!stop.aborted) {
    // Unknown while the database is unavailable; nothing runs then anyway.
    const { mine } = await takeLease(lease).catch(() => ({ mine: turn !== null }));
    if (mine && !turn && !stop.aborted) {
      const lost = new AbortController();
      turn = { lost, done: act(AbortSignal.any([stop, lost.signal])) };
    }
    if (!mine && turn) {
      turn.lost.abort();
      await turn.done;
      turn = null;
    }
    await sleep(RENEW_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  await turn?.done;
  await releaseLease(lease).catch((error: unknown) =>
    log().debug({ err: error }, "lease not released, it will expire"),
  );
}
