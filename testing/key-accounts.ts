import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { toBase64Url, toHex } from "@/lib/bytes/encoding";
import { releaseLease, takeLease } from "@/lib/instance/writes";
import { signerFromSeed } from "@/lib/keychain/signing";
import { logKeys, logPolicy } from "@/lib/keylog/log/policy";
import { sequence } from "@/lib/keylog/log/writes";
import { appendEntry } from "@/lib/keylog/writes";
import { driver } from "@/lib/neo4j";
import { verifyLookup, type LookupContext } from "@/lib/transparency/lookup";
import { encodeVerifierKey } from "@/lib/transparency/note";
import { seenFile } from "@/local/witness/seen";
import { serveWitness } from "@/local/witness/server";
import { createWitness } from "@/local/witness/witness";
import { call } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { begun, makeDevice, type Signed, type TestDevice } from "@/testing/key-chains";
import { listen } from "@/testing/listen";
import { until } from "@/testing/until";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

const E2EE = "/api/v1/barker/e2ee";

/** A witness in this process. */
export interface RunningWitness {
  address: string;
  vkey: string;
  seed: Uint8Array;
  folder: string;
  stop(): Promise<void>;
}

/** Starts a witness that watches the log of this instance; with `before`, one that was stopped. */
export async function startWitness(before?: RunningWitness): Promise<RunningWitness> {
  const seed = before?.seed ?? new Uint8Array(randomBytes(32));
  const folder = before?.folder ?? mkdtempSync(join(tmpdir(), "witness-"));
  const [name, signer] = ["witness.example", signerFromSeed(seed)];
  const log = logKeys()?.key;
  if (!log) throw new Error("this instance has no key log");
  const server = serveWitness(createWitness({ name, signer, logs: [log], file: seenFile(folder) }));
  const port = before ? Number(new URL(before.address).port) : await listen(server);
  if (before) await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const vkey = encodeVerifierKey({ name, type: "cosignature", publicKey: signer.publicKey });
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { address: `http://127.0.0.1:${port}`, vkey, seed, folder, stop };
}

/** As many as processes run tests at the same time. */
const SLOTS = ["key-log-tests-1", "key-log-tests-2"];

/**
 * Keeps the log of this database to one test file, because it has a witness of its own; or, `shared`, to files that do
 * without witnesses. To be called before everything else, with `HOLD_MS` as the time limit.
 * @returns a function that lets others go on
 */
export async function holdLog(shared = false): Promise<() => Promise<void>> {
  const leases = SLOTS.map((name) => ({ name, holder: toHex(randomBytes(8)), ms: HOLD_MS, spare: 0 }));
  const take = async (lease: (typeof leases)[number]) => ((await takeLease(lease)).mine ? lease : null);
  const takeEither = async () => {
    for (const lease of leases) if (await take(lease)) return lease;
    return null;
  };
  const held: typeof leases = [];
  if (shared) held.push(await until(takeEither, HOLD_MS));
  else for (const lease of leases) held.push(await until(() => take(lease), HOLD_MS));
  return async () => {
    for (const lease of held) await releaseLease(lease);
  };
}
export const HOLD_MS = 150_000;

/** Has checkpoints cosigned by these witnesses only, from now on. */
export function useWitnesses(witnesses: { address: string; vkey: string }[]): void {
  changeEnv("BARKER_WITNESSES", witnesses.map(({ address, vkey }) => `${address} ${vkey}`).join(","));
}

/** Has the log to itself while the tests of a file run, with a witness of its own; closes the database after them. */
export function useOwnLog(): { witness: RunningWitness } {
  // There is one from `beforeAll` on; a test may replace it.
  const own = { witness: undefined as unknown as RunningWitness };
  let release: () => Promise<void>;
  beforeAll(async () => {
    release = await holdLog();
    own.witness = await startWitness();
    useWitnesses([own.witness]);
    await sequenceAll();
  }, HOLD_MS);
  afterAll(async () => {
    await own.witness.stop();
    await release();
    await driver().close();
  });
  return own;
}

/** Adds everything that waits to the log. */
export async function sequenceAll(): Promise<void> {
  while (await sequence()) continue;
}

/** A person with an account of encrypted messages and one device. */
export interface Keyed {
  person: TestPerson;
  token: string;
  device: TestDevice;
  chain: Signed;
  accountId: string;
}

/** Somebody whose app may use messages. */
export async function messenger(): Promise<{ person: TestPerson; token: string }> {
  const person = await makePerson();
  const { token } = await makeToken(person.id, ["messages"]);
  return { person, token };
}

/** Sends an entry to the server, without waiting for the log. */
export function append(token: string, bytes: Uint8Array, deviceName = "Firefox on Linux") {
  return call("POST", `${E2EE}/append`, { token, json: { entry: toBase64Url(bytes), device_name: deviceName } });
}

/** Somebody who has enrolled their first device; the log is told, not sequenced. */
export async function enrolled(): Promise<Keyed> {
  const [{ person, token }, device] = [await messenger(), makeDevice()];
  const chain = await begun([device]);
  await appendEntry({ personId: person.id, bytes: chain.bytes, deviceName: "Firefox on Linux" });
  return { person, token, device, chain, accountId: toHex(chain.state.accountId) };
}

/** Looks a label up as a client does, and verifies the answer. */
export async function lookUp(token: string, label: string, known: Partial<LookupContext> = {}) {
  const since = known.lastCheckpoint?.size ?? 0;
  const seq = known.knownState?.seq ?? -1;
  const query = `label=${encodeURIComponent(label)}&since=${since}&known_seq=${seq}`;
  const { status, json } = await call("GET", `${E2EE}/lookup?${query}`, { token });
  if (status !== 200) throw new Error(`lookup: ${status} ${JSON.stringify(json)}`);
  return verifyLookup(json, { label, policy: logPolicy(), lastCheckpoint: null, now: Date.now(), ...known });
}
