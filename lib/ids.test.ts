import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idAt, idBound, idsOfShort, idTime, newId, shortId } from "@/lib/ids";

const years = fc.integer({ min: Date.UTC(2022, 7, 1), max: Date.UTC(2084, 0, 1) });

describe("ids", () => {
  it("have 19 digits, so that their order as strings is their order as numbers", () => {
    fc.assert(
      fc.property(years, years, (a, b) => {
        const [left, right] = [idAt(a), idAt(b)];
        expect(left).toMatch(/^\d{19}$/);
        expect(left < right).toBe(BigInt(left) < BigInt(right));
      }),
    );
  });

  it("are ordered by their time", () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 1e9 }), (at, later) => {
        expect(idAt(at) < idAt(at + later)).toBe(true);
      }),
    );
  });

  it("contain the time of their creation, to the millisecond", () => {
    fc.assert(
      fc.property(years, (at) => {
        expect(idTime(idAt(at))).toBe(at);
      }),
    );
    const before = Date.now();
    const made = idTime(newId());
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it("never repeat, however fast they are generated", () => {
    const made = Array.from({ length: 20_000 }, newId);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe("the short form of an id", () => {
  it("is a number that JavaScript holds exactly, and grows with the time of the id", () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 1e9 }), (at, later) => {
        const [first, second] = [shortId(idAt(at)), shortId(idAt(at + later))];
        expect(Number.isSafeInteger(second)).toBe(true);
        expect(first).toBeLessThan(second);
      }),
    );
  });

  it("has the order of the ids, also among those of one millisecond", () => {
    const made = Array.from({ length: 5_000 }, newId).toSorted().map(shortId);
    expect(made).toEqual(made.toSorted((a, b) => a - b));
  });

  it("leads back to a range of ids that contains the id", () => {
    fc.assert(
      fc.property(years, (at) => {
        const id = idAt(at);
        const range = idsOfShort(String(shortId(id)));
        expect(range && range.smallest <= id && id <= range.largest).toBe(true);
      }),
    );
  });

  it.each(["", "0", "1000000000000000001", "maple", "99999999999999999"])("is not %j", (raw) => {
    expect(idsOfShort(raw)).toBeNull();
  });
});

describe("paging bounds", () => {
  it("keep a valid id unchanged", () => {
    fc.assert(
      fc.property(years, (at) => {
        const id = idAt(at);
        expect(idBound(id)).toBe(id);
      }),
    );
  });

  it("compare with ids as numbers do", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), years, (bound, at) => {
        const id = idAt(at);
        expect(String(idBound(bound.toString())) < id).toBe(bound < BigInt(id));
      }),
    );
  });

  it.each([
    ["0", "0".repeat(19)],
    ["000", "0".repeat(19)],
    ["00000000000000000000000007", `${"0".repeat(18)}7`],
    ["99999999999999999999", "9223372036854775807"],
  ])("pad %s to %s", (raw, bound) => {
    expect(idBound(raw)).toBe(bound);
  });

  it.each(["", " ", "-1", "1.5", "1e3", "0x10", "maple", "١٢٣", "1\n", "9".repeat(41)])("reject %j", (raw) => {
    expect(idBound(raw)).toBeNull();
  });
});
