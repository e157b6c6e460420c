import { same, uint } from "../bytes";
import { sha256 } from "../crypto";

/* The Merkle tree of the log (log.md, section 2). */

export const leafHash = (entry: Uint8Array): Uint8Array => sha256(uint(0, 1), entry);
const parent = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(uint(1, 1), left, right);

/** The size and root of a log. */
export interface Head {
  size: number;
  root: Uint8Array;
}

/** The number of leaves in the left subtree. */
function splitAt(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

class WrongProof extends Error {}

/** Takes the hashes of a proof from its end, which is the top of the tree. */
class Proof {
  #left: number;

  constructor(readonly hashes: readonly Uint8Array[]) {
    this.#left = hashes.length;
  }

  next(): Uint8Array {
    this.#left -= 1;
    const hash = this.hashes[this.#left];
    if (hash === undefined) throw new WrongProof();
    return hash;
  }

  end(): void {
    if (this.#left !== 0) throw new WrongProof();
  }
}

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch (error) {
    if (error instanceof WrongProof) return false;
    throw error;
  }
}

/** Whether the entry with this leaf hash is at `index`. */
export function isIncluded(
  { size, root }: Head,
  index: number,
  leaf: Uint8Array,
  hashes: readonly Uint8Array[],
): boolean {
  const proof = new Proof(hashes);
  const rootOf = (at: number, width: number): Uint8Array => {
    if (width === 1) return leaf;
    const half = splitAt(width);
    const sibling = proof.next();
    return at < half ? parent(rootOf(at, half), sibling) : parent(sibling, rootOf(at - half, width - half));
  };
  const exists = Number.isSafeInteger(index) && index >= 0 && index < size;
  return (
    exists &&
    holds(() => {
      const computed = rootOf(index, size);
      proof.end();
      return same(computed, root);
    })
  );
}

/** Whether the second log begins with the first. */
export function isContinued(before: Head, after: Head, hashes: readonly Uint8Array[]): boolean {
  if (before.size > after.size) return false;
  if (before.size === 0) return hashes.length === 0;
  const proof = new Proof(hashes);
  /** The hashes of a subtree as the first log has it, and as the second does. */
  const both = (old: number, width: number, isKnown: boolean): [Uint8Array, Uint8Array] => {
    if (old === width) {
      const hash = isKnown ? before.root : proof.next();
      return [hash, hash];
    }
    const half = splitAt(width);
    const sibling = proof.next();
    if (old <= half) {
      const [was, is] = both(old, half, isKnown);
      return [was, parent(is, sibling)];
    }
    const [was, is] = both(old - half, width - half, false);
    return [parent(sibling, was), parent(sibling, is)];
  };
  return holds(() => {
    const [was, is] = both(before.size, after.size, true);
    proof.end();
    return same(was, before.root) && same(is, after.root);
  });
}

/** A log that grows: the roots of its complete subtrees, from the largest to the smallest. */
export class Growing {
  #size: number;
  readonly #peaks: Uint8Array[];

  constructor(size = 0, peaks: readonly Uint8Array[] = []) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Uint8Array[] {
    return this.#peaks;
  }

  add(entry: Uint8Array): void {
    let hash = leafHash(entry);
    // Each bit that is set at the end of the size is a subtree that is completed now.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#peaks.pop();
      if (left !== undefined) hash = parent(left, hash);
    }
    this.#peaks.push(hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    const [smallest, ...larger] = this.#peaks.toReversed();
    return larger.reduce((right, left) => parent(left, right), smallest ?? sha256());
  }
}

/** The root of a subtree over complete hashes, whose number is a power of two. */
export function subtreeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let level = [...hashes];
  while (level.length > 1) {
    level = level.flatMap((left, at) => (at % 2 === 0 ? [parent(left, level[at + 1] ?? left)] : []));
  }
  return level[0] ?? sha256();
}
