import { type Bytes, DecodeError } from "@/lib/bytes/tls";

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;
const valuesOf = (alphabet: string) => new Map(Array.from(alphabet, (digit, value) => [digit, value]));
const STANDARD_VALUES = valuesOf(STANDARD);
const URL_SAFE_VALUES = valuesOf(URL_SAFE);

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/**
 * The text whose UTF-8 bytes these are.
 * @throws DecodeError for bytes that are not UTF-8
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new DecodeError("not UTF-8", { cause });
  }
}

/** Lower-case hexadecimal digits, two for each byte. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/**
 * The bytes of hexadecimal digits in either case.
 * @throws DecodeError for anything else
 */
export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[\da-fA-F]*$/.test(text)) throw new DecodeError("not hexadecimal");
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** The unpadded digits of base 64 with this alphabet. */
function toDigits(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = Math.min(bytes.length - at, 3) + 1;
    for (let digit = 0; digit < digits; digit += 1) text += alphabet[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

/** The bytes of unpadded digits. Bits that no byte uses must be zero, so that bytes have one spelling only. */
function fromDigits(text: string, values: ReadonlyMap<string, number>): Bytes {
  if (text.length % 4 === 1) throw new DecodeError("not base64");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    const value = values.get(digit);
    if (value === undefined) throw new DecodeError("not base64");
    pending = ((pending << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (pending >> bits) & 255;
    at += 1;
  }
  if ((pending & ((1 << bits) - 1)) !== 0) throw new DecodeError("base64 with unused bits");
  return bytes;
}

/** Base64url without padding (RFC 4648 §5), the form of all binary values in JSON. */
export function toBase64Url(bytes: Uint8Array): string {
  return toDigits(bytes, URL_SAFE);
}

/**
 * The bytes of unpadded base64url.
 * @throws DecodeError for other digits, padding, and unused bits that are not zero
 */
export function fromBase64Url(text: string): Bytes {
  return fromDigits(text, URL_SAFE_VALUES);
}

/** Padded base64 (RFC 4648 §4), the form of binary values in signed notes. */
export function toBase64(bytes: Uint8Array): string {
  const digits = toDigits(bytes, STANDARD);
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, "=");
}

/**
 * The bytes of padded base64.
 * @throws DecodeError for other digits, wrong padding, and unused bits that are not zero
 */
export function fromBase64(text: string): Bytes {
  if (text.length % 4 !== 0) throw new DecodeError("base64 without its padding");
  return fromDigits(text.replace(/={1,2}$/, ""), STANDARD_VALUES);
}

/** All parts, one after the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Whether both are the same bytes. The time depends only on the lengths. */
export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at += 1) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}

/** Negative, zero or positive, as `left` sorts before, with or after `right` byte by byte. */
export function compare(left: Uint8Array, right: Uint8Array): number {
  const common = Math.min(left.length, right.length);
  for (let at = 0; at < common; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
