import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "@/lib/bytes/encoding";
import {
  emptyRoot,
  Frontier,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  type HashReader,
} from "@/lib/transparency/tree";

/** The entries of the reference tests of RFC 6962, and the roots of the trees of their first one to eight. */
const ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const entryOf = (at: number) => leafHash(Uint8Array.of(at & 255, at >> 8));

const hashes = new Map<string, Uint8Array>();
function hashOf(level: number, index: number): Uint8Array {
  const key = `${level}/${index}`;
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const hash = level === 0 ? entryOf(index) : nodeHash(hashOf(level - 1, 2 * index), hashOf(level - 1, 2 * index + 1));
  hashes.set(key, hash);
  return hash;
}
/** Reads the nodes of the tree over the leaves that `entryOf` gives. */
const read: HashReader = (nodes) => Promise.resolve(nodes.map(({ level, index }) => hashOf(level, index)));

/** The root as RFC 6962 §2.1 defines it. */
function definedRoot(start: number, end: number): Uint8Array {
  if (end === start) return emptyRoot();
  if (end - start === 1) return entryOf(start);
  const split = 2 ** Math.floor(Math.log2(end - start - 1));
  return nodeHash(definedRoot(start, start + split), definedRoot(start + split, end));
}

/** All proofs that differ from this one in a bit, or by one hash. */
function* damaged(proof: readonly Uint8Array[], bit: number): Generator<Uint8Array[]> {
  for (const [at, hash] of proof.entries()) {
    const changed = hash.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield proof.with(at, changed);
    yield proof.toSpliced(at, 1);
    yield proof.toSpliced(at, 0, hash);
  }
  yield [...proof, emptyRoot()];
}

const sizes = fc.nat(300).map((size) => size + 1);
const sizeAndIndex = sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
const bit = fc.nat(255);

describe("the tree of a log", () => {
  it("has the roots of the reference tests", async () => {
    const frontier = await Frontier.of();
    expect(toHex(frontier.root())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const [at, entry] of ENTRIES.entries()) {
      frontier.append(leafHash(fromHex(entry)));
      expect(toHex(frontier.root())).toBe(ROOTS[at]);
    }
  });

  it("has the root that the RFC defines, whether it is computed at once or grows from any size", async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, async ([size, start]) => {
        const root = definedRoot(0, size);
        expect(await treeRoot(size, read)).toEqual(root);
        const frontier = await Frontier.of(start, read);
        for (let at = start; at < size; at += 1) {
          const completed = frontier.append(entryOf(at));
          expect(completed.map(({ hash }) => hash)).toEqual(await read(completed));
        }
        expect(frontier.root()).toEqual(root);
      }),
      { numRuns: 50 },
    );
  });

  it("proves the inclusion of each leaf, and nothing when a bit, a place, a size or a leaf is another", async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, bit, async ([size, index], flipped) => {
        const root = definedRoot(0, size);
        const leaf = entryOf(index);
        const proof = await proveInclusion(index, size, read);
        expect(verifyInclusion({ index, size, root }, leaf, proof)).toBe(true);
        for (const wrong of damaged(proof, flipped)) {
          expect(verifyInclusion({ index, size, root }, leaf, wrong)).toBe(false);
        }
        expect(verifyInclusion({ index, size, root }, entryOf(size), proof)).toBe(false);
        expect(verifyInclusion({ index: index + 1, size, root }, leaf, proof)).toBe(false);
        expect(verifyInclusion({ index: size, size, root }, leaf, proof)).toBe(false);
        expect(verifyInclusion({ index, size, root: entryOf(size) }, leaf, proof)).toBe(false);
      }),
    );
  });

  it("proves the consistency of two sizes, and nothing when a bit, a size or a root is another", async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, bit, async ([after, index], flipped) => {
        const before = { size: index + 1, root: definedRoot(0, index + 1) };
        const now = { size: after, root: definedRoot(0, after) };
        const proof = await proveConsistency(before.size, after, read);
        expect(verifyConsistency(before, now, proof)).toBe(true);
        for (const wrong of damaged(proof, flipped)) expect(verifyConsistency(before, now, wrong)).toBe(false);
        expect(verifyConsistency({ ...before, root: entryOf(900) }, now, proof)).toBe(false);
        expect(verifyConsistency(before, { ...now, root: entryOf(900) }, proof)).toBe(false);
        const same = before.size === after;
        expect(verifyConsistency({ ...before, size: after }, now, proof)).toBe(same);
        expect(verifyConsistency(now, before, proof)).toBe(same);
      }),
    );
  });

  it("is consistent with an empty one without a proof", () => {
    const empty = { size: 0, root: emptyRoot() };
    const now = { size: 3, root: definedRoot(0, 3) };
    expect(verifyConsistency(empty, now, [])).toBe(true);
    expect(verifyConsistency(empty, now, [entryOf(1)])).toBe(false);
    expect(verifyConsistency({ ...empty, root: entryOf(1) }, now, [])).toBe(false);
    for (const size of [-1, 0.5, Number.NaN]) {
      expect(verifyConsistency({ ...empty, size }, now, [])).toBe(false);
      expect(verifyInclusion({ index: 0, size, root: now.root }, entryOf(0), [])).toBe(false);
    }
  });

  it("proves nothing when it is higher or lower than its size says", () => {
    const [first, second, other] = [entryOf(0), entryOf(1), entryOf(2)];
    const root = nodeHash(first, second);
    expect(verifyInclusion({ index: 0, size: 2, root }, first, [second])).toBe(true);
    expect(verifyInclusion({ index: 0, size: 4, root }, first, [second])).toBe(false);
    const higher = nodeHash(other, root);
    expect(verifyInclusion({ index: 0, size: 2, root: higher }, first, [second, other])).toBe(false);
    const before = { size: 2, root };
    expect(verifyConsistency(before, { size: 4, root: nodeHash(root, other) }, [other])).toBe(true);
    expect(verifyConsistency(before, { size: 8, root: nodeHash(root, other) }, [other])).toBe(false);
  });

  it("refuses to prove what is not there", async () => {
    await expect(proveInclusion(3, 3, read)).rejects.toThrow(RangeError);
    await expect(proveConsistency(4, 3, read)).rejects.toThrow(RangeError);
  });
});
