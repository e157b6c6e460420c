import { sha256 } from "@noble/hashes/sha2.js";
import { concat, equal } from "@/lib/bytes/encoding";

/*
 * The Merkle tree of a log (RFC 6962 §2.1, RFC 9162 §2.1). A node (level, index) is the root of the complete subtree
 * over the leaves from index·2^level to (index + 1)·2^level.
 */

export interface TreeNode {
  level: number;
  index: number;
}
/** Reads the hashes of complete subtrees, in the order in which they are asked for. */
export type HashReader = (nodes: readonly TreeNode[]) => Promise<readonly Uint8Array[]>;

const [LEAF, INNER] = [Uint8Array.of(0), Uint8Array.of(1)];

/** The hash of an entry of the log. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, entry));
}

/** The hash of a node that has these children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(INNER, left, right));
}

/** The root of a log without entries. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/** The largest power of two that is less than `size`, which is at least 2. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The complete subtrees that the leaves from `start` to `end` consist of, from left to right. */
function subtrees(start: number, end: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  let at = start;
  while (at < end) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The hash of subtrees that get smaller from left to right. */
function foldRight(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** The hashes of ranges of leaves, [start, end), all read at once. */
async function rangeHashes(ranges: readonly (readonly [number, number])[], read: HashReader): Promise<Uint8Array[]> {
  const nodes = ranges.map(([start, end]) => subtrees(start, end));
  const hashes = await read(nodes.flat());
  let at = 0;
  return nodes.map(({ length }) => {
    at += length;
    return foldRight(hashes.slice(at - length, at));
  });
}

/** The root of the first `size` leaves. */
export async function treeRoot(size: number, read: HashReader): Promise<Uint8Array> {
  const [root = emptyRoot()] = await rangeHashes([[0, size]], read);
  return root;
}

/** The ranges whose hashes prove the inclusion of a leaf in the range, from the leaf upwards. */
function inclusionRanges(index: number, start: number, end: number): [number, number][] {
  if (end - start <= 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionRanges(index, start, middle), [middle, end]]
    : [...inclusionRanges(index, middle, end), [start, middle]];
}

/** The ranges of a consistency proof (`SUBPROOF` of RFC 6962 §2.1.2). */
function consistencyRanges(size: number, start: number, end: number, known: boolean): [number, number][] {
  if (size === end) return known ? [] : [[start, end]];
  const middle = start + splitOf(end - start);
  return size <= middle
    ? [...consistencyRanges(size, start, middle, known), [middle, end]]
    : [...consistencyRanges(size, middle, end, false), [start, middle]];
}

/** The proof that the leaf with this index is in the tree of this size. */
export async function proveInclusion(index: number, size: number, read: HashReader): Promise<Uint8Array[]> {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} among ${size}`);
  return rangeHashes(inclusionRanges(index, 0, size), read);
}

/** The proof that the tree of size `before` is the beginning of the tree of size `after`. Empty for an empty one. */
export async function proveConsistency(before: number, after: number, read: HashReader): Promise<Uint8Array[]> {
  if (before < 0 || before > after) throw new RangeError(`no tree of ${before} in one of ${after}`);
  return before === 0 ? [] : rangeHashes(consistencyRanges(before, 0, after, true), read);
}

/** Whether the proof shows that `leaf` (a leaf hash) is at `index` in the tree with this size and root. */
export function verifyInclusion(
  { index, size, root }: { index: number; size: number; root: Uint8Array },
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      // A node without a right sibling stands for its parent.
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(hash, root);
}

/** Whether the proof shows that the tree `before` is the beginning of the tree `after`. */
export function verifyConsistency(
  before: { size: number; root: Uint8Array },
  after: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(before.size) || !Number.isSafeInteger(after.size)) return false;
  if (before.size < 0 || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && equal(before.root, after.root);
  if (before.size === 0) return proof.length === 0 && equal(before.root, emptyRoot());
  let [place, last] = [before.size - 1, after.size - 1];
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  // A complete tree is itself the first node of the proof, which therefore does not repeat it.
  const [first, ...rest] = place === 0 ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let [old, current] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(sibling, old);
      current = nodeHash(sibling, current);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      current = nodeHash(current, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(old, before.root) && equal(current, after.root);
}

/** The right edge of a growing tree: enough to append leaves and to know the root, in little memory. */
export class Frontier {
  /** The complete subtrees, from left to right: one for each bit of the size that is set. */
  readonly #peaks: Uint8Array[];
  #size: number;

  private constructor(size: number, peaks: readonly Uint8Array[]) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  /** The frontier of a tree of this size, or of an empty one. Compare its root with one that was verified. */
  static async of(size = 0, read: HashReader = () => Promise.resolve([])): Promise<Frontier> {
    return new Frontier(size, await read(subtrees(0, size)));
  }

  get size(): number {
    return this.#size;
  }

  root(): Uint8Array {
    return foldRight(this.#peaks);
  }

  /** Appends a leaf hash. Returns the subtrees that this completes, the leaf first. */
  append(leaf: Uint8Array): { level: number; index: number; hash: Uint8Array }[] {
    const completed = [{ level: 0, index: this.#size, hash: leaf }];
    let hash = leaf;
    let index = this.#size;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new Error("a frontier without a peak");
      hash = nodeHash(left, hash);
      index = Math.floor(index / 2);
      completed.push({ level, index, hash });
    }
    this.#peaks.push(hash);
    this.#size += 1;
    return completed;
  }
}
