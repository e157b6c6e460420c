import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "@/lib/bytes/tls";
import {
  decodeBundle,
  encodeBundle,
  encodeTile,
  newTiles,
  parseTilePath,
  TILE_WIDTH,
  tileIn,
  tileNodes,
  tilePath,
  tileReader,
  type Tile,
} from "@/lib/transparency/tiles";
import { Frontier, leafHash, proveInclusion, treeRoot, verifyInclusion } from "@/lib/transparency/tree";
import { bytesOf, decodesStrictly, thrown } from "@/testing/bytes";

const SIZE = 70_000;
const entryOf = (at: number) => bytesOf("entry", (at % 20) + 1).fill(at & 255, 0, 1);

/** All hashes of a log, by "level/index". */
const hashes = new Map<string, Uint8Array>();
const roots = new Map<number, Uint8Array>();
async function fill(): Promise<void> {
  if (hashes.size > 0) return;
  const frontier = await Frontier.of();
  for (let at = 0; at < SIZE; at += 1) {
    for (const { level, index, hash } of frontier.append(leafHash(entryOf(at)))) hashes.set(`${level}/${index}`, hash);
    if (at % 997 === 0 || at > SIZE - 3) roots.set(frontier.size, frontier.root());
  }
}
const tileOf = (tile: Tile) => {
  if (tile.level === "entries") throw new Error("no tile of hashes");
  const nodes = tileNodes({ ...tile, level: tile.level });
  return encodeTile(nodes.map(({ level, index }) => hashes.get(`${level}/${index}`) ?? new Uint8Array()));
};

const tile = fc.record({
  level: fc.oneof(fc.constant("entries" as const), fc.nat(63)),
  index: fc.oneof(fc.nat(3000), fc.maxSafeNat()),
  width: fc.nat(255).map((width) => width + 1),
});

describe("the tiles of a log", () => {
  it("have the paths of the specification", () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 1, index: 0, width: 5 })).toBe("tile/1/000.p/5");
    expect(tilePath({ level: "entries", index: 1234, width: 56 })).toBe("tile/entries/x001/234.p/56");
    fc.assert(
      fc.property(tile, (value) => {
        expect(parseTilePath(tilePath(value))).toEqual(value);
      }),
    );
  });

  it("are not found at other paths", () => {
    const wrong = [
      "tile/0/1",
      "tile/0/0001",
      "tile/0/x000/001",
      "tile/00/001",
      "tile/64/001",
      "tile/0/001.p/0",
      "tile/0/001.p/256",
      "tile/0/001.p/08",
      "tile/0/001/",
      "tile/x/001",
      "/tile/0/001",
      `tile/0/${"x999/".repeat(6)}999`,
    ];
    for (const path of wrong) {
      expect(
        thrown(() => parseTilePath(path)),
        path,
      ).toBeInstanceOf(DecodeError);
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^tile\/\d\/x?\d{1,4}(\.p\/\d+)?$/)), (path) => {
        const error = thrown(() => expect(tilePath(parseTilePath(path))).toBe(path));
        expect(error === null || error instanceof DecodeError).toBe(true);
      }),
    );
  });

  it("hold hashes from which the root and proofs of any size are made", async () => {
    await fill();
    for (const [size, root] of roots) {
      const loads: string[] = [];
      const read = tileReader(size, (asked) => {
        loads.push(tilePath(asked));
        return Promise.resolve(tileOf(asked));
      });
      expect(await treeRoot(size, read)).toEqual(root);
      const index = Math.floor(size / 3);
      const proof = await proveInclusion(index, size, read);
      expect(verifyInclusion({ index, size, root }, leafHash(entryOf(index)), proof)).toBe(true);
      expect(new Set(loads).size).toBe(loads.length);
    }
  });

  it("of a wrong length or beyond the log are refused", async () => {
    await fill();
    const short = tileReader(300, (asked) => Promise.resolve(tileOf(asked).slice(1)));
    await expect(treeRoot(300, short)).rejects.toThrow(DecodeError);
    const right = tileReader(300, (asked) => Promise.resolve(tileOf(asked)));
    await expect(right([{ level: 0, index: 300 }])).rejects.toThrow(RangeError);
    expect(tileIn(300, 0, 1)).toEqual({ level: 0, index: 1, width: 44 });
    expect(tileIn(300, 1, 0)).toEqual({ level: 1, index: 0, width: 1 });
    expect([tileIn(300, 0, 2), tileIn(300, 2, 0), tileIn(0, "entries", 0)]).toEqual([null, null, null]);
  });

  it("that are new after a growth are all those that existed with another width or not at all", () => {
    const all = (size: number) => {
      const found: string[] = [];
      for (const level of ["entries", 0, 1, 2, 3] as const) {
        for (let index = 0; ; index += 1) {
          const next = tileIn(size, level, index);
          if (next === null) break;
          found.push(tilePath(next));
        }
      }
      return found;
    };
    fc.assert(
      fc.property(fc.nat(SIZE), fc.nat(3 * TILE_WIDTH), (before, growth) => {
        const known = new Set(all(before));
        const expected = all(before + growth).filter((path) => !known.has(path));
        expect(newTiles(before, before + growth).map(tilePath)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("of entries hold each entry after its length, and nothing else", () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300, size: "max" }), { maxLength: 20 });
    fc.assert(
      fc.property(entries, (items) => {
        expect(decodeBundle(encodeBundle(items), items.length)).toEqual(items);
        expect(thrown(() => decodeBundle(encodeBundle(items), items.length + 1))).toBeInstanceOf(DecodeError);
        if (items.length === 0) return;
        expect(thrown(() => decodeBundle(encodeBundle(items), items.length - 1))).toBeInstanceOf(DecodeError);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(4), (bytes, width) => {
        expect(decodesStrictly(bytes, (input) => decodeBundle(input, width), encodeBundle)).toBeNull();
      }),
    );
  });
});
