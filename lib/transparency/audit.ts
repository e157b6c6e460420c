import { equal, toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { MAX_CLOCK_SKEW_MS, RESET_DELAY_MS } from "@/lib/keychain/rules";
import type { KnownCheckpoint } from "@/lib/transparency/checkpoint";
import { TransparencyError } from "@/lib/transparency/errors";
import { decodeLeaf, type LogLeaf } from "@/lib/transparency/leaves";
import { MapTree } from "@/lib/transparency/map";
import { Frontier, leafHash } from "@/lib/transparency/tree";

/** What is wrong with a log. */
export type LogFault =
  | "undecodable"
  | "config"
  | "version"
  | "covers_size"
  | "map_root"
  | "time_decreased"
  | "no_map_root_at_end"
  | "size"
  | "tree_root";

/** The first entry that should be another one. */
export interface Divergence {
  position: number;
  fault: LogFault;
}

/** Replays a log from its beginning (C12). What it finds cannot be explained by a mistake of the reader. */
export class LogReplay {
  readonly #map = new MapTree();
  readonly #frontier: Frontier;
  #timeMs = 0;
  #lastKind: LogLeaf["kind"] | null = null;

  private constructor(frontier: Frontier) {
    this.#frontier = frontier;
  }

  static async start(): Promise<LogReplay> {
    return new LogReplay(await Frontier.of());
  }

  /** How many entries were added. */
  get size(): number {
    return this.#frontier.size;
  }

  /** Adds the next entry. */
  add(entry: Uint8Array): Divergence | null {
    const position = this.#frontier.size;
    this.#frontier.append(leafHash(entry));
    const fault = this.#check(entry, position);
    return fault === null ? null : { position, fault };
  }

  /** Compares everything that was added with a checkpoint of the log. */
  compare(checkpoint: KnownCheckpoint): Divergence | null {
    const position = this.size;
    if (position !== checkpoint.size) return { position, fault: "size" };
    if (!equal(this.#frontier.root(), checkpoint.root)) return { position, fault: "tree_root" };
    return this.#lastKind === "map_root" ? null : { position: position - 1, fault: "no_map_root_at_end" };
  }

  #check(entry: Uint8Array, position: number): LogFault | null {
    const leaf = decodeOrNull(entry);
    if (leaf === null) return "undecodable";
    this.#lastKind = leaf.kind;
    if ((leaf.kind === "config") !== (position === 0)) return "config";
    if (leaf.kind === "map_update") {
      const { index, version, commitment } = leaf;
      const before = this.#map.get(index)?.version ?? -1;
      this.#map.set({ index, version, commitment, position });
      return version === before + 1 ? null : "version";
    }
    if (leaf.kind === "map_root") {
      if (leaf.coversSize !== position) return "covers_size";
      if (!equal(leaf.mapRoot, this.#map.root())) return "map_root";
    }
    return leaf.kind === "code_manifest" ? null : this.#checkTime(leaf.timeMs);
  }

  #checkTime(timeMs: number): LogFault | null {
    if (timeMs < this.#timeMs) return "time_decreased";
    this.#timeMs = timeMs;
    return null;
  }
}

function decodeOrNull(entry: Uint8Array): LogLeaf | null {
  try {
    return decodeLeaf(entry);
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}

/** The first divergence of a log, all of whose entries are given, from its rules and its checkpoint, or null. */
export async function auditLog(
  entries: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  checkpoint: KnownCheckpoint,
): Promise<Divergence | null> {
  const replay = await LogReplay.start();
  for await (const entry of entries) {
    const divergence = replay.add(entry);
    if (divergence !== null) return divergence;
  }
  return replay.compare(checkpoint);
}

/** A new value of an index that is watched. */
export interface WatchedUpdate {
  /** The watched index in hexadecimal. */
  index: string;
  version: number;
  commitment: Uint8Array;
  position: number;
  /** The time (Unix ms) of the MapRoot that made it visible; null when that is not among the entries. */
  visibleMs: number | null;
}

/**
 * Finds the updates of watched indices among new entries (C8, C9), and checks that they lead to the checkpoint.
 *
 * The versions of an index must go on one by one. A log could otherwise show somebody a forged value for a while, under
 * a version that was used before or will be used again, and then return to the true one.
 * @param frontier of the log before these entries, which may be made of tiles: a wrong one leads to another root. It is
 *   advanced.
 * @param watched indices in hexadecimal, with the version that each had before these entries; null when unknown
 * @param afterMs when the map was last seen (`mapTimeMs` of a lookup), so that nothing new can claim to be older
 * @returns the updates, or null when the entries are not those of the checkpoint, or a map root contradicts them
 * @throws TransparencyError `version` for a version that does not follow the one before
 * @throws DecodeError for an entry that cannot be decoded
 */
export async function scanLog(
  frontier: Frontier,
  entries: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  checkpoint: KnownCheckpoint,
  watched: ReadonlyMap<string, number | null>,
  afterMs = 0,
): Promise<WatchedUpdate[] | null> {
  const updates: WatchedUpdate[] = [];
  const versions = new Map(watched);
  let covered = 0;
  let mapTimeMs = afterMs;
  for await (const entry of entries) {
    const position = frontier.size;
    frontier.append(leafHash(entry));
    const leaf = decodeLeaf(entry);
    const before = leaf.kind === "map_update" ? versions.get(toHex(leaf.index)) : undefined;
    if (leaf.kind === "map_update" && before !== undefined) {
      const { version, commitment } = leaf;
      const index = toHex(leaf.index);
      if (before !== null && version !== before + 1) {
        throw new TransparencyError("version", `version ${version} after ${before} at ${position}`);
      }
      versions.set(index, version);
      updates.push({ index, version, commitment, position, visibleMs: null });
    }
    if (leaf.kind === "map_root") {
      if (leaf.coversSize !== position || leaf.timeMs < mapTimeMs) return null;
      mapTimeMs = leaf.timeMs;
      for (const update of updates.slice(covered)) update.visibleMs = leaf.timeMs;
      covered = updates.length;
    }
  }
  return frontier.size === checkpoint.size && equal(frontier.root(), checkpoint.root) ? updates : null;
}

/**
 * Whether the log showed the announcement of a reset for 72 hours before the reset, except for what clocks may differ.
 * The chain alone has only the times that the new devices claim.
 * @param updates from scans of the log; `index` is that of the account, `resetSeq` the seq of the reset
 * @returns null when one of both is not among the updates
 */
export function wasAnnounced(updates: readonly WatchedUpdate[], index: string, resetSeq: number): boolean | null {
  const visible = (version: number) =>
    updates.find((update) => update.index === index && update.version === version)?.visibleMs ?? null;
  const [announced, done] = [visible(resetSeq - 1), visible(resetSeq)];
  if (announced === null || done === null) return null;
  return done - announced >= RESET_DELAY_MS - 2 * MAX_CLOCK_SKEW_MS;
}
