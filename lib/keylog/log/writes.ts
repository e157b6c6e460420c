import { z } from "zod";
import { fromBase64Url, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { requireLogKeys, type LogKeys } from "@/lib/keylog/log/policy";
import { hashReader, loadMap, loadTile, logHead, newestVersions, unsequenced } from "@/lib/keylog/log/reads";
import { encodeNode, growTree, isDue, planBatch, type Batch } from "@/lib/keylog/log/rules";
import { toGraphBytes, type LogHead, type PublishedCode, type UnsequencedRow } from "@/lib/keylog/log/schema";
import { cosignature } from "@/lib/keylog/log/witness";
import { write } from "@/lib/neo4j";
import { announceEncrypted } from "@/lib/realtime/writes";
import { decodeLeaf, encodeLeaf, proveIndex } from "@/lib/transparency/leaves";
import { EMPTY_HASH, updateMap, type MapNode } from "@/lib/transparency/map";
import { cosignedAt, encodeCheckpoint, encodeNote, parseNote, signNote, type Note } from "@/lib/transparency/note";

/** The most updates of a batch. Each changes about twenty nodes of the map. */
const BATCH = 100;
const Size = z.object({ size: z.number() });
const EMPTY: LogHead = {
  size: 0,
  root: "",
  leaf: "",
  at: 0,
  codeHash: null,
  signedSize: null,
  signedLeaf: null,
  note: null,
  signedAt: null,
};

/** What is done between the steps, so that tests can end the sequencer there. */
export type Between = (step: "planned" | "committed" | "signed" | "cosigned") => void | Promise<void>;

interface Turn {
  /** Unix ms. */
  now?: number;
  /** The code that browsers get, for the log; null: unknown. */
  code?: PublishedCode | null;
  between?: Between;
}

/**
 * Adds what waits to the log, and publishes it. Everything is committed in one transaction that only continues the size
 * it was planned on, so that two sequencers cannot fork the log; it is signed after that, and by the next sequencer if
 * this one ends in between.
 * @returns whether more waits
 * @throws RolledBackError when a witness has seen another log: nothing is published then
 */
export async function sequence({ now = Date.now(), code = null, between = () => undefined }: Turn = {}) {
  const keys = requireLogKeys();
  const head = (await logHead()) ?? EMPTY;
  // The committed head first: a larger one could otherwise hide that this one was never published.
  if (head.size > (head.signedSize ?? 0)) await publish(keys, head, between);
  const waiting = await unsequenced(BATCH);
  const newCode = code !== null && toHex(code.sha256) !== head.codeHash ? code : null;
  if (!isDue(waiting.length + (newCode === null ? 0 : 1), head.at, now)) {
    await completeCosignatures(keys, head, between);
    return false;
  }
  const next = await commit(keys, { head, waiting, code: newCode, now: Math.max(now, head.at), between });
  if (next !== null) {
    await publish(keys, next, between);
    announce(waiting);
  }
  return next === null || waiting.length === BATCH;
}

/** Tells the devices of people that their own keys changed. Best effort: they also look by themselves. */
function announce(updates: UnsequencedRow[]): void {
  const people = [...new Set(updates.flatMap(({ personId }) => personId ?? []))];
  if (people.length > 0) announceEncrypted(people, { conversation_id: null, number: null });
}

interface Commit {
  head: LogHead;
  waiting: UnsequencedRow[];
  code: PublishedCode | null;
  now: number;
  between: Between;
}

/** Commits one batch. @returns the new head; null when another sequencer was first */
async function commit(keys: LogKeys, { head, waiting, code, now, between }: Commit): Promise<LogHead | null> {
  const { size } = head;
  const batch = await planned(keys, { head, waiting, code, now });
  const { root: mapRoot, writes } =
    batch.mapLeaves.length === 0 ? unchangedMap(head) : await updateMap(loadMap, batch.mapLeaves);
  const coversSize = size + batch.leaves.length;
  const leaf = encodeLeaf({ kind: "map_root", coversSize, mapRoot, timeMs: now });
  const growing = { size, root: head.root, read: hashReader(size), load: loadTile };
  const { root, tiles } = await growTree(growing, [...batch.leaves, leaf]);
  const committed = {
    size: coversSize + 1,
    root,
    leaf: toBase64Url(leaf),
    at: now,
    codeHash: code === null ? head.codeHash : toHex(code.sha256),
  };
  await between("planned");
  const rows = await write(
    "keylog/commit",
    {
      before: size,
      head: committed,
      tiles: tiles.map(({ key, bytes }) => ({ key, bytes: toGraphBytes(bytes) })),
      nodes: [...writes].map(([key, node]) => ({ key, bytes: toGraphBytes(encodeNode(node)) })),
      updates: batch.placed,
    },
    Size,
  );
  // A repeated attempt finds its own commit.
  const stored = rows.length > 0 || (await logHead())?.root === root;
  await between("committed");
  return stored ? { ...head, ...committed } : null;
}

/** The map of a batch without updates. */
function unchangedMap({ leaf }: LogHead): { root: Uint8Array; writes: Map<string, MapNode> } {
  const last = leaf === "" ? null : decodeLeaf(fromBase64Url(leaf));
  return { root: last?.kind === "map_root" ? last.mapRoot : EMPTY_HASH, writes: new Map() };
}

async function planned(keys: LogKeys, { head, waiting, code, now }: Omit<Commit, "between">): Promise<Batch> {
  const { origin, vrfPublicKey, vrfSecretKey } = keys;
  const indices = new Map(waiting.map(({ label }) => [label, proveIndex(vrfSecretKey, label).index]));
  const newest = await newestVersions([...indices.values()].map(toHex));
  const versions = new Map<string, number>();
  for (const [label, index] of indices) {
    const version = newest.get(toHex(index));
    if (version !== undefined) versions.set(label, version);
  }
  const config = { kind: "config", origin, vrfPublicKey, timeMs: now } as const;
  return planBatch({ size: head.size, config, updates: waiting, indices, versions, code });
}

/** Signs the committed head, has it cosigned, and publishes it. */
async function publish(keys: LogKeys, head: LogHead, between: Between): Promise<void> {
  const text = encodeCheckpoint({ origin: keys.origin, size: head.size, root: fromBase64Url(head.root) });
  const signed: Note = { text, signatures: [await signNote(text, keys.origin, keys.signer)] };
  await between("signed");
  await store(head, await cosigned(keys, signed, head.size), between);
}

/** Asks those witnesses that have not cosigned the note yet, all at once. */
async function cosigned({ witnesses }: LogKeys, note: Note, size: number): Promise<Note> {
  const missing = witnesses.filter(({ key }) => cosignedAt(note, key) === null);
  const read = hashReader(size);
  const added = await Promise.all(missing.map((witness) => cosignature(witness, note, { size, read })));
  return { ...note, signatures: [...note.signatures, ...added.filter((signature) => signature !== null)] };
}

/** Asks again the witnesses that did not answer before. */
async function completeCosignatures(keys: LogKeys, head: LogHead, between: Between): Promise<void> {
  if (head.note === null || head.signedSize !== head.size) return;
  const note = parseNote(head.note);
  const more = await cosigned(keys, note, head.size);
  if (more.signatures.length > note.signatures.length) await store(head, more, between);
}

async function store({ size, root }: LogHead, note: Note, between: Between): Promise<void> {
  await between("cosigned");
  await write("keylog/publish", { size, root, note: encodeNote(note), at: Date.now() }, Size);
}
