import { concat, fromBase64Url, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { decode, encode } from "@/lib/bytes/tls";
import type { PublishedCode, UnsequencedRow } from "@/lib/keylog/log/schema";
import { HOUR_MS } from "@/lib/time";
import { commitmentOf, encodeLeaf, type LogLeaf } from "@/lib/transparency/leaves";
import type { MapLeaf, MapNode } from "@/lib/transparency/map";
import { encodeBundle, encodeTile, newTiles, tileIn, TILE_WIDTH, type Tile } from "@/lib/transparency/tiles";
import { Frontier, leafHash, type HashReader } from "@/lib/transparency/tree";

/** A log without anything new gets a MapRoot this often, which shows that it is alive. */
const IDLE_MS = HOUR_MS;

/** What the log is to say next. */
export interface Batch {
  /** The leaves before the MapRoot. */
  leaves: Uint8Array[];
  /** The new values of the map, in the order of the log. */
  mapLeaves: MapLeaf[];
  /** Where each update is. `index` is in hexadecimal. */
  placed: { id: string; index: string; version: number; position: number }[];
}

/** Whether the log is due for a batch. @param at when the last leaf was added (Unix ms); 0 when there is none */
export function isDue(waiting: number, at: number, now: number): boolean {
  return waiting > 0 || now - at >= IDLE_MS;
}

/**
 * The order of updates in the log: that in which they came, but those of one label by their seq, because the ids of two
 * processes do not tell which of two close ones was first.
 */
export function ordered(updates: UnsequencedRow[]): UnsequencedRow[] {
  const byLabel = new Map<string, UnsequencedRow[]>();
  for (const update of updates.toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))) {
    byLabel.set(update.label, [...(byLabel.get(update.label) ?? []), update]);
  }
  return updates.map((update) => byLabel.get(update.label)?.shift() ?? update);
}

interface Planned {
  /** The number of leaves before. */
  size: number;
  /** The first leaf, for a log without leaves. */
  config: LogLeaf & { kind: "config" };
  updates: UnsequencedRow[];
  /** The index of each label, and its newest version in the log so far. */
  indices: Map<string, Uint8Array>;
  versions: Map<string, number>;
  code: PublishedCode | null;
}

/** The leaves that updates become, with the next version of each label. */
export function planBatch({ size, config, updates, indices, versions, code }: Planned): Batch {
  const leaves: Uint8Array[] = size === 0 ? [encodeLeaf(config)] : [];
  const batch: Batch = { leaves, mapLeaves: [], placed: [] };
  const next = new Map(versions);
  for (const { id, label, value, opening } of ordered(updates)) {
    const index = indices.get(label);
    if (index === undefined) throw new Error("a label without an index");
    const version = (next.get(label) ?? -1) + 1;
    next.set(label, version);
    const commitment = commitmentOf(fromBase64Url(opening), label, version, fromBase64Url(value));
    const position = size + leaves.length;
    leaves.push(encodeLeaf({ kind: "map_update", index, version, commitment }));
    batch.mapLeaves.push({ index, version, commitment, position });
    batch.placed.push({ id, index: toHex(index), version, position });
  }
  if (code !== null) leaves.push(encodeLeaf({ kind: "code_manifest", ...code }));
  return batch;
}

/** A tile that changed, under its key. */
export interface TileWrite {
  key: string;
  bytes: Uint8Array;
}

/** The key of a tile, whichever its width: what is stored grows. */
export function tileKey({ level, index }: Pick<Tile, "level" | "index">): string {
  return `${level}/${index}`;
}

/** A tree of leaves that is about to grow. */
export interface Growing {
  size: number;
  /** What its head says; the stored tiles must lead to it. */
  root: string;
  read: HashReader;
  /** The stored bytes of a tile. */
  load: (tile: Tile) => Promise<Uint8Array>;
}

/**
 * Appends leaves to the tree.
 * @returns the new root, and the tiles that changed
 * @throws Error when the stored tiles do not lead to the root of the head
 */
export async function growTree(
  { size, root, read, load }: Growing,
  leaves: readonly Uint8Array[],
): Promise<{ root: string; tiles: TileWrite[] }> {
  const frontier = await Frontier.of(size, read);
  if (size > 0 && toBase64Url(frontier.root()) !== root) throw new Error("the tiles of the key log are damaged");
  const completed = leaves.flatMap((leaf) => frontier.append(leafHash(leaf)));
  const added = (level: number | "entries", from: number, to: number) =>
    level === "entries"
      ? encodeBundle(leaves.slice(from - size, to - size))
      : encodeTile(
          completed
            .filter((node) => node.level === level * 8 && node.index >= from && node.index < to)
            .map(({ hash }) => hash),
        );
  const tiles = newTiles(size, frontier.size).map(async (tile) => {
    const before = tileIn(size, tile.level, tile.index);
    const start = tile.index * TILE_WIDTH;
    const old = before === null ? new Uint8Array() : await load(before);
    const fresh = added(tile.level, start + (before?.width ?? 0), start + tile.width);
    return { key: tileKey(tile), bytes: concat(old, fresh) };
  });
  return { root: toBase64Url(frontier.root()), tiles: await Promise.all(tiles) };
}

const [LEAF, INNER] = [0, 1];
const HASH_LENGTH = 32;

/** A node of the map as it is stored. */
export function encodeNode(node: MapNode): Uint8Array {
  return encode((writer) => {
    if (node.kind === "inner") return writer.u8(INNER).fixed(node.left, 32).fixed(node.right, 32);
    const { index, version, commitment, position } = node.leaf;
    return writer.u8(LEAF).fixed(index, 32).u32(version).fixed(commitment, 32).u64(position);
  });
}

export function decodeNode(bytes: Uint8Array): MapNode {
  return decode(bytes, (reader) => {
    if (reader.u8() === INNER) return { kind: "inner", left: reader.fixed(32), right: reader.fixed(32) };
    const leaf = {
      index: reader.fixed(32),
      version: reader.u32(),
      commitment: reader.fixed(32),
      position: reader.u64(),
    };
    return { kind: "leaf", leaf };
  });
}

/**
 * The first `width` entries of the stored bytes of a tile: what it was in a smaller log.
 * @throws RangeError when fewer are stored
 */
export function cutTile({ level, width }: Tile, bytes: Uint8Array): Uint8Array {
  if (level !== "entries") {
    if (bytes.length < width * HASH_LENGTH) throw new RangeError("a tile with too few hashes");
    return bytes.slice(0, width * HASH_LENGTH);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = 0;
  for (let entry = 0; entry < width; entry += 1) end += 2 + view.getUint16(end);
  return bytes.slice(0, end);
}
