import { log } from "@/lib/log";
import type { Messenger } from "@/lib/messenger/schema";
import { MINUTE } from "@/local/town/clock";
import { openDevice, type Pal, type Surroundings } from "@/local/town/messages/device";

/** What the town keeps of the visitor's account: one device of it, which lets the visitor's browsers into their groups. */
export interface VisitorDevice {
  pal: Pal;
  /** Whether the visitor has a device besides this one. */
  hasCome(): Promise<boolean>;
}

/** An account has at most 20 devices. From this many on, the one that was seen least lately is removed. */
const CROWDED = 12;
const PRUNING = MINUTE;
const WAY = "words";

/**
 * Opens the town's device of the visitor's account: the first one of it, or one that the words let in. Makes sure that
 * the words let the visitor's next browser in.
 */
export async function keepVisitor(
  around: Surroundings,
  visitor: { id: string; handle: string },
  words: string[],
): Promise<VisitorDevice> {
  const pal = await openDevice(around, visitor);
  const { messenger, engine } = pal.running;
  try {
    await enter(messenger, words);
  } catch (error) {
    await pal.close();
    throw error;
  }
  return {
    pal,
    async hasCome() {
      const { phase } = await messenger.state();
      const account = engine.store.get("device")?.accountId;
      return account ? phase !== "ready" || engine.log.devices(account).length > 1 : false;
    },
  };
}

async function enter(messenger: Messenger, words: string[]): Promise<void> {
  const before = await messenger.enrol("The demo town");
  if (before.phase === "locked" && before.ways.includes(WAY)) {
    await messenger.unlockWithWords(words).catch((error: unknown) => {
      log().debug({ err: error }, "the visitor has words of their own");
    });
  }
  const state = await messenger.state();
  if (state.phase === "ready" && !state.archive.ways.includes(WAY)) await messenger.keepWords(words);
}

let pruned = 0;

/** Removes the visitor's oldest browser when there are many, since there is room for only so many. */
export async function prune({ pal }: VisitorDevice): Promise<void> {
  const { messenger, engine } = pal.running;
  const account = engine.store.get("device")?.accountId;
  if (!account || engine.log.devices(account).length <= CROWDED || Date.now() - pruned < PRUNING) return;
  pruned = Date.now();
  const others = (await messenger.devices()).filter(({ current }) => !current);
  const [oldest] = others.toSorted((a, b) => (a.lastSeenAt ?? a.since) - (b.lastSeenAt ?? b.since));
  if (oldest) await messenger.removeDevice(oldest.deviceId);
}
