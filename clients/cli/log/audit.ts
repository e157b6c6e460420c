import { Malformed, parse, same, toHex, type Bytes } from "../bytes";
import { decodeLeaf, type Leaf } from "./leaves";
import { ReplayedMap } from "./map";
import { Growing, subtreeRoot, type Head } from "./tree";

/* Reading the whole log, or what is new in it (log.md, sections 2 and 7: C8, C9, C11, C12). */

const WIDTH = 256;

/** Reads a file of the log below the address of the server: "tile/0/000", "tile/entries/001.p/5". */
export type ReadFile = (path: string) => Promise<Bytes>;

/** "tile/0/x001/x234/067.p/8" */
function pathOf(level: number | "entries", index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  const last = groups.length - 1;
  const name = groups.map((group, at) => (at < last ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${width < WIDTH ? `.p/${width}` : ""}`;
}

/** The entries from a position on, up to the size of the log. @throws Malformed */
export async function* entriesFrom(start: number, size: number, read: ReadFile): AsyncGenerator<Bytes> {
  for (let at = start; at < size;) {
    const index = Math.floor(at / WIDTH);
    const width = Math.min(WIDTH, size - index * WIDTH);
    const entries = parse(await read(pathOf("entries", index, width)), (reader) =>
      Array.from({ length: width }, () => reader.bytes(reader.uint(2))),
    );
    yield* entries.slice(at % WIDTH);
    at = index * WIDTH + width;
  }
}

/** The complete subtrees of a log as it was at `size`, from the tiles of the log as it is. They prove nothing yet. */
export async function growingAt(size: number, present: number, read: ReadFile): Promise<Growing> {
  const peaks: Uint8Array[] = [];
  let start = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level -= 1) {
    if (Math.floor(size / 2 ** level) % 2 === 0) continue;
    const [tileLevel, height] = [Math.floor(level / 8), level % 8];
    const first = start / 2 ** (8 * tileLevel);
    const index = Math.floor(first / WIDTH);
    const width = Math.min(WIDTH, Math.floor(present / WIDTH ** tileLevel) - index * WIDTH);
    const tile = await read(pathOf(tileLevel, index, width));
    const hashes = parse(tile, (reader) => Array.from({ length: width }, () => reader.bytes(32)));
    peaks.push(subtreeRoot(hashes.slice(first % WIDTH, (first % WIDTH) + 2 ** height)));
    start += 2 ** level;
  }
  return new Growing(size, peaks);
}

export interface Hit {
  index: string;
  version: number;
  position: number;
}

/**
 * Looks for new values of some indices (in hexadecimal) in what follows in the log.
 * @param versions those of the last scan, by index; updated
 * @returns null when the entries do not lead to the head, or a version or a MapRoot is out of order
 */
export async function findUpdates(
  growing: Growing,
  entries: AsyncIterable<Uint8Array>,
  head: Head,
  watched: ReadonlySet<string>,
  versions: Map<string, number>,
): Promise<Hit[] | null> {
  const hits: Hit[] = [];
  let time = 0;
  for await (const entry of entries) {
    const position = growing.size;
    growing.add(entry);
    const leaf = decodeLeaf(entry);
    if (leaf.kind === "map_root") {
      if (leaf.covers !== position || leaf.time < time) return null;
      time = leaf.time;
    }
    const index = leaf.kind === "update" ? toHex(leaf.index) : "";
    if (leaf.kind !== "update" || !watched.has(index)) continue;
    const before = versions.get(index);
    // A version twice means that somebody was shown another value for a moment.
    if (before !== undefined && leaf.version !== before + 1) return null;
    versions.set(index, leaf.version);
    hits.push({ index, version: leaf.version, position });
  }
  return growing.size === head.size && same(growing.root(), head.root) ? hits : null;
}

/** What is wrong with a log, and where. */
export interface Divergence {
  position: number;
  fault: string;
}

/** Replays a log. */
class Replay {
  readonly growing = new Growing();
  readonly #map = new ReplayedMap();
  #time = 0;
  last: Leaf["kind"] | null = null;

  add(entry: Uint8Array): string | null {
    const position = this.growing.size;
    this.growing.add(entry);
    let leaf: Leaf;
    try {
      leaf = decodeLeaf(entry);
    } catch (error) {
      if (error instanceof Malformed) return "undecodable";
      throw error;
    }
    this.last = leaf.kind;
    return (leaf.kind === "config") === (position === 0) ? this.#check(leaf, position) : "config";
  }

  #check(leaf: Leaf, position: number): string | null {
    switch (leaf.kind) {
      case "update": {
        const expected = (this.#map.get(leaf.index)?.version ?? -1) + 1;
        this.#map.set({ ...leaf, position });
        return leaf.version === expected ? null : "version";
      }
      case "map_root":
        if (leaf.covers !== position) return "covers_size";
        return same(leaf.root, this.#map.root()) ? this.#checkTime(leaf.time) : "map_root";
      case "config":
        return this.#checkTime(leaf.time);
      case "code":
        return null;
    }
  }

  #checkTime(time: number): string | null {
    const decreased = time < this.#time;
    this.#time = time;
    return decreased ? "time_decreased" : null;
  }
}

/** Replays all entries of a log and compares them with its head (C12). Null when everything is right. */
export async function audit(
  entries: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  head: Head,
): Promise<Divergence | null> {
  const replay = new Replay();
  for await (const entry of entries) {
    const position = replay.growing.size;
    const fault = replay.add(entry);
    if (fault !== null) return { position, fault };
  }
  const position = replay.growing.size;
  if (position !== head.size) return { position, fault: "size" };
  if (!same(replay.growing.root(), head.root)) return { position, fault: "tree_root" };
  return replay.last === "map_root" ? null : { position: position - 1, fault: "no_map_root_at_end" };
}
