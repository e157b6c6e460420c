import { toHex } from "@/lib/bytes/encoding";
import { encode } from "@/lib/bytes/tls";
import { entryHash, type KeyChainEntry } from "@/lib/keychain/entry";
import type { KeyChainState } from "@/lib/keychain/state";

/** The label under which the log has an account's chain. @param accountId 32 hexadecimal digits */
export function accountLabel(accountId: string): string {
  return `acct:${accountId}`;
}

/** The label under which the log has whose a handle is. @param handleKey the handle in its folded spelling */
export function handleLabel(handleKey: string): string {
  return `handle:${handleKey}`;
}

/** What the log says of a handle: the account, and the seq that its chain had then. Nothing, when it is nobody's. */
export function handleValue(account: { id: Uint8Array; seq: number } | null): Uint8Array {
  if (account === null) return new Uint8Array();
  return encode((writer) => writer.fixed(account.id, 16).u32(account.seq));
}

/**
 * What a chain entry changes in the log, without the openings: the chain of the account, and at its beginning whose
 * the handle is.
 */
export function updatesOf(
  entry: KeyChainEntry,
  handleKey: string,
): { label: string; seq: number; value: Uint8Array }[] {
  const { accountId, seq, type } = entry.tbs;
  const id = toHex(accountId);
  return [
    { label: accountLabel(id), seq, value: entryHash(entry) },
    ...(type === "genesis" ? [{ label: handleLabel(handleKey), seq, value: handleValue({ id: accountId, seq }) }] : []),
    ...(type === "close" ? [{ label: handleLabel(handleKey), seq, value: handleValue(null) }] : []),
  ];
}

/** The devices of a state, as the graph keeps them. */
export function devicesOf(state: KeyChainState): { id: string; sigKey: Uint8Array; addedSeq: number }[] {
  return state.devices.map(({ deviceId, sigKey, addedSeq }) => ({ id: toHex(deviceId), sigKey, addedSeq }));
}
