/** Why what a log says is not accepted. */
export type TransparencyFault =
  // C1: the checkpoint itself.
  | "malformed"
  | "origin"
  | "checkpoint_signature"
  | "witness_quorum"
  | "frozen"
  | "clock"
  // C2: its relation to the one before.
  | "rolled_back"
  | "inconsistent"
  // C3 to C6: the label in the map.
  | "config"
  | "vrf"
  | "stale_map_root"
  | "map"
  | "update_missing"
  | "opening"
  // C7: the value.
  | "value"
  | "chain"
  // C8: the history of a label.
  | "version";

/** A log, or an answer about it, that is not accepted. */
export class TransparencyError extends Error {
  override readonly name = "TransparencyError";

  constructor(
    readonly code: TransparencyFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options);
  }
}
