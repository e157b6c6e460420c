import { toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { TransparencyError } from "@/lib/transparency/errors";
import {
  cosignedAt,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyNote,
  type Checkpoint,
  type Note,
} from "@/lib/transparency/note";
import type { LogPolicy } from "@/lib/transparency/schema";
import { verifyConsistency } from "@/lib/transparency/tree";

/** A checkpoint older than this shows that somebody withholds newer ones. */
export const MAX_AGE_MS = 24 * 3_600_000;
/** By how much the clocks of a log, a witness and a client may differ. */
export const MAX_CLOCK_DIFFERENCE_MS = 10 * 60_000;

/** A checkpoint whose signatures were verified. */
export interface VerifiedCheckpoint extends Checkpoint {
  /** How many witnesses of the policy cosigned it within the last 24 hours. */
  witnesses: number;
}

/**
 * What `read` returns.
 * @throws TransparencyError `malformed` for a DecodeError
 */
export function wellFormed<Value>(what: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof DecodeError) throw new TransparencyError("malformed", what, { cause });
    throw cause;
  }
}

/** Counts the witnesses of the policy that cosigned the note, and those that did so lately. */
function countWitnesses(note: Note, policy: LogPolicy, now: number): { all: number; fresh: number } {
  const keys = policy.witnesses.map(({ vkey }) => wellFormed("the policy", () => parseVerifierKey(vkey)));
  // One key counts once, under however many names.
  const unique = new Map(keys.map((key) => [toHex(key.publicKey), key]));
  const ages = [...unique.values()].flatMap((key) => {
    const time = cosignedAt(note, key);
    return time === null ? [] : [now - time * 1000];
  });
  const possible = ages.filter((age) => age >= -MAX_CLOCK_DIFFERENCE_MS);
  return { all: possible.length, fresh: possible.filter((age) => age <= MAX_AGE_MS).length };
}

/**
 * C1: the checkpoint is signed by the log and by enough witnesses lately.
 * @param now Unix time in milliseconds
 * @throws TransparencyError `malformed`, `origin`, `checkpoint_signature`, `witness_quorum`, or `frozen` when enough
 *   witnesses cosigned it, but too long ago
 */
export function verifyCheckpoint(signedNote: string, policy: LogPolicy, now: number): VerifiedCheckpoint {
  const note = wellFormed("the checkpoint", () => parseNote(signedNote));
  const checkpoint = wellFormed("the checkpoint", () => parseCheckpoint(note.text));
  if (checkpoint.origin !== policy.origin) throw new TransparencyError("origin", `this is ${checkpoint.origin}`);
  const key = wellFormed("the policy", () => parseVerifierKey(policy.log_vkey));
  if (!verifyNote(note, key)) throw new TransparencyError("checkpoint_signature", `not signed by ${key.name}`);
  const { all, fresh } = countWitnesses(note, policy, now);
  if (fresh < policy.quorum) {
    throw new TransparencyError(all < policy.quorum ? "witness_quorum" : "frozen", `${fresh} of ${policy.quorum}`);
  }
  return { ...checkpoint, witnesses: fresh };
}

/** The checkpoint that a client verified last. */
export type KnownCheckpoint = Pick<Checkpoint, "size" | "root">;

/**
 * C2: what was verified before is the beginning of what the checkpoint says now.
 * @param last null before the first checkpoint
 * @throws TransparencyError `rolled_back` when it was longer, `inconsistent`
 */
export function verifyGrowth(
  last: KnownCheckpoint | null,
  checkpoint: KnownCheckpoint,
  proof: readonly Uint8Array[],
): void {
  if (last === null || last.size === 0) return;
  if (checkpoint.size < last.size) {
    throw new TransparencyError("rolled_back", `${checkpoint.size} entries after ${last.size}`);
  }
  if (!verifyConsistency(last, checkpoint, proof)) {
    throw new TransparencyError("inconsistent", `${checkpoint.size} entries do not begin with the ${last.size} before`);
  }
}
