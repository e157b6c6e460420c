import { afterAll, beforeAll } from "vitest";
import { driver } from "@/lib/neo4j";
import { tokenTransport } from "@/lib/messenger/node-ports";
import { startSequencer } from "@/sidecar/keylog/sequencer";
import { apiUrl } from "@/testing/api";
import { HOLD_MS, holdLog, useWitnesses } from "@/testing/key-accounts";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { openDevice, type Pocket } from "@/testing/pockets";

/**
 * Starts the sequencer of the key log, and lets clients do without witnesses: files of tests run at the same time on one
 * log, and each would have its own. @returns what ends it
 */
export async function startKeyLog(): Promise<() => Promise<void>> {
  const release = await holdLog(true);
  useWitnesses([]);
  const sequencer = startSequencer();
  return async () => {
    await sequencer.stop();
    await release();
  };
}

/** Has the key log run while the tests of a file do, and closes the database after them. */
export function useKeyLog(): void {
  let end: () => Promise<void>;
  beforeAll(async () => {
    end = await startKeyLog();
  }, HOLD_MS);
  afterAll(async () => {
    // What is still on its way would wait for a database that is closed.
    await Promise.all(opened.splice(0).map(({ running }) => running.stop()));
    await end();
    await driver().close();
  });
}

/** The devices that tests have opened. */
const opened: Pocket[] = [];

/** Opens a device of a person, without keys or with what it stored before. */
export async function openPocket(person?: TestPerson, values?: Map<string, Uint8Array>): Promise<Pocket> {
  const owner = person ?? (await makePerson());
  const { token } = await makeToken(owner.id, ["messages", "read", "write"]);
  const pocket = await openDevice(owner, tokenTransport(apiUrl, token), values);
  opened.push(pocket);
  return pocket;
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
