import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  concat,
  equal,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from "@/lib/bytes/encoding";
import { DecodeError, decode, encode } from "@/lib/bytes/tls";

const bytes = fc.uint8Array({ maxLength: 300, size: "max" });

/** What `read` throws, or null. */
function thrown(read: () => unknown): unknown {
  try {
    read();
    return null;
  } catch (error) {
    return error;
  }
}

describe("the text forms of bytes", () => {
  it("are what the platform makes of them, and read back to the same bytes", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const buffer = Buffer.from(value);
        expect(toHex(value)).toBe(buffer.toString("hex"));
        expect(toBase64(value)).toBe(buffer.toString("base64"));
        expect(toBase64Url(value)).toBe(buffer.toString("base64url"));
        expect(fromHex(toHex(value))).toEqual(value);
        expect(fromBase64(toBase64(value))).toEqual(value);
        expect(fromBase64Url(toBase64Url(value))).toEqual(value);
      }),
    );
  });

  it("have one spelling only, and any other text throws a DecodeError", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\w+/=-]{0,24}$/));
    fc.assert(
      fc.property(text, (value) => {
        for (const [read, write] of [
          [fromHex, toHex],
          [fromBase64, toBase64],
          [fromBase64Url, toBase64Url],
        ] as const) {
          const error = thrown(() => {
            expect(write(read(value))).toBe(read === fromHex ? value.toLowerCase() : value);
          });
          expect(error === null || error instanceof DecodeError).toBe(true);
        }
      }),
    );
    for (const wrong of ["QQ", "QR==", "QQ=", "Q===", "====", "QQ==QQ==", "QUI=\n"]) {
      expect(
        thrown(() => fromBase64(wrong)),
        wrong,
      ).toBeInstanceOf(DecodeError);
    }
    expect(thrown(() => fromBase64Url("QR"))).toBeInstanceOf(DecodeError);
    expect(thrown(() => fromUtf8(Uint8Array.of(0xff)))).toBeInstanceOf(DecodeError);
    expect(fromUtf8(utf8("Grüße"))).toBe("Grüße");
  });
});

it("compares bytes as their hexadecimal digits compare", () => {
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      expect(equal(left, right)).toBe(toHex(left) === toHex(right));
      expect(equal(left, concat(left))).toBe(true);
      const order = toHex(left) < toHex(right) ? -1 : Number(toHex(left) > toHex(right));
      expect(Math.sign(compare(left, right))).toBe(order);
    }),
  );
});

describe("the TLS presentation language", () => {
  const record = fc.record({
    a: fc.nat(255),
    b: fc.nat(65_535),
    c: fc.nat(2 ** 32 - 1),
    d: fc.maxSafeNat(),
    e: fc.uint8Array({ minLength: 5, maxLength: 5 }),
    f: fc.uint8Array({ maxLength: 200, size: "max" }),
    g: fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
  });
  const read = (input: Uint8Array) =>
    decode(input, (reader) => ({
      a: reader.u8(),
      b: reader.u16(),
      c: reader.u32(),
      d: reader.u64(),
      e: reader.fixed(5),
      f: reader.opaque(200),
      g: reader.vector((inner) => inner.opaque(), 8),
    }));
  const write = (value: ReturnType<typeof read>) =>
    encode((writer) =>
      writer
        .u8(value.a)
        .u16(value.b)
        .u32(value.c)
        .u64(value.d)
        .fixed(value.e, 5)
        .opaque(value.f)
        .vector(value.g, (inner, item) => inner.opaque(item)),
    );

  it("reads back what was written, and refuses one byte more or less", () => {
    fc.assert(
      fc.property(record, (value) => {
        const written = write(value);
        expect(read(written)).toEqual(value);
        expect(thrown(() => read(concat(written, Uint8Array.of(0))))).toBeInstanceOf(DecodeError);
        expect(thrown(() => read(written.subarray(0, -1)))).toBeInstanceOf(DecodeError);
      }),
    );
  });

  it("reads random bytes to the one value that they encode, or throws a DecodeError", () => {
    const mutated = fc.tuple(record, fc.nat(), fc.nat(255)).map(([value, at, byte]) => {
      const written = write(value);
      written[at % written.length] = byte;
      return written;
    });
    fc.assert(
      fc.property(fc.oneof(bytes, mutated), (value) => {
        const error = thrown(() => expect(write(read(value))).toEqual(value));
        expect(error === null || error instanceof DecodeError).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("has headers of one, two and four bytes, and accepts only the shortest", () => {
    const header = (length: number) => toHex(encode((writer) => writer.length(length)));
    // The first three are the examples of RFC 9000 §A.1, whose encoding RFC 9420 takes.
    expect([37, 15_293, 494_878_333].map(header)).toEqual(["25", "7bbd", "9d7f3e7d"]);
    expect([0, 63, 64, 16_383, 16_384].map(header)).toEqual(["00", "3f", "4040", "7fff", "80004000"]);
    for (const wrong of ["4025", "403f", "80003fff", "8000003f", "c000000000000000", "ff", "40", ""]) {
      expect(
        thrown(() => decode(fromHex(wrong), (reader) => reader.length())),
        wrong,
      ).toBeInstanceOf(DecodeError);
    }
    const endless = () => decode(fromHex("0107"), (reader) => reader.vector(() => 0));
    expect(thrown(endless)).toBeInstanceOf(DecodeError);
    expect(thrown(() => encode((writer) => writer.length(2 ** 30)))).toBeInstanceOf(RangeError);
    expect(thrown(() => decode(fromHex("bfffffff00"), (reader) => reader.opaque()))).toBeInstanceOf(DecodeError);
  });

  it("refuses to write integers that do not fit, and to read those that a number cannot hold", () => {
    for (const wrong of [-1, 0.5, 256, Number.NaN]) {
      expect(thrown(() => encode((writer) => writer.u8(wrong)))).toBeInstanceOf(RangeError);
    }
    expect(thrown(() => encode((writer) => writer.u64(2 ** 53)))).toBeInstanceOf(RangeError);
    expect(thrown(() => decode(fromHex("0020000000000000"), (reader) => reader.u64()))).toBeInstanceOf(DecodeError);
    expect(decode(fromHex("001fffffffffffff"), (reader) => reader.u64())).toBe(Number.MAX_SAFE_INTEGER);
  });
});
