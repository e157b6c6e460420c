import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { memoryStorage, storedKeys } from "@/lib/messenger/node-ports";
import type { MessengerTransport, TransportAnswer, TransportRequest } from "@/lib/messenger/ports";
import { singleton } from "@/lib/singleton";
import type { TestPerson } from "@/testing/people";

/** Answers a request instead of the server, or leaves it to the server with null. */
export type Impostor = (
  method: string,
  path: string,
  request: TransportRequest,
) => TransportAnswer | null | Promise<TransportAnswer | null>;

/** What happens to a request: it passes, it is lost on its way, or its answer is lost. */
export type Fate = "pass" | "lost" | "unanswered";

/** A device of a test person: a messenger that can be closed at any moment, and opened again from what it stored. */
export interface Pocket {
  person: TestPerson;
  values: Map<string, Uint8Array>;
  running: RunningMessenger;
  /** Decides about each request; null: all pass. */
  fate: ((method: string, path: string) => Fate) | null;
  /** Changes answers of the server, which then lies. */
  lie: ((method: string, path: string, answer: TransportAnswer) => TransportAnswer) | null;
  /** Answers instead of the server. */
  instead: Impostor | null;
  /** What it could not handle by itself. */
  warnings: string[];
  /** Ms by which its clock is ahead. */
  ahead: number;
  /** Forgets everything that was not stored, as a crash does. */
  reopen(): Promise<void>;
}

/** What ends the devices that the present file has opened; the files' common set-up calls it. */
const closers = singleton("test-closers", () => new Set<() => Promise<void>>());

/** Opens a device of a person, with what it stored before. */
export async function openDevice(
  person: TestPerson,
  transport: MessengerTransport,
  values = new Map<string, Uint8Array>(),
): Promise<Pocket> {
  const pocket = { person, values, fate: null, lie: null, instead: null, warnings: [], ahead: 0 } as unknown as Pocket;
  let life = { isOver: false };
  const open = () => {
    const own = (life = { isOver: false });
    const storage = memoryStorage(pocket.values);
    return createMessenger({
      transport: unreliable(pocket, own, transport),
      storage,
      keys: storedKeys(storage),
      host: "town.example",
      personId: person.id,
      now: () => Date.now() + pocket.ahead,
      warn: (message) => void pocket.warnings.push(message),
    });
  };
  pocket.running = await open();
  closers().add(async () => {
    life.isOver = true;
    await pocket.running.stop();
  });
  pocket.reopen = async () => {
    // Whatever still runs in the old one can neither send nor change what the new one reads.
    life.isOver = true;
    pocket.values = new Map(pocket.values);
    await pocket.running.stop();
    pocket.fate = null;
    pocket.running = await open();
  };
  return pocket;
}

function unreliable(pocket: Pocket, life: { isOver: boolean }, transport: MessengerTransport): MessengerTransport {
  return {
    async request(method, path, request) {
      const fate = life.isOver ? "lost" : (pocket.fate?.(method, path) ?? "pass");
      if (fate === "lost") throw new Error("lost");
      const answer =
        (await pocket.instead?.(method, path, request ?? {})) ?? (await transport.request(method, path, request));
      if (fate === "unanswered") throw new Error("unanswered");
      return pocket.lie?.(method, path, answer) ?? answer;
    },
  };
}

/** The texts of a conversation on a device, oldest first. */
export async function textsOf({ running }: Pocket, id: string): Promise<string[]> {
  const { messages } = await running.messenger.messages(id, { limit: 10_000 });
  return messages.filter(({ kind }) => kind === "text").map(({ text }) => text);
}

/** Lets all devices fetch and send until nothing is left. */
export async function settleAll(...pockets: Pocket[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { running } of pockets) await running.settle();
}
