import { decode, encode, rfc8949EncodeOptions } from "cborg";
import { malformed, same, type Bytes } from "./bytes";

export type CborValue = null | boolean | number | string | Uint8Array | CborValue[] | Map<number | string, CborValue>;

export const encodeCbor = (value: CborValue): Bytes => new Uint8Array(encode(value, rfc8949EncodeOptions));

/** A decoded value, asked for what it must be. Every method throws Malformed when it is something else. */
export class Cbor {
  constructor(readonly value: unknown) {}

  /** @throws Malformed for what is not in its deterministic form */
  static decode(bytes: Uint8Array): Cbor {
    let value: unknown;
    let canonical: Uint8Array;
    try {
      value = decode(bytes, {
        useMaps: true,
        strict: true,
        rejectDuplicateMapKeys: true,
        allowIndefinite: false,
        allowUndefined: false,
        allowBigInt: false,
        allowNaN: false,
        allowInfinity: false,
      });
      canonical = encode(value, rfc8949EncodeOptions);
    } catch {
      return malformed("CBOR");
    }
    return same(bytes, canonical) ? new Cbor(value) : malformed("CBOR that is not deterministic");
  }

  get isNull(): boolean {
    return this.value === null || this.value === undefined;
  }

  maybe<Value>(read: (cbor: Cbor) => Value): Value | null {
    return this.isNull ? null : read(this);
  }

  /** An array, of exactly `length` items if that is given. */
  array(length?: number): Cbor[] {
    const { value } = this;
    const fits = Array.isArray(value) && (length === undefined || value.length === length);
    return fits ? value.map((item) => new Cbor(item)) : malformed("an array in CBOR");
  }

  map(): Map<unknown, Cbor> {
    const { value } = this;
    return value instanceof Map
      ? new Map([...value].map(([key, item]) => [key, new Cbor(item)]))
      : malformed("a map in CBOR");
  }

  bytes(length?: number): Bytes {
    const { value } = this;
    const fits = value instanceof Uint8Array && (length === undefined || value.length === length);
    return fits ? new Uint8Array(value) : malformed("bytes in CBOR");
  }

  /** A text of at most so many code points. */
  text(most: number): string {
    const { value } = this;
    const fits = typeof value === "string" && !/\p{Surrogate}/u.test(value) && Array.from(value).length <= most;
    return fits ? value : malformed("a text in CBOR");
  }

  uint(most = Number.MAX_SAFE_INTEGER): number {
    const { value } = this;
    const fits = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
    return fits ? value : malformed("an integer in CBOR");
  }

  boolean(): boolean {
    return typeof this.value === "boolean" ? this.value : malformed("a boolean in CBOR");
  }
}
