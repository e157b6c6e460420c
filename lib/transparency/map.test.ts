import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, equal } from "@/lib/bytes/encoding";
import {
  EMPTY_HASH,
  mapInnerHash,
  mapKey,
  mapLeafHash,
  MapTree,
  proveMap,
  updateMap,
  verifyMap,
  type MapLeaf,
  type MapLoader,
  type MapNode,
} from "@/lib/transparency/map";
import { bytesOf, flipBit } from "@/testing/bytes";

/** Indices of which many share long prefixes, as chance would rarely make them. */
const index = fc
  .tuple(fc.constantFrom("", "a", "b"), fc.nat(255), fc.nat(255))
  .map(([name, first, last]) =>
    name === "" ? concat(Uint8Array.of(first), new Uint8Array(30), Uint8Array.of(last)) : bytesOf(`${name}${first}`),
  );
const leaf = fc.record({
  index,
  version: fc.nat(9),
  commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  position: fc.nat(10 ** 12),
});
const leaves = fc.uniqueArray(leaf, { maxLength: 40, size: "max", selector: (item) => mapKey(item.index, 256) });

const bitAt = (bytes: Uint8Array, bit: number) => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
/** The root as the design defines it: a subtree with one leaf is that leaf. */
function definedRoot(items: readonly MapLeaf[], depth = 0): Uint8Array {
  const [first, second] = items;
  if (first === undefined) return EMPTY_HASH;
  if (second === undefined) return mapLeafHash(first);
  const side = (bit: number) =>
    definedRoot(
      items.filter((item) => bitAt(item.index, depth) === bit),
      depth + 1,
    );
  return mapInnerHash(side(0), side(1));
}
function treeOf(items: readonly MapLeaf[]): MapTree {
  const tree = new MapTree();
  for (const item of items) tree.set(item);
  return tree;
}
function storeOf(nodes: ReadonlyMap<string, MapNode>): MapLoader {
  return (keys) =>
    Promise.resolve(
      new Map(
        keys.flatMap((key) => {
          const node = nodes.get(key);
          return node === undefined ? [] : [[key, node] as const];
        }),
      ),
    );
}

describe("the map of a log", () => {
  it("has the root that its definition gives, in whatever order it was filled", () => {
    fc.assert(
      fc.property(leaves, (items) => {
        expect(treeOf(items).root()).toEqual(definedRoot(items));
        expect(treeOf(items.toReversed()).root()).toEqual(definedRoot(items));
      }),
    );
    expect(new MapTree().root()).toEqual(new Uint8Array(32));
  });

  it("gives the newest value of an index, and null for others", () => {
    fc.assert(
      fc.property(leaves, index, (items, other) => {
        const tree = treeOf(items);
        for (const item of items) {
          expect(tree.get(item.index)).toEqual(item);
          tree.set({ ...item, version: 77 });
          expect(tree.get(item.index)?.version).toBe(77);
        }
        const found = items.find((item) => equal(item.index, other));
        expect(tree.get(other)).toEqual(found === undefined ? null : { ...found, version: 77 });
      }),
    );
  });

  it("proves what it has and what it does not have, and nothing when a bit of the proof is another", () => {
    fc.assert(
      fc.property(leaves, index, fc.nat(255), (items, asked, bit) => {
        const tree = treeOf(items);
        const root = tree.root();
        for (const target of [asked, ...items.slice(0, 3).map((item) => item.index)]) {
          const present = items.some((item) => equal(item.index, target));
          const proof = tree.prove(target);
          expect(verifyMap(root, target, proof)).toBe(present ? "present" : "absent");
          expect(verifyMap(flipBit(root, bit), target, proof)).toBeNull();
          for (const [at, sibling] of proof.siblings.entries()) {
            const siblings = proof.siblings.with(at, flipBit(sibling, bit));
            expect(verifyMap(root, target, { ...proof, siblings })).toBeNull();
          }
          expect(verifyMap(root, target, { ...proof, siblings: [...proof.siblings, EMPTY_HASH] })).toBeNull();
          if (proof.leaf === null) continue;
          expect(verifyMap(root, target, { ...proof, leaf: null })).toBeNull();
          for (const changed of [
            { ...proof.leaf, version: proof.leaf.version + 1 },
            { ...proof.leaf, position: proof.leaf.position + 1 },
            { ...proof.leaf, commitment: flipBit(proof.leaf.commitment, bit) },
            { ...proof.leaf, index: flipBit(proof.leaf.index, bit) },
          ]) {
            expect(verifyMap(root, target, { ...proof, leaf: changed })).toBeNull();
          }
        }
      }),
    );
  });

  it("does not prove the absence of an index by a leaf on another path", () => {
    const items = [0x00, 0x40, 0x80].map((first) => ({
      index: concat(Uint8Array.of(first), new Uint8Array(31)),
      version: 0,
      commitment: bytesOf(`${first}`),
      position: first,
    }));
    const tree = treeOf(items);
    const [one, two, three] = items.map((item) => item.index);
    if (one === undefined || two === undefined || three === undefined) throw new Error("three indices");
    expect(verifyMap(tree.root(), one, tree.prove(two))).toBeNull();
    expect(verifyMap(tree.root(), one, tree.prove(three))).toBeNull();
    expect(verifyMap(tree.root(), flipBit(three, 8), tree.prove(three))).toBe("absent");
    expect(verifyMap(tree.root(), new Uint8Array(31), tree.prove(one))).toBeNull();
  });

  it("does not prove the absence of an index by a leaf that a map has where it does not belong", () => {
    const [left, right] = [0x00, 0x80].map((first) => concat(Uint8Array.of(first), new Uint8Array(31)));
    if (left === undefined || right === undefined) throw new Error("two indices");
    const misplaced = { index: right, version: 0, commitment: bytesOf("c"), position: 1 };
    const root = mapInnerHash(mapLeafHash(misplaced), EMPTY_HASH);
    expect(verifyMap(root, left, { siblings: [EMPTY_HASH], leaf: misplaced })).toBeNull();
  });

  it("is stored by nodes of which an update reads and writes only the paths", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(leaves, { maxLength: 5 }), index, async (batches, asked) => {
        const nodes = new Map<string, MapNode>();
        const load = storeOf(nodes);
        const tree = new MapTree();
        for (const batch of batches) {
          for (const item of batch) tree.set(item);
          const { root, writes } = await updateMap(load, batch);
          expect(root).toEqual(tree.root());
          for (const [key, node] of writes) nodes.set(key, node);
        }
        const proof = await proveMap(load, asked);
        expect(proof).toEqual({ ...tree.prove(asked), root: tree.root() });
        // What is stored is the tree and nothing that was left behind.
        const hashes = [...nodes.values()].flatMap((node) => (node.kind === "inner" ? [node.left, node.right] : []));
        expect(hashes.filter((hash) => !equal(hash, EMPTY_HASH)).length).toBe(Math.max(nodes.size - 1, 0));
      }),
      { numRuns: 60 },
    );
  });

  it("writes nothing when nothing is updated, and about twenty nodes for one of thousands", async () => {
    const nodes = new Map<string, MapNode>();
    const many = Array.from({ length: 5000 }, (_, at) => ({
      index: bytesOf(`index ${at}`),
      version: 0,
      commitment: bytesOf(`commitment ${at}`),
      position: at,
    }));
    const { root, writes: first } = await updateMap(storeOf(nodes), many);
    for (const [key, node] of first) nodes.set(key, node);
    expect(await updateMap(storeOf(nodes), [])).toEqual({ root, writes: new Map() });
    const [one] = many;
    if (one === undefined) throw new Error("no leaf");
    let asked = 0;
    const { writes } = await updateMap(
      (keys) => {
        asked += 1;
        return storeOf(nodes)(keys);
      },
      [{ ...one, version: 1 }],
    );
    expect(asked).toBe(1);
    expect(writes.size).toBeGreaterThan(10);
    expect(writes.size).toBeLessThan(25);
  });

  it("names nodes by their depth and prefix", () => {
    const bytes = Uint8Array.of(0xff, 0xff, ...new Uint8Array(30));
    expect([0, 1, 4, 8, 9, 20].map((depth) => mapKey(bytes, depth))).toEqual([
      "0:",
      "1:80",
      "4:f0",
      "8:ff",
      "9:ff80",
      "20:ffff00",
    ]);
  });
});
