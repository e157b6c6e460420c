import { Buffer } from "node:buffer";

/** Bytes in memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes, text or JSON that the protocol does not allow. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** Says why something is malformed, where a value is wanted. */
export function malformed(why: string): never {
  throw new Malformed(why);
}

export const utf8 = (value: string): Bytes => new Uint8Array(new TextEncoder().encode(value));

/** The text of UTF-8 bytes. @throws Malformed */
export function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return malformed("text that is not UTF-8");
  }
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** @throws Malformed unless it is lower-case hexadecimal, of `length` bytes if that is given */
export function fromHex(digits: string, length?: number): Bytes {
  const fits = /^(?:[\da-f]{2})*$/.test(digits) && (length === undefined || digits.length === 2 * length);
  return fits ? new Uint8Array(Buffer.from(digits, "hex")) : malformed("hexadecimal digits");
}

export const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** @throws Malformed for padding, other digits, and bits that no byte uses */
export function fromBase64Url(digits: string): Bytes {
  const bytes = new Uint8Array(Buffer.from(digits, "base64url"));
  return toBase64Url(bytes) === digits ? bytes : malformed("base64url");
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** @throws Malformed for missing padding, other digits, and bits that no byte uses */
export function fromBase64(digits: string): Bytes {
  const bytes = new Uint8Array(Buffer.from(digits, "base64"));
  return toBase64(bytes) === digits ? bytes : malformed("base64");
}

export const join = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
export const zeros = (length: number): Bytes => new Uint8Array(length);

/** An unsigned integer of so many bytes, the highest first. */
export function uint(value: number, size: number): Bytes {
  const bytes = zeros(size);
  let rest = value;
  for (let at = size - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** `opaque content<V>`: the content after its length (README.md, section 2). */
export function vector(...content: readonly Uint8Array[]): Bytes {
  const bytes = join(...content);
  const { length } = bytes;
  const header =
    length < 2 ** 6 ? uint(length, 1) : length < 2 ** 14 ? uint(length + 2 ** 14, 2) : uint(length + 2 ** 31, 4);
  return join(header, bytes);
}

/** Reads a structure from its beginning to its end. Every method throws Malformed when the bytes do not fit. */
export class Reader {
  #rest: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#rest = bytes;
  }

  get left(): number {
    return this.#rest.length;
  }

  bytes(length: number): Bytes {
    if (length > this.#rest.length) malformed("a structure that ends too early");
    const taken = new Uint8Array(this.#rest.subarray(0, length));
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  uint(size: number): number {
    const value = this.bytes(size).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : malformed("an integer above 2^53 - 1");
  }

  vector(): Bytes {
    const first = this.uint(1);
    const size = 2 ** (first >> 6);
    if (size === 8) malformed("a header of eight bytes");
    const length = (first & 63) * 256 ** (size - 1) + this.uint(size - 1);
    const least = { 1: 0, 2: 2 ** 6, 4: 2 ** 14 }[size] ?? 0;
    return length < least ? malformed("a header that is not the shortest") : this.bytes(length);
  }

  /** The items of a vector. */
  list<Item>(read: (reader: Reader) => Item): Item[] {
    const inner = new Reader(this.vector());
    const items: Item[] = [];
    while (inner.left > 0) items.push(read(inner));
    return items;
  }
}

/** What `read` makes of all the bytes. @throws Malformed, also for bytes after the end */
export function parse<Value>(bytes: Uint8Array, read: (reader: Reader) => Value): Value {
  const reader = new Reader(bytes);
  const value = read(reader);
  return reader.left === 0 ? value : malformed("bytes after the end");
}
