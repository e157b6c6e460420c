import { randomBytes } from "node:crypto";
import { toHex } from "@/lib/bytes/encoding";
import { addDevice, genesis, removeDevice } from "@/lib/keychain/build";
import { encodeEntry, signEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import { verifyNext } from "@/lib/keychain/rules";
import { signerFromSeed, type Signer } from "@/lib/keychain/signing";
import type { KeyChainState } from "@/lib/keychain/state";

/** A device with its key. */
export interface TestDevice {
  deviceId: Uint8Array;
  sigKey: Uint8Array;
  signer: Signer;
  /** The id in hexadecimal. */
  id: string;
}

export function makeDevice(): TestDevice {
  const [deviceId, signer] = [new Uint8Array(randomBytes(16)), signerFromSeed(new Uint8Array(randomBytes(32)))];
  return { deviceId, sigKey: signer.publicKey, signer, id: toHex(deviceId) };
}

/** A valid entry, and the state after it. */
export interface Signed {
  bytes: Uint8Array;
  state: KeyChainState;
}

/** Signs what is to be the next entry of a chain. */
export async function signed(before: KeyChainState | null, tbs: KeyChainTBS, signers: Signer[]): Promise<Signed> {
  const entry = await signEntry(tbs, signers);
  return { bytes: encodeEntry(entry), state: verifyNext(before, entry, tbs.timeMs) };
}

/** The first entry of a new account with these devices. */
export function begun(devices: TestDevice[], timeMs = Date.now()): Promise<Signed> {
  const tbs = genesis({ accountId: new Uint8Array(randomBytes(16)), devices, timeMs });
  return signed(
    null,
    tbs,
    devices.map(({ signer }) => signer),
  );
}

/** The entry that adds a device, signed by it and another one. */
export function added(before: KeyChainState, by: TestDevice, device: TestDevice): Promise<Signed> {
  return signed(before, addDevice(before, { device, timeMs: Date.now() }), [by.signer, device.signer]);
}

/** The entry that removes a device, signed by another one. */
export function removed(before: KeyChainState, by: TestDevice, { deviceId }: TestDevice): Promise<Signed> {
  return signed(before, removeDevice(before, { deviceId, timeMs: Date.now() }), [by.signer]);
}
