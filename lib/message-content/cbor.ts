import { decode, encode, rfc8949EncodeOptions } from "cborg";
import { equal } from "@/lib/bytes/encoding";

/** What a decrypted message says is not what the profile allows. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}

export type Cbor = null | boolean | number | string | Uint8Array | Cbor[] | Map<number | string, Cbor>;

/** Deterministic CBOR (RFC 8949, section 4.2.1). In Node, cborg returns a Buffer, whose `slice` copies nothing. */
export const encodeCbor = (value: Cbor): Uint8Array<ArrayBuffer> => new Uint8Array(encode(value, rfc8949EncodeOptions));

/** The value of deterministic CBOR. Throws ContentError for anything else, so that a value has one encoding only. */
export function decodeCbor(bytes: Uint8Array): unknown {
  let value: unknown;
  let again: Uint8Array;
  try {
    value = decode(bytes, {
      strict: true,
      useMaps: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowBigInt: false,
      allowInfinity: false,
      allowNaN: false,
    });
    again = encode(value, rfc8949EncodeOptions);
  } catch (cause) {
    throw new ContentError("The content is no CBOR.", { cause });
  }
  // The decoder accepts maps out of order, long floats and malformed text.
  if (!equal(bytes, again)) throw new ContentError("The content is not in its deterministic form.");
  return value;
}

const wrong = (what: string) => new ContentError(`The content has no ${what} where one must be.`);

/** The readers below throw ContentError when a decoded value is of another kind or size. */
export function asArray(value: unknown, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw wrong("array");
  return value;
}

export function asMap(value: unknown): Map<unknown, unknown> {
  if (!(value instanceof Map)) throw wrong("map");
  return value;
}

export function asBytes(value: unknown, length?: number): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array) || (length !== undefined && value.length !== length)) throw wrong("bytes");
  return new Uint8Array(value);
}

/** A text of at most `limit` characters (Unicode code points). */
export function asText(value: unknown, limit: number): string {
  if (typeof value !== "string" || !fits(value, limit)) throw wrong(`text of at most ${limit} characters`);
  return value;
}

export function asInteger(value: unknown, limit: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > limit) throw wrong("integer");
  return value;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw wrong("boolean");
  return value;
}

/** Whether a text has at most this many characters, all of them whole. */
export const fits = (text: string, limit: number): boolean =>
  text.length <= 2 * limit &&
  !/\p{Surrogate}/u.test(text) &&
  (text.length <= limit || Array.from(text).length <= limit);
