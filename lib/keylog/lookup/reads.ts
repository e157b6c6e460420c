import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { equal, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { requireLogKeys } from "@/lib/keylog/log/policy";
import { hashReader, loadMap, loadTile, signedHead } from "@/lib/keylog/log/reads";
import { UpdateRow, type SignedHead } from "@/lib/keylog/log/schema";
import { toLookup } from "@/lib/keylog/lookup/view";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";
import { HOUR_MS } from "@/lib/time";
import { accountOfLabel, decodeLeaf, proveIndex } from "@/lib/transparency/leaves";
import { proveMap, type MapProof } from "@/lib/transparency/map";
import type { LookupJson } from "@/lib/transparency/schema";
import { decodeBundle, tileIn } from "@/lib/transparency/tiles";
import { proveConsistency, proveInclusion } from "@/lib/transparency/tree";

/** The most entries of one answer. */
const MAX_ENTRIES = 4_096;
/** How long (ms) a lookup waits for the checkpoint of a batch that is committed already, and how often it looks. */
const [WAIT_MS, STEP_MS] = [1_500, 15];

const ChainRow = z.object({ seq: z.number(), entry: z.string() });
type ChainRow = z.infer<typeof ChainRow>;

/** Computing an index and its proof takes some milliseconds, and they never change. */
const indices = singleton("log-indices", () =>
  loader<ReturnType<typeof proveIndex>>({
    ttl: HOUR_MS,
    size: 20_000,
    load: async (labels) => {
      const { vrfSecretKey } = requireLogKeys();
      return new Map(labels.map((label) => [label, proveIndex(vrfSecretKey, label)]));
    },
  }),
);

export interface Wanted {
  /** "acct:…" or "handle:…". */
  label: string;
  /** The chain is sent from the entry after this one; -1 for all of it. */
  knownSeq: number;
  /** The size of the checkpoint that the client verified last; 0 for none. */
  since: number;
}

/**
 * What the log says of a label, with everything that proves it.
 * @throws ApiError not_found while the log has not begun; away while its newest batch is not signed yet
 */
export async function lookup({ label, knownSeq, since }: Wanted): Promise<LookupJson> {
  const known = await indices().get(label);
  if (known === undefined) throw new Error("a label without an index");
  const { index, proof } = known;
  const { head, map, update, chain } = await settled(label, index, knownSeq);
  const hashes = hashReader(head.size);
  const position = map.leaf !== null && equal(map.leaf.index, index) ? map.leaf.position : null;
  const [consistency, mapRoot, config, inclusion] = await Promise.all([
    since < head.size ? proveConsistency(since, head.size, hashes) : [],
    proveInclusion(head.size - 1, head.size, hashes),
    since === 0 ? firstLeaf(head.size) : null,
    position === null ? null : proveInclusion(position, head.size, hashes),
  ]);
  return toLookup({ head, consistency, mapRoot, config, vrfProof: proof, map, update, inclusion, chain });
}

interface Found {
  head: SignedHead;
  map: MapProof;
  update: UpdateRow | null;
  chain: ChainRow[];
}

/**
 * Reads the head, the map and the value of one moment. The map is committed a little before its checkpoint is signed, and
 * the queries may see different moments; the root of the map shows whether they fit.
 */
async function settled(label: string, index: Uint8Array, knownSeq: number): Promise<Found> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const [head, { root, ...map }, update, rows] = await Promise.all([
      signedHead(),
      proveMap(loadMap, index),
      newestUpdate(index),
      chainOf(label, knownSeq),
    ]);
    const leaf = decodeLeaf(head.leaf);
    const version = map.leaf !== null && equal(map.leaf.index, index) ? map.leaf.version : null;
    const fits = leaf.kind === "map_root" && equal(leaf.mapRoot, root) && (update?.version ?? null) === version;
    // Entries beyond the version wait for the next batch.
    if (fits) return { head, map, update, chain: rows.filter(({ seq }) => version !== null && seq <= version) };
    if (performance.now() > until) throw new ApiError("away", { retryAfter: 2 });
    await sleep(STEP_MS);
  }
}

async function newestUpdate(index: Uint8Array): Promise<UpdateRow | null> {
  return (await read("keylog/newest_update", { index: toHex(index) }, UpdateRow))[0] ?? null;
}

async function chainOf(label: string, seq: number): Promise<ChainRow[]> {
  const accountId = accountOfLabel(label);
  if (accountId === null) return [];
  return read("keylog/chain", { accountId: toHex(accountId), seq, limit: MAX_ENTRIES }, ChainRow);
}

/** The first leaf, and the proof that it is that. */
async function firstLeaf(size: number): Promise<{ leaf: string; inclusion: Uint8Array[] }> {
  const tile = tileIn(size, "entries", 0);
  if (tile === null) throw new ApiError("away", { retryAfter: 2 });
  const [bytes, inclusion] = await Promise.all([loadTile(tile), proveInclusion(0, size, hashReader(size))]);
  return { leaf: toBase64Url(decodeBundle(bytes, tile.width)[0] ?? new Uint8Array()), inclusion };
}
