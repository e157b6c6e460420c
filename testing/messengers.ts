import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { memoryStorage, storedKeys, tokenTransport } from "@/lib/messenger/node-ports";
import type { MessengerTransport, TransportAnswer } from "@/lib/messenger/ports";
import { startSequencer } from "@/sidecar/keylog/sequencer";
import { apiUrl } from "@/testing/api";
import { useWitnesses } from "@/testing/key-accounts";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

/** What happens to a request: it passes, it is lost on its way, or its answer is lost. */
export type Fate = "pass" | "lost" | "unanswered";

/** A device of a test person: a messenger that can be closed at any moment, and opened again from what it stored. */
export interface Pocket {
  person: TestPerson;
  token: string;
  values: Map<string, Uint8Array>;
  running: RunningMessenger;
  /** Decides about each request; null: all pass. */
  fate: ((method: string, path: string) => Fate) | null;
  /** Changes answers of the server, which then lies. */
  lie: ((method: string, path: string, answer: TransportAnswer) => TransportAnswer) | null;
  /** What it could not handle by itself. */
  warnings: string[];
  /** Ms by which its clock is ahead. */
  ahead: number;
  /** Forgets everything that was not stored, as a crash does. */
  reopen(): Promise<void>;
}

/**
 * Starts the sequencer of the key log, and lets clients do without witnesses: files of tests run at the same time on one
 * log, and each would have its own. @returns what ends it
 */
export async function startKeyLog(): Promise<() => Promise<void>> {
  useWitnesses([]);
  const sequencer = startSequencer();
  return () => sequencer.stop();
}

/** Opens a device of a person, without keys. */
export async function openPocket(person?: TestPerson, values = new Map<string, Uint8Array>()): Promise<Pocket> {
  const owner = person ?? (await makePerson());
  const { token } = await makeToken(owner.id, ["messages", "read", "write"]);
  const pocket = { person: owner, token, values, fate: null, lie: null, warnings: [], ahead: 0 } as unknown as Pocket;
  const open = () => {
    const storage = memoryStorage(pocket.values);
    return createMessenger({
      transport: unreliable(pocket, tokenTransport(apiUrl, token)),
      storage,
      keys: storedKeys(storage),
      host: "town.example",
      personId: owner.id,
      now: () => Date.now() + pocket.ahead,
      warn: (message) => void pocket.warnings.push(message),
    });
  };
  pocket.running = await open();
  pocket.reopen = async () => {
    // Whatever still runs in the old one can neither write nor send.
    const old = pocket.running;
    pocket.values = new Map(pocket.values);
    pocket.fate = () => "lost";
    await old.stop();
    pocket.fate = null;
    pocket.running = await open();
  };
  return pocket;
}

function unreliable(pocket: Pocket, transport: MessengerTransport): MessengerTransport {
  return {
    async request(method, path, request) {
      const fate = pocket.fate?.(method, path) ?? "pass";
      if (fate === "lost") throw new Error("lost");
      const answer = await transport.request(method, path, request);
      if (fate === "unanswered") throw new Error("unanswered");
      return pocket.lie?.(method, path, answer) ?? answer;
    },
  };
}

/** A person with one device that has keys. */
export async function enrolledPocket(person?: TestPerson, name = "Phone"): Promise<Pocket> {
  const pocket = await openPocket(person);
  await pocket.running.messenger.enrol(name);
  await pocket.running.settle();
  return pocket;
}

/** A second device of somebody, linked by a code. */
export async function linkedPocket(first: Pocket, name = "Laptop"): Promise<Pocket> {
  const pocket = await openPocket(first.person);
  await pocket.running.messenger.enrol(name);
  const { code } = await pocket.running.messenger.offerLink();
  await first.running.messenger.acceptLink(code);
  await pocket.running.settle();
  await first.running.settle();
  await pocket.running.settle();
  return pocket;
}

/** The texts of a conversation on a device, oldest first. */
export async function textsOf({ running }: Pocket, id: string): Promise<string[]> {
  const { messages } = await running.messenger.messages(id, { limit: 1000 });
  return messages.filter(({ kind }) => kind === "text").map(({ text }) => text);
}

/** Lets all devices fetch and send until nothing is left. */
export async function settleAll(...pockets: Pocket[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { running } of pockets) await running.settle();
}
