/** Why something of the group protocol was refused. */
export type MlsErrorCode =
  /** The bytes are no message, KeyPackage or state, or they have something after their end. */
  | "malformed"
  /** Another protocol version or cipher suite than the profile's. */
  | "wrong_suite"
  /** A credential, capability, extension or kind of message that the profile does not know. */
  | "wrong_profile"
  /** The lifetime of the KeyPackage is over, has not begun, or is longer than the profile allows. */
  | "expired_key_package"
  /** A signature, a membership tag or a confirmation tag is wrong. */
  | "bad_signature"
  /** `authorise` refused a device. */
  | "unauthorised_member"
  /** `authorise` threw, for example because the key log cannot be reached. It says nothing about the device. */
  | "authorisation_unavailable"
  /** Meant for another group. */
  | "wrong_group"
  /** Of an epoch that this state has not reached. */
  | "future_epoch"
  /** Of an epoch that is over, and whose keys (or commit) this state no longer takes. */
  | "epoch_too_old"
  /** The key of this message was used already, or is too old to be kept. */
  | "replayed"
  /** Decryption failed. */
  | "undecryptable"
  /** Sent by this device itself. */
  | "own_message"
  /** Anything but Add and Remove by value, from a member. */
  | "forbidden_proposal"
  /** A commit without an update path. */
  | "no_path"
  /** A commit that contradicts the group: an unknown leaf, a device that is there already, a path that does not fit. */
  | "invalid_commit"
  /** A Welcome for none of the KeyPackages given. */
  | "no_key_package"
  /** This device is no longer in the group. */
  | "removed";

/** Every error of lib/mls. A refused message leaves the group that it was meant for usable. */
export class MlsError extends Error {
  override readonly name = "MlsError";
  constructor(
    readonly code: MlsErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The value of `work`, whose errors become an MlsError of this code unless they are one already. */
export async function refusing<T>(code: MlsErrorCode, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MlsError) throw cause;
    throw new MlsError(code, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
