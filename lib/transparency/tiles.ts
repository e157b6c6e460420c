import { concat } from "@/lib/bytes/encoding";
import { decode, DecodeError, encode, type Bytes } from "@/lib/bytes/tls";
import { nodeHash, type HashReader, type TreeNode } from "@/lib/transparency/tree";

/* Tiles of a log (C2SP tlog-tiles): 256 hashes of every eighth level of the tree, or 256 entries, in one file. */

export const TILE_WIDTH = 256;
const LEVELS = 8;
const HASH_LENGTH = 32;
const MAX_LEVEL = 63;

/** Which hashes (`level` is a number, in steps of eight levels of the tree) or entries a tile holds. */
export interface Tile {
  level: number | "entries";
  index: number;
  /** How many; 256 in a full tile. */
  width: number;
}

/** "tile/0/x001/x234/067" or, of a tile that is not full, "tile/entries/000.p/8". */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  return `tile/${level}/${groups.join("/")}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/**
 * The tile at a path.
 * @throws DecodeError for a path that `tilePath` does not make
 */
export function parseTilePath(path: string): Tile {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) throw new DecodeError("no path of a tile");
  const [, level = "", groups = "", width] = match;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const fits = tile.width > 0 && (tile.level === "entries" || tile.level <= MAX_LEVEL);
  if (!fits || !Number.isSafeInteger(tile.index) || tilePath(tile) !== path) throw new DecodeError("no path of a tile");
  return tile;
}

/** The tile with this level and index as it is in a log of this size, or null when it does not exist there. */
export function tileIn(size: number, level: number | "entries", index: number): Tile | null {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === "entries" ? 0 : level));
  const width = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
  return width > 0 ? { level, index, width } : null;
}

/** The tiles that differ between logs of these sizes: what is new when the first grew to the second. */
export function newTiles(before: number, after: number): Tile[] {
  const tiles: Tile[] = [];
  const add = (level: number | "entries") => {
    const span = TILE_WIDTH ** (level === "entries" ? 0 : level);
    const [from, to] = [Math.floor(before / span), Math.floor(after / span)];
    for (let index = Math.floor(from / TILE_WIDTH); from < to && index * TILE_WIDTH < to; index += 1) {
      const tile = tileIn(after, level, index);
      if (tile !== null) tiles.push(tile);
    }
    return to > 0;
  };
  add("entries");
  for (let level = 0; add(level); level += 1);
  return tiles;
}

/** The content of a tile of hashes. */
export function encodeTile(hashes: readonly Uint8Array[]): Bytes {
  return concat(...hashes);
}

/** The nodes of the tree whose hashes a tile of hashes holds. */
export function tileNodes({ level, index, width }: { level: number; index: number; width: number }): TreeNode[] {
  return Array.from({ length: width }, (_, at) => ({ level: level * LEVELS, index: index * TILE_WIDTH + at }));
}

/** The content of a tile of entries: each with its length in 16 bits before it. */
export function encodeBundle(entries: readonly Uint8Array[]): Bytes {
  return encode((writer) => {
    for (const entry of entries) writer.u16(entry.length).raw(entry);
  });
}

/** @throws DecodeError for bytes that are not exactly `width` entries */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  return decode(bytes, (reader) => Array.from({ length: width }, () => reader.fixed(reader.u16())));
}

/** The root of the subtree over hashes whose number is a power of two. */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [first, second] = hashes;
  if (first === undefined || second === undefined) return first ?? new Uint8Array();
  const half = hashes.length / 2;
  return half === 1 ? nodeHash(first, second) : nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

/**
 * Reads the hashes of a log of this size from its tiles, each of which is loaded at most once. Tiles prove nothing:
 * verify what is made of the hashes.
 * @param load the bytes of the tile
 */
export function tileReader(size: number, load: (tile: Tile) => Promise<Uint8Array>): HashReader {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const read = async ({ level, index }: TreeNode) => {
    const [tileLevel, height] = [Math.floor(level / LEVELS), level % LEVELS];
    const [first, count] = [index * 2 ** height, 2 ** height];
    const tile = tileIn(size, tileLevel, Math.floor(first / TILE_WIDTH));
    const from = first % TILE_WIDTH;
    if (tile === null || from + count > tile.width) throw new RangeError(`no node ${level}/${index} in this log`);
    const path = tilePath(tile);
    const content = loaded.get(path) ?? load(tile);
    loaded.set(path, content);
    const bytes = await content;
    if (bytes.length !== tile.width * HASH_LENGTH) throw new DecodeError(`a tile of ${bytes.length} bytes`);
    return rootOf(
      Array.from({ length: count }, (_, at) => bytes.slice((from + at) * HASH_LENGTH, (from + at + 1) * HASH_LENGTH)),
    );
  };
  return (nodes) => Promise.all(nodes.map(read));
}
