import { sha256 } from "@noble/hashes/sha2.js";
import { concat, equal, toHex } from "@/lib/bytes/encoding";
import { encode } from "@/lib/bytes/tls";

/*
 * The map from labels to their newest values: a binary tree over the bits of a 32-byte index. A leaf stands at the
 * least depth at which its prefix is unique, so that a path has about as many steps as the logarithm of the size.
 */

export interface MapLeaf {
  /** 32 bytes. */
  index: Uint8Array;
  version: number;
  /** 32 bytes. */
  commitment: Uint8Array;
  /** Where the log has the MapUpdate that set this. */
  position: number;
}
/** A node as it is stored. Empty subtrees are not stored. */
export type MapNode =
  | { kind: "leaf"; leaf: MapLeaf }
  /** The hashes of its two children; 32 zero bytes for an empty one. */
  | { kind: "inner"; left: Uint8Array; right: Uint8Array };
/** Reads stored nodes by their keys. Nodes that are not stored are missing in the answer. */
export type MapLoader = (keys: readonly string[]) => Promise<ReadonlyMap<string, MapNode>>;

/** The path of an index, from the root to an empty subtree (`leaf` is null) or a leaf, perhaps of another index. */
export interface MapProof {
  /** The other child of each node on the path, from the root downwards. */
  siblings: Uint8Array[];
  leaf: MapLeaf | null;
}

type Branch =
  | { kind: "leaf"; leaf: MapLeaf; hash: Uint8Array | null }
  | { kind: "inner"; left: Branch | null; right: Branch | null; hash: Uint8Array | null }
  /** A subtree of which only the hash was read. */
  | { kind: "stub"; hash: Uint8Array };

export const EMPTY_HASH: Uint8Array = new Uint8Array(32);
const BITS = 256;
/** How many depths are read at once: enough for the paths of a million leaves. */
const [FIRST_DEPTHS, MORE_DEPTHS] = [28, 16];

const bitOf = (index: Uint8Array, depth: number) => ((index[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1;

/** The key of the node at this depth of the path of an index: "depth:prefix in hexadecimal". */
export function mapKey(index: Uint8Array, depth: number): string {
  const prefix = index.slice(0, Math.ceil(depth / 8));
  const last = prefix.length - 1;
  if (depth % 8 !== 0) prefix[last] = (prefix[last] ?? 0) & (0xff << (8 - (depth % 8)));
  return `${depth}:${toHex(prefix)}`;
}

export function mapLeafHash(leaf: MapLeaf): Uint8Array {
  const value = encode((writer) => writer.u32(leaf.version).fixed(leaf.commitment, 32).u64(leaf.position));
  return sha256(concat(Uint8Array.of(2), leaf.index, sha256(value)));
}

export function mapInnerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(Uint8Array.of(3), left, right));
}

/** The hash of a branch. Puts every node that had none, because it changed, into `writes`. */
function hashOf(
  branch: Branch | null,
  depth: number,
  path: Uint8Array,
  writes: Map<string, MapNode> | null,
): Uint8Array {
  if (branch === null) return EMPTY_HASH;
  if (branch.kind === "stub") return branch.hash;
  if (branch.hash !== null) return branch.hash;
  if (branch.kind === "leaf") {
    branch.hash = mapLeafHash(branch.leaf);
    writes?.set(mapKey(path, depth), { kind: "leaf", leaf: branch.leaf });
    return branch.hash;
  }
  const bit = 0x80 >> (depth & 7);
  const left = hashOf(branch.left, depth + 1, path, writes);
  path[depth >> 3] = (path[depth >> 3] ?? 0) | bit;
  const right = hashOf(branch.right, depth + 1, path, writes);
  path[depth >> 3] = (path[depth >> 3] ?? 0) & ~bit;
  branch.hash = mapInnerHash(left, right);
  writes?.set(mapKey(path, depth), { kind: "inner", left, right });
  return branch.hash;
}

/** The branch with the leaf in it. Forgets the hashes on the path. */
function insert(branch: Branch | null, leaf: MapLeaf, depth: number): Branch {
  if (branch === null) return { kind: "leaf", leaf, hash: null };
  if (branch.kind === "stub") throw new Error("a subtree that was not read");
  if (branch.kind === "leaf") {
    if (equal(branch.leaf.index, leaf.index)) return { kind: "leaf", leaf, hash: null };
    // Both move down to where their prefixes differ.
    const inner: Branch = { kind: "inner", left: null, right: null, hash: null };
    return insert(insert(inner, branch.leaf, depth), leaf, depth);
  }
  branch.hash = null;
  if (bitOf(leaf.index, depth) === 0) branch.left = insert(branch.left, leaf, depth + 1);
  else branch.right = insert(branch.right, leaf, depth + 1);
  return branch;
}

/** A map in memory: all of it, or the paths that were read. */
export class MapTree {
  #root: Branch | null;

  constructor(root: Branch | null = null) {
    this.#root = root;
  }

  /** Sets the newest value of an index. */
  set(leaf: MapLeaf): void {
    this.#root = insert(this.#root, leaf, 0);
  }

  /** The newest value of an index, or null. */
  get(index: Uint8Array): MapLeaf | null {
    const { end } = this.#walk(index);
    return end !== null && equal(end.index, index) ? end : null;
  }

  /** The root hash. Puts the nodes that changed since it was last computed into `writes`. */
  root(writes: Map<string, MapNode> | null = null): Uint8Array {
    return hashOf(this.#root, 0, new Uint8Array(32), writes);
  }

  /** The proof of the value of an index, or of its absence. */
  prove(index: Uint8Array): MapProof {
    this.root();
    const { others, end } = this.#walk(index);
    return { siblings: others.map((other) => other?.hash ?? EMPTY_HASH), leaf: end };
  }

  /** The leaf to which the path of an index leads, and the branches beside the path. */
  #walk(index: Uint8Array): { others: (Branch | null)[]; end: MapLeaf | null } {
    const others: (Branch | null)[] = [];
    let branch = this.#root;
    while (branch !== null && branch.kind === "inner") {
      const goesLeft: boolean = bitOf(index, others.length) === 0;
      others.push(goesLeft ? branch.right : branch.left);
      branch = goesLeft ? branch.left : branch.right;
    }
    if (branch?.kind === "stub") throw new Error("a subtree that was not read");
    return { others, end: branch === null ? null : branch.leaf };
  }
}

/** The branch at this place, made of stored nodes. Where they end, it has the hash only. */
function grow(
  nodes: ReadonlyMap<string, MapNode>,
  path: Uint8Array,
  depth: number,
  hash: Uint8Array | null,
): Branch | null {
  if (hash !== null && equal(hash, EMPTY_HASH)) return null;
  const node = nodes.get(mapKey(path, depth));
  if (node === undefined) return hash === null ? null : { kind: "stub", hash };
  if (node.kind === "leaf") return { kind: "leaf", leaf: node.leaf, hash: hash ?? mapLeafHash(node.leaf) };
  const right = path.slice();
  right[depth >> 3] = (right[depth >> 3] ?? 0) | (0x80 >> (depth & 7));
  return {
    kind: "inner",
    left: grow(nodes, path, depth + 1, node.left),
    right: grow(nodes, right, depth + 1, node.right),
    hash: hash ?? mapInnerHash(node.left, node.right),
  };
}

/** The map with the whole paths of these indices, in one or two calls of `load`. */
async function readPaths(load: MapLoader, indices: readonly Uint8Array[]): Promise<MapTree> {
  const nodes = new Map<string, MapNode>();
  let [from, to] = [0, FIRST_DEPTHS];
  let open = indices;
  while (open.length > 0 && from <= BITS) {
    const [start, end] = [from, to];
    const keys = new Set(
      open.flatMap((index) => Array.from({ length: end - start }, (_, step) => mapKey(index, start + step))),
    );
    for (const [key, node] of await load([...keys])) nodes.set(key, node);
    open = open.filter((index) => nodes.get(mapKey(index, end - 1))?.kind === "inner");
    [from, to] = [end, Math.min(end + MORE_DEPTHS, BITS + 1)];
  }
  return new MapTree(grow(nodes, new Uint8Array(32), 0, null));
}

/**
 * Applies updates to a stored map, the last one of an index counting.
 * @returns the new root, and the nodes to store under their keys; no node is ever to be removed
 */
export async function updateMap(
  load: MapLoader,
  updates: readonly MapLeaf[],
): Promise<{ root: Uint8Array; writes: Map<string, MapNode> }> {
  // Without updates, a path is read for the root.
  const indices = updates.length === 0 ? [EMPTY_HASH] : updates.map(({ index }) => index);
  const tree = await readPaths(load, indices);
  for (const leaf of updates) tree.set(leaf);
  const writes = new Map<string, MapNode>();
  return { root: tree.root(writes), writes };
}

/** The proof of the value of an index, or of its absence, in a stored map, and the root to which it leads. */
export async function proveMap(load: MapLoader, index: Uint8Array): Promise<MapProof & { root: Uint8Array }> {
  const tree = await readPaths(load, [index]);
  return { ...tree.prove(index), root: tree.root() };
}

/** What the proof shows about an index in the map with this root, or null when it shows nothing. */
export function verifyMap(root: Uint8Array, index: Uint8Array, proof: MapProof): "present" | "absent" | null {
  const { siblings, leaf } = proof;
  if (index.length !== 32 || siblings.length > BITS) return null;
  // A leaf proves something about those indices only whose paths lead to it.
  if (leaf !== null && mapKey(leaf.index, siblings.length) !== mapKey(index, siblings.length)) return null;
  let hash = leaf === null ? EMPTY_HASH : mapLeafHash(leaf);
  for (const [depth, sibling] of [...siblings.entries()].toReversed()) {
    hash = bitOf(index, depth) === 0 ? mapInnerHash(hash, sibling) : mapInnerHash(sibling, hash);
  }
  if (!equal(hash, root)) return null;
  return leaf !== null && equal(leaf.index, index) ? "present" : "absent";
}
