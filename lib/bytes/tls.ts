/** Bytes or text that are not what they should be. Decoders throw nothing else, whatever they are given. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
}

/** Bytes of memory that no other thread shares, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The greatest length that the variable-length header of RFC 9420 §2.1.2 can express. */
const MAX_LENGTH = 2 ** 30 - 1;

function checkInteger(value: number, bits: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new RangeError(`${value} is no unsigned integer of ${bits} bits`);
  }
}

/** Writes structures in the TLS presentation language, big-endian, with the vectors of RFC 9420 §2.1.2. */
export class TlsWriter {
  #buffer = new Uint8Array(128);
  #length = 0;

  #grow(by: number): number {
    const at = this.#length;
    this.#length += by;
    if (this.#length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#buffer.length));
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    return at;
  }

  #integer(value: number, size: number): this {
    checkInteger(value, 8 * size);
    const at = this.#grow(size);
    let rest = value;
    for (let byte = size - 1; byte >= 0; byte -= 1) {
      this.#buffer[at + byte] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    return this;
  }

  u8(value: number): this {
    return this.#integer(value, 1);
  }

  u16(value: number): this {
    return this.#integer(value, 2);
  }

  u32(value: number): this {
    return this.#integer(value, 4);
  }

  /** Eight bytes, of an integer that a number represents exactly. */
  u64(value: number): this {
    return this.#integer(value, 8);
  }

  /** `opaque name[length]`: the bytes as they are. */
  fixed(bytes: Uint8Array, length: number): this {
    if (bytes.length !== length) throw new RangeError(`${bytes.length} bytes instead of ${length}`);
    return this.raw(bytes);
  }

  raw(bytes: Uint8Array): this {
    const at = this.#grow(bytes.length);
    this.#buffer.set(bytes, at);
    return this;
  }

  /** The header of a vector whose content has this length in bytes. */
  length(bytes: number): this {
    if (bytes < 64) return this.u8(bytes);
    if (bytes < 2 ** 14) return this.u16(2 ** 14 + bytes);
    if (bytes <= MAX_LENGTH) return this.u32(2 ** 31 + bytes);
    throw new RangeError(`${bytes} bytes are too many for a vector`);
  }

  /** `opaque name<V>` */
  opaque(bytes: Uint8Array): this {
    return this.length(bytes.length).raw(bytes);
  }

  /** `Item items<V>` */
  vector<Item>(items: readonly Item[], write: (writer: TlsWriter, item: Item) => void): this {
    const content = new TlsWriter();
    for (const item of items) write(content, item);
    return this.opaque(content.bytes());
  }

  /** All that was written, as a copy. */
  bytes(): Bytes {
    return this.#buffer.slice(0, this.#length);
  }
}

/** Reads what `TlsWriter` wrote. All methods throw `DecodeError` when the bytes are not that. */
export class TlsReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes were not read yet. */
  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  #integer(size: number): number {
    let value = 0;
    for (const byte of this.fixed(size)) value = value * 256 + byte;
    return value;
  }

  u8(): number {
    return this.#integer(1);
  }

  u16(): number {
    return this.#integer(2);
  }

  u32(): number {
    return this.#integer(4);
  }

  /** Eight bytes. Integers above 2⁵³ − 1 are refused. */
  u64(): number {
    const value = this.#integer(8);
    if (!Number.isSafeInteger(value)) throw new DecodeError("an integer above 2^53 - 1");
    return value;
  }

  /** The next `length` bytes, as a copy. */
  fixed(length: number): Bytes {
    if (length > this.remaining) throw new DecodeError(`${this.remaining} bytes left instead of ${length}`);
    const bytes = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return bytes;
  }

  /** The header of a vector: the length of its content in bytes. It must be in its shortest form. */
  length(): number {
    const first = this.u8();
    const form = first >> 6;
    if (form === 0) return first;
    if (form === 3) throw new DecodeError("a vector with an invalid header");
    let value = first & 63;
    for (const byte of this.fixed(form === 1 ? 1 : 3)) value = value * 256 + byte;
    if (value < (form === 1 ? 64 : 2 ** 14)) throw new DecodeError("a vector whose header is not the shortest");
    return value;
  }

  /** `opaque name<V>` of at most `limit` bytes. */
  opaque(limit = MAX_LENGTH): Bytes {
    const length = this.length();
    if (length > limit) throw new DecodeError(`${length} bytes instead of at most ${limit}`);
    return this.fixed(length);
  }

  /** `Item items<V>` of at most `limit` items. */
  vector<Item>(read: (reader: TlsReader) => Item, limit = Infinity): Item[] {
    const content = new TlsReader(this.opaque());
    const items: Item[] = [];
    while (content.remaining > 0) {
      if (items.length === limit) throw new DecodeError(`more than ${limit} items`);
      const before = content.remaining;
      items.push(read(content));
      if (content.remaining === before) throw new DecodeError("an item without bytes");
    }
    return items;
  }

  /** Checks that everything was read. */
  end(): void {
    if (this.remaining > 0) throw new DecodeError(`${this.remaining} bytes too many`);
  }
}

/**
 * What `read` makes of the bytes, all of which it must read.
 * @throws DecodeError
 */
export function decode<Value>(bytes: Uint8Array, read: (reader: TlsReader) => Value): Value {
  const reader = new TlsReader(bytes);
  const value = read(reader);
  reader.end();
  return value;
}

/** The bytes that `write` writes. */
export function encode(write: (writer: TlsWriter) => void): Bytes {
  const writer = new TlsWriter();
  write(writer);
  return writer.bytes();
}
