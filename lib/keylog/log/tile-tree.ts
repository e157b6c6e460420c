import { nodeHash, type TreeNode } from "@/lib/transparency/tree";
import { TILE_WIDTH } from "@/lib/transparency/tiles";

const HASH = 32;
const LEVELS = 8;

/**
 * The hashes of all complete subtrees in a tile of hashes, level by level, so that proofs need not compute them again:
 * a proof reads about as many as the tree is high, of which most are the root of many hashes.
 * @param tile its bytes
 */
export function tileTree(tile: Uint8Array): Uint8Array {
  const widths = levelWidths(tile.length / HASH);
  const tree = new Uint8Array(HASH * widths.reduce((all, width) => all + width, 0));
  tree.set(tile);
  let [below, at] = [0, tile.length];
  for (const width of widths.slice(1)) {
    const start = at;
    for (let place = 0; place < width; place += 1, at += HASH) {
      const children = below + 2 * HASH * place;
      const left = tree.subarray(children, children + HASH);
      tree.set(nodeHash(left, tree.subarray(children + HASH, children + 2 * HASH)), at);
    }
    below = start;
  }
  return tree;
}

/** How many complete subtrees there are at each height of a tile, from its hashes upwards. */
function levelWidths(width: number): number[] {
  return Array.from({ length: LEVELS }, (_, height) => Math.floor(width / 2 ** height));
}

/** Where a node of the log's tree is in the tree of a tile. */
export interface PlaceInTile {
  level: number;
  index: number;
  height: number;
  place: number;
}

export function placeOf({ level, index }: TreeNode): PlaceInTile {
  const height = level % LEVELS;
  const perTile = TILE_WIDTH / 2 ** height;
  return { level: Math.floor(level / LEVELS), index: Math.floor(index / perTile), height, place: index % perTile };
}

/**
 * The hash at a place in the tree of a tile of this width.
 * @throws RangeError when the subtree there is not complete
 */
export function hashAt(tree: Uint8Array, width: number, { height, place }: PlaceInTile): Uint8Array {
  const widths = levelWidths(width);
  if (place >= (widths[height] ?? 0)) throw new RangeError("no complete subtree in this tile");
  const start = HASH * (widths.slice(0, height).reduce((all, level) => all + level, 0) + place);
  return tree.slice(start, start + HASH);
}
