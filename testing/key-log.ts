import { fromBase64Url, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { signerFromSeed, type Signer } from "@/lib/keychain/signing";
import { commitmentOf, encodeLeaf, proveIndex } from "@/lib/transparency/leaves";
import { MapTree, type MapLeaf } from "@/lib/transparency/map";
import { cosignNote, encodeCheckpoint, encodeNote, encodeVerifierKey, signNote } from "@/lib/transparency/note";
import type { LogPolicy, LookupJson } from "@/lib/transparency/schema";
import { Frontier, leafHash, proveConsistency, proveInclusion, type HashReader } from "@/lib/transparency/tree";
import { vrfPublicKey } from "@/lib/transparency/vrf";
import { bytesOf } from "@/testing/bytes";

const ORIGIN = "barker.example/log";

/** Proofs of indices take milliseconds, and every test asks for the same ones. */
const indices = new Map<string, ReturnType<typeof proveIndex>>();
function indexOf(secret: Uint8Array, label: string): ReturnType<typeof proveIndex> {
  const key = `${toHex(secret)} ${label}`;
  const found = indices.get(key) ?? proveIndex(secret, label);
  indices.set(key, found);
  return found;
}

interface Value {
  version: number;
  opening: Uint8Array;
  value: Uint8Array;
  position: number;
}

/** A whole log in memory whose keys and random bytes are the same in every run, and which does whatever it is told. */
export class TestLog {
  readonly entries: Uint8Array[] = [];
  readonly #hashes = new Map<string, Uint8Array>();
  readonly #map = new MapTree();
  readonly #leaves = new Map<string, MapLeaf>();
  readonly #values = new Map<string, Value[]>();
  readonly #signer: Signer;
  readonly #witness: Signer;
  readonly #vrfSecret: Uint8Array;
  readonly policy: LogPolicy;
  #frontier: Frontier;
  #note = "";

  private constructor(name: string, frontier: Frontier) {
    this.#frontier = frontier;
    this.#signer = signerFromSeed(bytesOf(`${name} log`));
    this.#witness = signerFromSeed(bytesOf(`${name} witness`));
    this.#vrfSecret = bytesOf(`${name} vrf`);
    const [log, witness] = [this.#signer.publicKey, this.#witness.publicKey];
    this.policy = {
      origin: ORIGIN,
      log_vkey: encodeVerifierKey({ name: ORIGIN, type: "ed25519", publicKey: log }),
      vrf_public_key: toBase64Url(vrfPublicKey(this.#vrfSecret)),
      witnesses: [
        {
          name: "witness.example",
          vkey: encodeVerifierKey({ name: "witness.example", type: "cosignature", publicKey: witness }),
        },
      ],
      quorum: 1,
    };
  }

  /** A log that has its first entry only, which names this origin. Nothing is published yet. */
  static async start(timeMs: number, name = "test", origin = ORIGIN): Promise<TestLog> {
    const log = new TestLog(name, await Frontier.of());
    const key = fromBase64Url(log.policy.vrf_public_key);
    log.add(encodeLeaf({ kind: "config", origin, vrfPublicKey: key, timeMs }));
    return log;
  }

  get size(): number {
    return this.#frontier.size;
  }
  get root(): Uint8Array {
    return this.#frontier.root();
  }
  get note(): string {
    return this.#note;
  }

  readonly read: HashReader = (nodes) =>
    Promise.resolve(
      nodes.map(({ level, index }) => {
        const hash = this.#hashes.get(`${level}/${index}`);
        if (hash === undefined) throw new RangeError(`no node ${level}/${index}`);
        return hash;
      }),
    );

  /** A second log with the same keys and the same entries so far, which can go on differently. */
  async fork(): Promise<TestLog> {
    const other = await TestLog.start(0);
    other.entries.splice(0);
    other.#frontier = await Frontier.of();
    for (const entry of this.entries) other.add(entry);
    for (const [label, values] of this.#values) other.#values.set(label, [...values]);
    for (const leaf of this.#leaves.values()) other.#keep(leaf);
    other.#note = this.#note;
    return other;
  }

  /** Sets a leaf of the map. */
  #keep(leaf: MapLeaf): void {
    this.#leaves.set(toHex(leaf.index), leaf);
    this.#map.set(leaf);
  }

  /** Adds an entry as it is. */
  add(entry: Uint8Array): number {
    const position = this.size;
    this.entries.push(entry);
    for (const { level, index, hash } of this.#frontier.append(leafHash(entry))) {
      this.#hashes.set(`${level}/${index}`, hash);
    }
    return position;
  }

  index(label: string): Uint8Array {
    return indexOf(this.#vrfSecret, label).index;
  }

  /** Gives a label a new value. `logged` and `mapped` say whether the log and the map shall have it. */
  set(label: string, value: Uint8Array, { logged = true, mapped = true, version = -1 } = {}): MapLeaf {
    const values = this.#values.get(label) ?? [];
    const number = version < 0 ? values.length : version;
    const opening = bytesOf(`opening ${label} ${number} ${toHex(value)}`, 16);
    const index = this.index(label);
    const commitment = commitmentOf(opening, label, number, value);
    const update = encodeLeaf({ kind: "map_update", index, version: number, commitment });
    const position = logged ? this.add(update) : this.size - 1;
    const leaf = { index, version: number, commitment, position };
    if (mapped) this.#keep(leaf);
    this.#values.set(label, [...values, { version: number, opening, value, position }]);
    return leaf;
  }

  /** Puts the root of the map at the end and signs. */
  async publish(timeMs: number, { witnessed = true, coversSize = this.size, mapRoot = this.#map.root() } = {}) {
    this.add(encodeLeaf({ kind: "map_root", coversSize, mapRoot, timeMs }));
    await this.sign(timeMs, witnessed);
  }

  /** Signs the log as it is. */
  async sign(timeMs: number, witnessed = true): Promise<void> {
    const text = encodeCheckpoint({ origin: ORIGIN, size: this.size, root: this.root });
    const signatures = [await signNote(text, ORIGIN, this.#signer)];
    if (witnessed) {
      signatures.push(await cosignNote(text, "witness.example", this.#witness, Math.floor(timeMs / 1000)));
    }
    this.#note = encodeNote({ text, signatures });
  }

  async #inclusion(position: number): Promise<string[]> {
    return (await proveInclusion(position, this.size, this.read)).map(toBase64Url);
  }

  /** The honest answer about a label, after `publish`. The caller gives the chain. */
  async lookup(label: string, { since = 0, chain = [] as Uint8Array[] } = {}): Promise<LookupJson> {
    const { index, proof } = indexOf(this.#vrfSecret, label);
    const { siblings, leaf } = this.#map.prove(index);
    const found =
      leaf !== null && toHex(leaf.index) === toHex(index)
        ? this.#values.get(label)?.findLast(({ version }) => version === leaf.version)
        : undefined;
    const last = this.size - 1;
    return {
      checkpoint: this.#note,
      consistency: (await proveConsistency(since, this.size, this.read)).map(toBase64Url),
      config:
        since > 0
          ? null
          : { leaf: toBase64Url(this.entries[0] ?? new Uint8Array()), inclusion: await this.#inclusion(0) },
      map_root: { leaf: toBase64Url(this.entries[last] ?? new Uint8Array()), inclusion: await this.#inclusion(last) },
      vrf_proof: toBase64Url(proof),
      map: {
        siblings: siblings.map(toBase64Url),
        leaf:
          leaf === null ? null : { ...leaf, index: toBase64Url(leaf.index), commitment: toBase64Url(leaf.commitment) },
      },
      value:
        found === undefined
          ? null
          : {
              opening: toBase64Url(found.opening),
              value: toBase64Url(found.value),
              inclusion: await this.#inclusion(found.position),
            },
      chain: chain.map(toBase64Url),
    };
  }
}
