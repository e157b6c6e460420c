import { same, uint, zeros } from "../bytes";
import { sha256 } from "../crypto";

/* The map from indices to their newest values (log.md, section 5). */

export interface MapLeaf {
  index: Uint8Array;
  version: number;
  commitment: Uint8Array;
  position: number;
}

const bit = (index: Uint8Array, depth: number) => ((index[depth >> 3] ?? 0) >> (7 - (depth % 8))) & 1;

const leafHash = ({ index, version, commitment, position }: MapLeaf) =>
  sha256(uint(2, 1), index, sha256(uint(version, 4), commitment, uint(position, 8)));
const innerHash = (left: Uint8Array, right: Uint8Array) => sha256(uint(3, 1), left, right);

/** What a path shows of an index in the map with this root; null when it shows nothing. */
export function provedBy(
  root: Uint8Array,
  index: Uint8Array,
  { siblings, leaf }: { siblings: readonly Uint8Array[]; leaf: MapLeaf | null },
): "present" | "absent" | null {
  const depth = siblings.length;
  if (depth > 256) return null;
  const isOnPath = leaf === null || siblings.every((_, at) => bit(leaf.index, at) === bit(index, at));
  const top = siblings.reduceRight<Uint8Array>(
    (hash, sibling, at) => (bit(index, at) === 0 ? innerHash(hash, sibling) : innerHash(sibling, hash)),
    leaf === null ? zeros(32) : leafHash(leaf),
  );
  if (!isOnPath || !same(top, root)) return null;
  return leaf !== null && same(leaf.index, index) ? "present" : "absent";
}

interface Inner {
  children: [Node, Node];
  hash: Uint8Array | null;
}
type Node = MapLeaf | Inner | null;

/** A whole map, to replay a log. */
export class ReplayedMap {
  #root: Node = null;

  get(index: Uint8Array): MapLeaf | null {
    let node = this.#root;
    for (let depth = 0; node !== null && "children" in node; depth += 1)
      node = node.children[bit(index, depth)] ?? null;
    return node !== null && same(node.index, index) ? node : null;
  }

  set(leaf: MapLeaf): void {
    this.#root = this.#put(this.#root, leaf, 0);
  }

  root(): Uint8Array {
    const hashOf = (node: Node): Uint8Array => {
      if (node === null) return zeros(32);
      if (!("children" in node)) return leafHash(node);
      return (node.hash ??= innerHash(hashOf(node.children[0]), hashOf(node.children[1])));
    };
    return hashOf(this.#root);
  }

  #put(node: Node, leaf: MapLeaf, depth: number): Node {
    if (node === null) return leaf;
    if (!("children" in node)) {
      if (same(node.index, leaf.index)) return leaf;
      return this.#put(this.#put({ children: [null, null], hash: null }, node, depth), leaf, depth);
    }
    const [left, right] = node.children;
    const isLeft = bit(leaf.index, depth) === 0;
    const children: [Node, Node] = isLeft
      ? [this.#put(left, leaf, depth + 1), right]
      : [left, this.#put(right, leaf, depth + 1)];
    return { children, hash: null };
  }
}
