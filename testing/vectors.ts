import { join } from "node:path";
import { toBase64Url } from "@/lib/bytes/encoding";
import type { ChainDevice } from "@/lib/keychain/entry";
import type { KeyChainState } from "@/lib/keychain/state";

/**
 * Where published test vectors are. Other implementations rely on them: `vitest -u`, which writes them anew, changes
 * the protocol.
 */
export const vectorsFile = (name: string) => join(process.cwd(), "docs/protocol/vectors", name);

/** Vectors as the files have them. All bytes become base64url. */
export function vectorsText(vectors: unknown): string {
  const bytesToText = (_: string, value: unknown) => (value instanceof Uint8Array ? toBase64Url(value) : value);
  return `${JSON.stringify(vectors, bytesToText, 2)}\n`;
}

const deviceJson = ({ deviceId, sigKey, addedSeq }: ChainDevice) => ({
  device_id: deviceId,
  sig_key: sigKey,
  added_seq: addedSeq,
});

/** A state as the vectors show it. */
export function stateJson(state: KeyChainState) {
  const pending = state.pendingReset;
  return {
    account_id: state.accountId,
    seq: state.seq,
    head: state.head,
    type: state.type,
    time_ms: state.timeMs,
    devices: state.devices.map(deviceJson),
    recovery_keys: state.recoveryKeys,
    archive_epoch: state.archiveEpoch,
    pending_reset:
      pending === null
        ? null
        : {
            seq: pending.seq,
            time_ms: pending.timeMs,
            devices: pending.devices.map(deviceJson),
            recovery_keys: pending.recoveryKeys,
            archive_epoch: pending.archiveEpoch,
          },
    retired_ids: state.retiredIds,
    retired_keys: state.retiredKeys,
  };
}
