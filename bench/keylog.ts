import { randomBytes } from "node:crypto";
import { quantile, type Figure } from "@/bench/figures";
import { makePeople } from "@/bench/people";
import { alone } from "@/bench/rivals/rounds";
import { toBase64Url, toHex } from "@/lib/bytes/encoding";
import { genesis } from "@/lib/keychain/build";
import { encodeEntry, signEntry } from "@/lib/keychain/entry";
import { signerFromSeed } from "@/lib/keychain/signing";
import { logPolicy } from "@/lib/keylog/log/policy";
import { hashReader, loadMap, loadTile, logHead, waitForInclusion } from "@/lib/keylog/log/reads";
import { encodeNode, growTree } from "@/lib/keylog/log/rules";
import { toGraphBytes } from "@/lib/keylog/log/schema";
import { lookup } from "@/lib/keylog/lookup/reads";
import { appendEntry, wakeSequencer } from "@/lib/keylog/writes";
import { write } from "@/lib/neo4j";
import { accountLabel, encodeLeaf } from "@/lib/transparency/leaves";
import { verifyLookup } from "@/lib/transparency/lookup";
import { updateMap } from "@/lib/transparency/map";
import { z } from "zod";

const SIZES = [1_000, 100_000];
/** An account has two labels: its own, and its handle. */
const LABELS = 2;
const CHUNK = 2_500;
const [LOOKUPS, PEOPLE] = [200, 40];
const Size = z.object({ size: z.number() });

/** Lookups with all proofs in a small and a large key log, and how long an append waits for its checkpoint. */
export async function benchKeyLog(): Promise<Figure[]> {
  const figures: Figure[] = [];
  let before = 0;
  let planted = 0;
  for (const size of SIZES) {
    await plant((size - planted) * LABELS);
    planted = size;
    const people = await enrol();
    const labels = people.map(({ accountId }) => accountLabel(accountId));
    const at = (turn: number) => labels[turn % labels.length] ?? "";
    const first = await alone(LOOKUPS, (turn) => lookup({ label: at(turn), knownSeq: -1, since: 0 }));
    const answer = await lookup({ label: at(0), knownSeq: -1, since: 0 });
    const context = { policy: logPolicy(), lastCheckpoint: null, now: Date.now() };
    verifyLookup(answer, { ...context, label: at(0) });
    const accounts = size.toLocaleString("en");
    const target = { target: { most: 10 } };
    figures.push(
      { what: `lookup among ${accounts} accounts, p50`, value: first.p50, unit: "ms", ...target },
      { what: `lookup among ${accounts} accounts, p95`, value: first.p95, unit: "ms" },
      { what: `its answer`, value: JSON.stringify(answer).length / 1_000, unit: "kB" },
      {
        what: `append until published, ${accounts}, p50`,
        value: quantile(
          people.map(({ ms }) => ms),
          0.5,
        ),
        unit: "ms",
      },
    );
    if (before > 0) {
      figures.push({
        what: "100 × the accounts / base, p50",
        value: first.p50 / before,
        unit: "×",
        target: { most: 2 },
      });
    }
    before = first.p50;
  }
  return figures;
}

/** Adds labels of nobody to the log, as the sequencer does, but without computing their indices. */
async function plant(labels: number): Promise<void> {
  for (let left = labels; left > 0;) {
    if (await plantChunk(Math.min(left, CHUNK))) left -= CHUNK;
  }
  wakeSequencer();
}

async function plantChunk(count: number): Promise<boolean> {
  const head = await logHead();
  // The first leaf is the sequencer's.
  if (!head) return new Promise((resolve) => setTimeout(() => resolve(false), 200));
  const { size, root: before } = head;
  const leaves = Array.from({ length: count }, (_, place) => ({
    index: new Uint8Array(randomBytes(32)),
    version: 0,
    commitment: new Uint8Array(randomBytes(32)),
    position: size + place,
  }));
  const { root: mapRoot, writes } = await updateMap(loadMap, leaves);
  const timeMs = Math.max(Date.now(), head.at);
  const leaf = encodeLeaf({ kind: "map_root", coversSize: size + count, mapRoot, timeMs });
  const updates = leaves.map(({ index, version, commitment }) =>
    encodeLeaf({ kind: "map_update", index, version, commitment }),
  );
  const growing = { size, root: before, read: hashReader(size), load: loadTile };
  const { root, tiles } = await growTree(growing, [...updates, leaf]);
  const stored = await write(
    "keylog/commit",
    {
      before: size,
      head: { size: size + count + 1, root, leaf: toBase64Url(leaf), at: timeMs },
      tiles: tiles.map(({ key, bytes }) => ({ key, bytes: toGraphBytes(bytes) })),
      nodes: [...writes].map(([key, node]) => ({ key, bytes: toGraphBytes(encodeNode(node)) })),
      updates: [],
    },
    Size,
  );
  return stored.length > 0;
}

/** Enrols people of the town one after the other, and waits for each until a checkpoint includes them. */
async function enrol() {
  const people: { accountId: Uint8Array; ms: number }[] = [];
  for (const { id: personId } of await makePeople(PEOPLE)) {
    const [accountId, signer] = [new Uint8Array(randomBytes(16)), signerFromSeed(new Uint8Array(randomBytes(32)))];
    const devices = [{ deviceId: new Uint8Array(randomBytes(16)), sigKey: signer.publicKey }];
    const entry = await signEntry(genesis({ accountId, devices, timeMs: Date.now() }), [signer]);
    const begun = performance.now();
    await appendEntry({ personId, bytes: encodeEntry(entry), deviceName: "Bench" });
    await waitForInclusion(toHex(accountId), 0, 60_000);
    people.push({ accountId, ms: performance.now() - begun });
  }
  return people;
}
