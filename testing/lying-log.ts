import { z } from "zod";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import type { Signer } from "@/lib/keychain/signing";
import { requireLogKeys } from "@/lib/keylog/log/policy";
import { loadTile, signedHead } from "@/lib/keylog/log/reads";
import type { TransportAnswer, TransportRequest } from "@/lib/messenger/ports";
import { read } from "@/lib/neo4j";
import { accountLabel, commitmentOf, decodeLeaf, encodeLeaf, proveIndex } from "@/lib/transparency/leaves";
import { MapTree } from "@/lib/transparency/map";
import { cosignNote, encodeCheckpoint, encodeNote, signNote } from "@/lib/transparency/note";
import type { LookupJson } from "@/lib/transparency/schema";
import {
  decodeBundle,
  encodeBundle,
  encodeTile,
  parseTilePath,
  TILE_WIDTH,
  tileIn,
  tileNodes,
} from "@/lib/transparency/tiles";
import { Frontier, leafHash, proveConsistency, proveInclusion, type HashReader } from "@/lib/transparency/tree";

interface Value {
  opening: Uint8Array;
  value: Uint8Array;
  position: number;
}

const ChainRow = z.object({ seq: z.number(), entry: z.string() });
const ValueRow = z.object({ version: z.number(), value: z.string().nullable(), opening: z.string().nullable() });

/**
 * A copy of this server's log, with its keys, which then says what it is told: what a dishonest operator can show to
 * some devices and not to others. It stands at the log's newest entry when it is made.
 */
export class LyingLog {
  readonly entries: Uint8Array[] = [];
  /** Entries of chains that it shows besides the true ones, by account. */
  readonly chains = new Map<string, Uint8Array[]>();
  readonly #hashes = new Map<string, Uint8Array>();
  readonly #map = new MapTree();
  readonly #values = new Map<string, Value[]>();
  #frontier: Frontier;
  #note = "";
  /** Cosigns what is published, if there is one. */
  witness: Signer | null = null;

  private constructor(frontier: Frontier) {
    this.#frontier = frontier;
  }

  /** Copies the published log, up to a size if one is given. */
  static async copy(upTo?: number): Promise<LyingLog> {
    const log = new LyingLog(await Frontier.of());
    const head = await signedHead();
    const size = upTo ?? head.size;
    for (let index = 0; index * TILE_WIDTH < size; index += 1) {
      const tile = tileIn(head.size, "entries", index);
      if (tile) for (const entry of decodeBundle(await loadTile(tile), tile.width)) log.#take(entry, size);
    }
    log.#note = head.note;
    return log;
  }

  #take(entry: Uint8Array, size: number): void {
    if (this.size >= size) return;
    const leaf = decodeLeaf(entry);
    if (leaf.kind === "map_update") this.#map.set({ ...leaf, position: this.size });
    this.add(entry);
  }

  get size(): number {
    return this.#frontier.size;
  }

  get root(): Uint8Array {
    return this.#frontier.root();
  }

  readonly #read: HashReader = (nodes) =>
    Promise.resolve(nodes.map(({ level, index }) => this.#hashes.get(`${level}/${index}`) ?? new Uint8Array(32)));

  /** Adds an entry as it is. */
  add(entry: Uint8Array): number {
    const position = this.size;
    this.entries.push(entry);
    for (const { level, index, hash } of this.#frontier.append(leafHash(entry))) {
      this.#hashes.set(`${level}/${index}`, hash);
    }
    return position;
  }

  /** Gives a label a new value. `logged` and `mapped` say whether the log and the map shall have it. */
  async set(label: string, value: Uint8Array, version: number, { logged = true, mapped = true } = {}): Promise<void> {
    const index = proveIndex(requireLogKeys().vrfSecretKey, label).index;
    const opening = crypto.getRandomValues(new Uint8Array(16));
    const commitment = commitmentOf(opening, label, version, value);
    const update = encodeLeaf({ kind: "map_update", index, version, commitment });
    const position = logged ? this.add(update) : this.size - 1;
    if (mapped) this.#map.set({ index, version, commitment, position });
    const values = this.#values.get(label) ?? [];
    values[version] = { opening, value, position };
    this.#values.set(label, values);
  }

  /** Shows entries of a chain besides the true ones, and logs the last of them. */
  async extend(accountId: string, entries: { bytes: Uint8Array; seq: number; head: Uint8Array }[]): Promise<void> {
    this.chains.set(accountId, [...(this.chains.get(accountId) ?? []), ...entries.map(({ bytes }) => bytes)]);
    for (const { seq, head } of entries) await this.set(accountLabel(fromHex(accountId)), head, seq);
  }

  /** Puts the root of the map at the end and signs. */
  async publish({ timeMs = Date.now(), mapRoot = this.#map.root(), witnessed = true } = {}): Promise<void> {
    this.add(encodeLeaf({ kind: "map_root", coversSize: this.size, mapRoot, timeMs }));
    const { origin, signer } = requireLogKeys();
    const text = encodeCheckpoint({ origin, size: this.size, root: this.root });
    const signatures = [await signNote(text, origin, signer)];
    if (witnessed && this.witness) {
      signatures.push(await cosignNote(text, "witness.example", this.witness, Math.floor(timeMs / 1000)));
    }
    this.#note = encodeNote({ text, signatures });
  }

  /** Answers requests for the log, as `instead` of a pocket. */
  readonly answer = async (method: string, path: string, { query = {} }: TransportRequest) => {
    if (method !== "GET") return null;
    if (path === "lookup") return this.#lookup(String(query["label"]), Number(query["since"]), query["known_seq"]);
    if (path === "checkpoint") return { status: 200, body: new TextEncoder().encode(this.#note) };
    return path.startsWith("tile/") ? this.#tile(path) : null;
  };

  async #tile(path: string): Promise<TransportAnswer> {
    const tile = parseTilePath(path);
    const from = tile.index * TILE_WIDTH;
    const body =
      tile.level === "entries"
        ? encodeBundle(this.entries.slice(from, from + tile.width))
        : encodeTile(await this.#read(tileNodes({ ...tile, level: tile.level })));
    return { status: 200, body };
  }

  async #lookup(label: string, since: number, knownSeq: string | number | undefined): Promise<TransportAnswer> {
    const { index, proof } = proveIndex(requireLogKeys().vrfSecretKey, label);
    const { siblings, leaf } = this.#map.prove(index);
    const isFound = leaf !== null && toHex(leaf.index) === toHex(index);
    const value = isFound ? await this.#value(label, index, leaf) : null;
    const last = this.size - 1;
    const chain = isFound ? await this.#chain(label, Number(knownSeq ?? -1), leaf.version) : [];
    const body: LookupJson = {
      checkpoint: this.#note,
      consistency: (await proveConsistency(Math.min(since, this.size), this.size, this.#read)).map(toBase64Url),
      config: since > 0 ? null : { leaf: this.#entry(0), inclusion: await this.#inclusion(0) },
      map_root: { leaf: this.#entry(last), inclusion: await this.#inclusion(last) },
      vrf_proof: toBase64Url(proof),
      map: {
        siblings: siblings.map(toBase64Url),
        leaf: leaf && { ...leaf, index: toBase64Url(leaf.index), commitment: toBase64Url(leaf.commitment) },
      },
      value: value && {
        opening: toBase64Url(value.opening),
        value: toBase64Url(value.value),
        inclusion: await this.#inclusion(value.position),
      },
      chain: chain.map(toBase64Url),
    };
    return { status: 200, body };
  }

  #entry(position: number): string {
    return toBase64Url(this.entries[position] ?? new Uint8Array());
  }

  async #inclusion(position: number): Promise<string[]> {
    return (await proveInclusion(position, this.size, this.#read)).map(toBase64Url);
  }

  async #value(label: string, index: Uint8Array, leaf: { version: number; position: number }): Promise<Value> {
    const own = this.#values.get(label)?.[leaf.version];
    if (own) return own;
    const [row] = await read("keylog/newest_update", { index: toHex(index) }, ValueRow);
    return {
      opening: fromBase64Url(row?.opening ?? ""),
      value: fromBase64Url(row?.value ?? ""),
      position: leaf.position,
    };
  }

  async #chain(label: string, knownSeq: number, version: number): Promise<Uint8Array[]> {
    if (!label.startsWith("acct:")) return [];
    const accountId = label.slice("acct:".length);
    const rows = await read("keylog/chain", { accountId, seq: -1, limit: 4096 }, ChainRow);
    const all = rows.map(({ entry }) => fromBase64Url(entry));
    const shown = this.chains.get(accountId) ?? [];
    const first = version + 1 - shown.length;
    return [...(shown.length > 0 ? all.slice(0, first) : all), ...shown].slice(knownSeq + 1, version + 1);
  }
}
