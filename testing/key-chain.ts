import { genesis, reset, resetPending, update, type NewDevice } from "@/lib/keychain/build";
import { encodeEntry, signEntry, type KeyChainEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import { RESET_DELAY_MS, verifyNext } from "@/lib/keychain/rules";
import { signerFromSeed, type Signer } from "@/lib/keychain/signing";
import type { KeyChainState } from "@/lib/keychain/state";
import { bytesOf } from "@/testing/bytes";

/** The key with this name, the same in every run. */
export function keyOf(name: string): Signer {
  return signerFromSeed(bytesOf(`key ${name}`));
}

/** The device with this name, whose key has the same name. */
export function deviceOf(name: string): NewDevice {
  return { deviceId: bytesOf(`device ${name}`, 16), sigKey: keyOf(name).publicKey };
}

/** A chain that grows by entries of named keys. */
export class TestChain {
  readonly entries: KeyChainEntry[] = [];
  #state: KeyChainState | null = null;

  constructor(readonly accountId: Uint8Array) {}

  /** A chain whose first entry, at time 1, has devices and recovery keys with these names. */
  static async start(account: string, devices: string[], recovery: string[] = [], timeMs = 1): Promise<TestChain> {
    const chain = new TestChain(bytesOf(`account ${account}`, 16));
    const recoveryKeys = recovery.map((name) => keyOf(name).publicKey);
    const tbs = genesis({ accountId: chain.accountId, devices: devices.map(deviceOf), recoveryKeys, timeMs });
    await chain.add(tbs, devices);
    return chain;
  }

  get state(): KeyChainState {
    if (this.#state === null) throw new Error("an empty chain");
    return this.#state;
  }
  get encoded(): Uint8Array[] {
    return this.entries.map(encodeEntry);
  }

  /** Adds what keys with these names sign. It must be valid at the time that it claims. */
  async add(tbs: KeyChainTBS, signers: string[]): Promise<KeyChainEntry> {
    const entry = await signEntry(tbs, signers.map(keyOf));
    this.#state = verifyNext(this.#state, entry, tbs.timeMs);
    this.entries.push(entry);
    return entry;
  }

  /** Adds and removes devices, signed by the first key and by the added ones. */
  async change(signer: string, { add = [] as string[], remove = [] as string[], timeMs = this.state.timeMs + 1 }) {
    const ids = remove.map((name) => deviceOf(name).deviceId);
    const tbs = update(this.state, { add: add.map(deviceOf), remove: ids, timeMs });
    return this.add(tbs, [...new Set([signer, ...add])]);
  }
}

/** When everything happens that needs no other time (Unix ms). */
export const T = 1_790_000_000_000;
/** When a reset that is announced at T may be carried out. */
export const LATER = T + RESET_DELAY_MS;
/** The recovery keys with these names. */
export const recoveryOf = (...names: string[]) => names.map((name) => keyOf(name).publicKey);
export const idOf = (name: string) => deviceOf(name).deviceId;

/** A chain of a phone, a laptop and recovery words. */
export const family = () => TestChain.start("maple", ["phone", "laptop"], ["words"], T);
/** The same without the laptop. */
export async function removed(): Promise<TestChain> {
  const chain = await family();
  await chain.change("phone", { remove: ["laptop"] });
  return chain;
}
/** The same with a reset to devices with these names, announced and not carried out. */
export async function announced(devices = ["new phone"]): Promise<TestChain> {
  const chain = await family();
  const next = { devices: devices.map(deviceOf), recoveryKeys: recoveryOf("new words"), timeMs: T };
  await chain.add(resetPending(chain.state, next), devices);
  return chain;
}
/** The same after the reset. */
export async function carriedOut(): Promise<TestChain> {
  const chain = await announced();
  await chain.add(reset(chain.state, { timeMs: LATER }), ["new phone"]);
  return chain;
}
