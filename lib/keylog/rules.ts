import { toHex } from "@/lib/bytes/encoding";
import { entryHash, type KeyChainEntry } from "@/lib/keychain/entry";
import type { KeyChainState } from "@/lib/keychain/state";
import { accountLabel, handleLabel, handleValue, type HandleOwner } from "@/lib/transparency/leaves";

/** What the log says of a handle that nobody has. */
const NOBODY: HandleOwner = { accountId: new Uint8Array(16), seq: 0 };

/** A new value of a label, for the log. `seq` orders those of one label. */
export interface Update {
  /** The account that the value names, in hexadecimal; null when it names none. */
  accountId: string | null;
  label: string;
  seq: number;
  value: Uint8Array;
}

/**
 * What a chain entry changes in the log, without the openings: the chain of the account, and at its beginning whose
 * the handle is.
 */
export function updatesOf(entry: KeyChainEntry, handleKey: string): Update[] {
  const { accountId, seq, type } = entry.tbs;
  const chain = { accountId: toHex(accountId), label: accountLabel(accountId), seq, value: entryHash(entry) };
  if (type === "genesis") return [chain, updateOfHandle(handleKey, { accountId, seq })];
  if (type === "close") return [chain, updateOfHandle(handleKey, null)];
  return [chain];
}

/** What the log is told of a handle; null: nobody has it any more. */
export function updateOfHandle(handleKey: string, owner: HandleOwner | null): Update {
  const accountId = owner && toHex(owner.accountId);
  return { accountId, label: handleLabel(handleKey), seq: 0, value: handleValue(owner ?? NOBODY) };
}

/** What the log is told when an account's person changes their handle. */
export function updatesOfRename(account: HandleOwner, before: string, after: string): Update[] {
  if (before === after) return [];
  return [updateOfHandle(before, null), updateOfHandle(after, account)];
}

/** The devices of a state, as the graph keeps them. */
export function devicesOf(state: KeyChainState): { id: string; sigKey: Uint8Array; addedSeq: number }[] {
  return state.devices.map(({ deviceId, sigKey, addedSeq }) => ({ id: toHex(deviceId), sigKey, addedSeq }));
}
