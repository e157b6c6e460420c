import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";

/** What the function throws, or null. */
export function thrown(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

/** Bytes that look random, and are the same for a name in every run. */
export function bytesOf(name: string, length = 32): Uint8Array {
  return sha256(utf8(name)).slice(0, length);
}

/** The bytes with one bit changed, counted from the first bit and around the end. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice();
  const at = (bit >> 3) % Math.max(bytes.length, 1);
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

/**
 * Whether the decoder either refuses the bytes with a DecodeError or reads something that is encoded by exactly them.
 * Returns what else it does.
 */
export function decodesStrictly<Value>(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Value,
  write: (value: Value) => Uint8Array,
): unknown {
  const error = thrown(() => {
    const again = write(read(bytes));
    if (again.length !== bytes.length || again.some((byte, at) => byte !== bytes[at])) {
      throw new Error("the bytes have two meanings, or the value two encodings");
    }
  });
  return error instanceof DecodeError ? null : error;
}
