import { randomInt, randomUUID } from "node:crypto";
import { mayMakeIds, useWorkerNumber, WORKER_NUMBERS } from "@/lib/ids";
import { releaseLease, hasLeaseConstraint, takeLease, type Lease } from "@/lib/instance/writes";
import { log } from "@/lib/log";
import { MINUTE_MS } from "@/lib/time";

const LEASE_MS = 5 * MINUTE_MS;
const RENEW_MS = MINUTE_MS;
const RETRY_MS = 500;
const WAIT_MS = 5_000;
/** The allowed clock skew (ms). A number is not leased again for twice as long. */
const CLOCK_SKEW_MS = 30_000;

/**
 * Leases a worker number, which makes the ids of this process unique, and renews the lease. Without one, no ids are
 * generated. It depends on the database only, without which no ids are needed.
 * @returns `waited`: resolved when there is a number, or after 5 s without one
 */
export function keepWorkerNumber(): { waited: Promise<void>; stop(): Promise<void> } {
  const holder = randomUUID();
  let lease: Lease | null = null;
  let guarded = false;
  let timer: NodeJS.Timeout | undefined;

  async function take(): Promise<boolean> {
    guarded ||= await hasLeaseConstraint();
    if (!guarded) return false;
    const number = lease ? numberOf(lease) : randomInt(WORKER_NUMBERS);
    const wanted = { name: `worker:${number}`, holder, ms: LEASE_MS, spare: 2 * CLOCK_SKEW_MS };
    const begun = Date.now();
    const { mine, now } = await takeLease(wanted);
    lease = mine ? wanted : null;
    if (!mine) return false;
    if (now < begun - CLOCK_SKEW_MS || now > Date.now() + CLOCK_SKEW_MS) {
      log().error({ now, begun }, "the clock of this machine or of the database is wrong: no ids are generated");
      return false;
    }
    useWorkerNumber(number, begun + LEASE_MS);
    return true;
  }

  async function keep(): Promise<void> {
    const taken = await take().catch((error: unknown) => {
      log().debug({ err: error }, "no worker number yet");
      return false;
    });
    timer = setTimeout(next, taken ? RENEW_MS : RETRY_MS);
  }
  const next = () => void (turn = keep());

  useWorkerNumber(0, 0);
  let turn: Promise<void> = keep();
  return {
    waited: until(Date.now() + WAIT_MS),
    async stop() {
      await turn;
      clearTimeout(timer);
      if (!lease || !mayMakeIds()) return;
      useWorkerNumber(0, 0);
      await releaseLease(lease);
    },
  };
}

async function until(end: number): Promise<void> {
  while (!mayMakeIds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

function numberOf({ name }: Lease): number {
  return Number(name.split(":")[1]);
}
