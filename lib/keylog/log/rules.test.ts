import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64Url, toHex, utf8 } from "@/lib/bytes/encoding";
import { cutTile, decodeNode, encodeNode, growTree, isDue, ordered, planBatch, tileKey } from "@/lib/keylog/log/rules";
import { hashAt, placeOf, tileTree } from "@/lib/keylog/log/tile-tree";
import type { UnsequencedRow } from "@/lib/keylog/log/schema";
import { commitmentOf, decodeLeaf } from "@/lib/transparency/leaves";
import type { MapNode } from "@/lib/transparency/map";
import { newTiles, tileIn, tileReader, type Tile } from "@/lib/transparency/tiles";
import { Frontier, leafHash } from "@/lib/transparency/tree";

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const leafOf = (place: number) => utf8(`leaf ${place} ${"x".repeat(place % 7)}`);

/** Grows a tree step by step, as the graph does, and keeps its tiles. */
async function grown(steps: number[]) {
  const stored = new Map<string, Uint8Array>();
  const load = (tile: Tile) => Promise.resolve(cutTile(tile, stored.get(tileKey(tile)) ?? new Uint8Array()));
  let [size, root] = [0, ""];
  for (const step of steps) {
    const leaves = Array.from({ length: step }, (_, place) => leafOf(size + place));
    const next = await growTree({ size, root, read: tileReader(size, load), load }, leaves);
    for (const { key, bytes } of next.tiles) stored.set(key, bytes);
    [size, root] = [size + step, next.root];
  }
  return { size, root, stored, load };
}

describe("a growing tree", () => {
  it("has the same tiles and root however it grew, and its earlier tiles are cut from the later ones", async () => {
    const steps = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (chosen) => {
        const all = await grown(chosen);
        const once = await grown([all.size]);
        expect(all.root).toBe(once.root);
        expect(all.stored).toEqual(once.stored);
        const frontier = await Frontier.of();
        for (let place = 0; place < all.size; place += 1) frontier.append(leafHash(leafOf(place)));
        expect(all.root).toBe(toBase64Url(frontier.root()));
        const [first = 0] = chosen;
        const begun = await grown([first]);
        for (const tile of newTiles(0, first)) expect(await all.load(tile)).toEqual(await begun.load(tile));
      }),
      { numRuns: 12 },
    );
  });

  it("is refused when its tiles are damaged", async () => {
    const { size, root, stored, load } = await grown([5]);
    const tile = stored.get("0/0") ?? new Uint8Array();
    tile[40] = (tile[40] ?? 0) ^ 1;
    const growing = { size, root, read: tileReader(size, load), load };
    await expect(growTree(growing, [leafOf(5)])).rejects.toThrow("damaged");
  });
});

describe("the tree of a tile", () => {
  it("has the same hashes as the tile, for every complete subtree", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.nat(), async (count, pick) => {
        const { size, load } = await grown([count]);
        const level = pick % (Math.floor(Math.log2(size)) + 1);
        const node = { level, index: pick % Math.floor(size / 2 ** level) };
        const place = placeOf(node);
        const tile = tileIn(size, place.level, place.index);
        const tree = tile && tileTree(await load(tile));
        expect(tree && tile && hashAt(tree, tile.width, place)).toEqual((await tileReader(size, load)([node]))[0]);
      }),
      { numRuns: 60 },
    );
    expect(() => hashAt(tileTree(new Uint8Array(3 * 32)), 3, placeOf({ level: 1, index: 1 }))).toThrow(RangeError);
  });
});

describe("a node of the map", () => {
  it("is read as it was written", () => {
    const leaf = fc.record({ index: bytes32, version: fc.nat(), commitment: bytes32, position: fc.maxSafeNat() });
    const node: fc.Arbitrary<MapNode> = fc.oneof(
      leaf.map((inside) => ({ kind: "leaf", leaf: inside }) as const),
      fc.record({ kind: fc.constant("inner" as const), left: bytes32, right: bytes32 }),
    );
    fc.assert(
      fc.property(node, (value) => {
        expect(decodeNode(encodeNode(value))).toEqual(value);
      }),
    );
  });
});

const update = (id: string, label: string, seq: number): UnsequencedRow => ({
  id,
  label,
  seq,
  value: toBase64Url(utf8(`${label} ${seq}`)),
  opening: toBase64Url(new Uint8Array(16).fill(seq)),
  personId: null,
});

describe("a batch", () => {
  it("keeps the order in which updates came, but those of a chain are in the order of the chain", () => {
    const updates = [
      update("1", "acct:a", 4),
      update("2", "acct:b", 0),
      update("3", "acct:a", 3),
      update("4", "acct:a", 5),
    ];
    expect(ordered(updates).map(({ label, seq }) => [label, seq])).toEqual([
      ["acct:a", 3],
      ["acct:b", 0],
      ["acct:a", 4],
      ["acct:a", 5],
    ]);
    expect(ordered([update("1", "handle:x", 0), update("2", "handle:x", 0)]).map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("begins a log with its config, and gives each label its next version", () => {
    const index = new Map(["acct:a", "acct:b"].map((label, place) => [label, new Uint8Array(32).fill(place)]));
    const updates = [update("1", "acct:a", 7), update("2", "acct:b", 0), update("3", "acct:a", 8)];
    const config = { kind: "config", origin: "log.example", vrfPublicKey: new Uint8Array(32), timeMs: 9 } as const;
    const versions = new Map([["acct:a", 6]]);
    const batch = planBatch({ size: 0, config, updates, indices: index, versions, code: null });
    expect(batch.leaves.map(decodeLeaf)).toMatchObject([
      { kind: "config" },
      { kind: "map_update", version: 7 },
      { kind: "map_update", version: 0 },
      { kind: "map_update", version: 8, commitment: batch.mapLeaves[2]?.commitment },
    ]);
    expect(batch.placed).toEqual([
      { id: "1", index: toHex(new Uint8Array(32)), version: 7, position: 1 },
      { id: "2", index: toHex(new Uint8Array(32).fill(1)), version: 0, position: 2 },
      { id: "3", index: toHex(new Uint8Array(32)), version: 8, position: 3 },
    ]);
    const opened = commitmentOf(new Uint8Array(16).fill(8), "acct:a", 8, utf8("acct:a 8"));
    expect(batch.mapLeaves[2]?.commitment).toEqual(opened);
    const later = planBatch({ size: 40, config, updates: [], indices: index, versions, code: null });
    expect(later).toEqual({ leaves: [], mapLeaves: [], placed: [] });
  });

  it("is due when something waits, or nothing was said for an hour", () => {
    const now = 10 * 3_600_000;
    expect([isDue(1, now, now), isDue(0, now, now), isDue(0, now - 3_600_000, now), isDue(0, 0, now)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
