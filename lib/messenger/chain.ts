import { fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { genesis } from "@/lib/keychain/build";
import { encodeEntry, signEntry, type KeyChainEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import { verifyNext } from "@/lib/keychain/rules";
import type { Signer } from "@/lib/keychain/signing";
import type { KeyChainState } from "@/lib/keychain/state";
import type { Engine } from "@/lib/messenger/engine";
import { MessengerError } from "@/lib/messenger/ports";
import { Refused } from "@/lib/messenger/server";

const ATTEMPTS = 5;
/** How long (ms) to wait until the log has an entry, and between looks. */
const INCLUSION_MS = 20_000;
const PAUSE_MS = 300;

/** How an entry of the own chain is made from what is there. */
export interface ChainChange {
  accountId: string;
  build: (state: KeyChainState) => KeyChainTBS;
  /** All who must sign it. */
  signers: readonly Signer[];
  /** What a device that it adds is called. */
  deviceName?: string;
}

/**
 * Appends an entry to the own chain, after whatever others have appended meanwhile, and waits until the log has it.
 * @returns the verified state after it
 * @throws KeyChainError when the change is not possible; Away, then it may have been appended
 */
export async function appendToChain(
  engine: Engine,
  { accountId, build, signers, deviceName }: ChainChange,
): Promise<KeyChainState> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await engine.log.lookUp(accountId);
    if (!state) throw new MessengerError("no_keys", "This account has no keys.");
    const entry = await signEntry(build(state), signers);
    verifyNext(state, entry, engine.ports.now());
    if (await post(engine, entry, deviceName)) return waitFor(engine, accountId, entry.tbs.seq);
  }
  throw new MessengerError("busy", "Another device is changing the keys. Please try again.");
}

/** Appends an entry that was made and signed elsewhere too. */
export async function appendSigned(engine: Engine, entry: KeyChainEntry, deviceName?: string): Promise<KeyChainState> {
  if (!(await post(engine, entry, deviceName))) {
    throw new MessengerError("code_expired", "The keys changed meanwhile. Show a new code on the other device.");
  }
  return waitFor(engine, toHex(entry.tbs.accountId), entry.tbs.seq);
}

/**
 * Begins a chain.
 * @returns null, or the account that exists already
 */
export async function beginChain(
  engine: Engine,
  { accountId, deviceId, signer, name }: { accountId: string; deviceId: string; signer: Signer; name: string },
): Promise<string | null> {
  const devices = [{ deviceId: fromHex(deviceId), sigKey: signer.publicKey }];
  const tbs = genesis({ accountId: fromHex(accountId), devices, timeMs: engine.ports.now() });
  const entry = await signEntry(tbs, [signer]);
  try {
    await post(engine, entry, name);
  } catch (error) {
    const other = error instanceof Refused && error.code === "account_exists" ? error.body["account_id"] : null;
    if (typeof other !== "string") throw error;
    return other === accountId ? null : other;
  }
  await waitFor(engine, accountId, 0);
  return null;
}

/** @returns false when another entry has its place */
async function post(engine: Engine, entry: KeyChainEntry, deviceName?: string): Promise<boolean> {
  try {
    const body = { entry: toBase64Url(encodeEntry(entry)), ...(deviceName && { device_name: deviceName }) };
    await engine.server.post("append", body);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === "seq_taken") return false;
    throw error;
  }
}

async function waitFor(engine: Engine, accountId: string, seq: number): Promise<KeyChainState> {
  const end = Date.now() + INCLUSION_MS;
  for (;;) {
    const state = await engine.log.lookUp(accountId);
    if (state && state.seq >= seq) return state;
    if (Date.now() > end) throw new MessengerError("log_slow", "The key log is slow. Please try again in a moment.");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
