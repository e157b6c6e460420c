import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { fromBase64Url } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { cutTile, decodeNode, tileKey } from "@/lib/keylog/log/rules";
import { hashAt, placeOf, tileTree } from "@/lib/keylog/log/tile-tree";
import { BytesRow, LogHead, UnsequencedRow, type SignedHead } from "@/lib/keylog/log/schema";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";
import { HOUR_MS } from "@/lib/time";
import type { MapLoader, MapNode } from "@/lib/transparency/map";
import { parseTilePath, tileIn, tilePath, type Tile } from "@/lib/transparency/tiles";
import type { HashReader, TreeNode } from "@/lib/transparency/tree";

/** The head of the log; null while it has no leaf. */
export async function logHead(): Promise<LogHead | null> {
  return (await read("keylog/head", {}, LogHead))[0] ?? null;
}

const Name = z.object({ name: z.string() });
const GUARDS = 4;

/** Whether the database refuses a second writer of the log: only once its constraints are applied. */
export async function isGuarded(): Promise<boolean> {
  return (await read("keylog/is_guarded", {}, Name)).length === GUARDS;
}

/**
 * The published head.
 * @throws ApiError not_found before the first checkpoint is signed
 */
export async function signedHead(): Promise<SignedHead> {
  const head = await logHead();
  if (head?.note && head.signedSize !== null && head.signedLeaf !== null) {
    return { size: head.signedSize, note: head.note, leaf: fromBase64Url(head.signedLeaf) };
  }
  throw new ApiError("not_found", { message: "The key log has not begun yet." });
}

/** The stored tiles with these paths, cut to their widths. */
async function readTiles(paths: string[]): Promise<Map<string, Uint8Array>> {
  const wanted = new Map(paths.map((path) => [path, parseTilePath(path)]));
  const keys = [...new Set([...wanted.values()].map(tileKey))];
  const rows = await read("keylog/tiles", { keys }, BytesRow);
  const stored = new Map(rows.map(({ key, bytes }) => [key, bytes]));
  return new Map(
    [...wanted].map(([path, tile]) => {
      const bytes = stored.get(tileKey(tile));
      // Thrown rather than left out, so that it is not cached.
      if (bytes === undefined) throw new Error(`the key log has no ${path}`);
      return [path, cutTile(tile, bytes)];
    }),
  );
}

// A tile of a certain width never changes, so those that are read often are cached: at most about 30 MB.
const tiles = singleton("log-tiles", () => loader<Uint8Array>({ ttl: HOUR_MS, size: 500, load: readTiles }));
const trees = singleton("log-tile-trees", () =>
  loader<Uint8Array>({
    ttl: HOUR_MS,
    size: 1_000,
    load: async (paths) => new Map([...(await readTiles(paths))].map(([path, bytes]) => [path, tileTree(bytes)])),
  }),
);

/** The bytes of a tile that exists. */
export async function loadTile(tile: Tile): Promise<Uint8Array> {
  return (await tiles().get(tilePath(tile))) ?? new Uint8Array();
}

/** Reads the hashes of the tree with this many leaves. */
export function hashReader(size: number): HashReader {
  const readHash = async (node: TreeNode) => {
    const place = placeOf(node);
    const tile = tileIn(size, place.level, place.index);
    if (tile === null) throw new RangeError(`no node ${node.level}/${node.index} in this log`);
    return hashAt((await trees().get(tilePath(tile))) ?? new Uint8Array(), tile.width, place);
  };
  return (nodes) => Promise.all(nodes.map(readHash));
}

/**
 * A tile of the published log, "tile/0/000.p/8".
 * @throws ApiError not_found for a path that is none, and for a tile that no checkpoint covers yet
 */
export async function publishedTile(path: string): Promise<{ bytes: Uint8Array; full: boolean }> {
  const tile = parsed(path);
  const { size } = await signedHead();
  const whole = tileIn(size, tile.level, tile.index);
  if (whole === null || whole.width < tile.width) throw new ApiError("not_found");
  return { bytes: await loadTile(tile), full: tile.width === 256 };
}

function parsed(path: string): Tile {
  try {
    return parseTilePath(path);
  } catch {
    throw new ApiError("not_found");
  }
}

/** Reads nodes of the map as it is committed, which may be ahead of what is published. */
export const loadMap: MapLoader = async (keys) => {
  const rows = await read("keylog/map_nodes", { keys }, BytesRow);
  return new Map<string, MapNode>(rows.map(({ key, bytes }) => [key, decodeNode(bytes)]));
};

/** The oldest updates that are not in the log yet. */
export function unsequenced(limit: number): Promise<UnsequencedRow[]> {
  return read("keylog/unsequenced", { limit }, UnsequencedRow);
}

const Place = z.object({ position: z.number().nullable(), signedSize: z.number() });
/** How often (ms) it is checked whether an entry is published. */
const STEP_MS = 40;

/**
 * Waits until a published checkpoint includes a chain entry.
 * @param seq of an entry that the account has
 * @returns its position in the log; null when it took longer than `ms`
 */
export async function waitForInclusion(accountId: string, seq: number, ms: number): Promise<number | null> {
  const until = performance.now() + ms;
  const given = { accountId, label: `acct:${accountId}`, seq };
  for (;;) {
    const [place] = await read("keylog/entry_position", given, Place);
    if (place && place.position !== null && place.position < place.signedSize) return place.position;
    if (performance.now() > until) return null;
    await sleep(STEP_MS);
  }
}

/** How many updates are not in the log yet. */
export async function pendingUpdates(): Promise<number> {
  const [row] = await read("keylog/pending_count", {}, z.object({ count: z.number() }));
  return row?.count ?? 0;
}

const Version = z.object({ index: z.string(), version: z.number() });

/** The newest version of each index (hexadecimal) that has one. */
export async function newestVersions(indices: string[]): Promise<Map<string, number>> {
  const rows = await read("keylog/versions", { indices }, Version);
  return new Map(rows.map(({ index, version }) => [index, version]));
}
