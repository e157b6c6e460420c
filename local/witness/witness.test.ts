import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { toBase64 } from "@/lib/bytes/encoding";
import { signerFromSeed } from "@/lib/keychain/signing";
import { cosignedAt, encodeCheckpoint, encodeNote, parseNote, signNote, type NoteKey } from "@/lib/transparency/note";
import { Frontier, leafHash, proveConsistency, type TreeNode } from "@/lib/transparency/tree";
import { seenFile } from "@/local/witness/seen";
import { createWitness } from "@/local/witness/witness";

const ORIGIN = "log.example/kt";
const logSigner = signerFromSeed(new Uint8Array(32).fill(1));
const witnessSigner = signerFromSeed(new Uint8Array(32).fill(2));
const logKey: NoteKey = { name: ORIGIN, type: "ed25519", publicKey: logSigner.publicKey };
const witnessKey: NoteKey = { name: "witness.example", type: "cosignature", publicKey: witnessSigner.publicKey };
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "witness-"));
  folders.push(folder);
});
const open = () =>
  createWitness({ name: witnessKey.name, signer: witnessSigner, logs: [logKey], file: seenFile(folder) });

/** A log of these leaves. */
async function logOf(leaves: string[]) {
  const frontier = await Frontier.of();
  const hashes = new Map<string, Uint8Array>();
  for (const leaf of leaves) {
    const completed = frontier.append(leafHash(new TextEncoder().encode(leaf)));
    for (const { level, index, hash } of completed) hashes.set(`${level}/${index}`, hash);
  }
  const read = (nodes: readonly TreeNode[]) =>
    Promise.resolve(nodes.map(({ level, index }) => hashes.get(`${level}/${index}`) ?? new Uint8Array()));
  const text = encodeCheckpoint({ origin: ORIGIN, size: leaves.length, root: frontier.root() });
  return {
    text,
    /** A request to add its checkpoint after the one of this size. */
    async request(old: number, signer = logSigner, proven = old) {
      const note = encodeNote({ text, signatures: [await signNote(text, ORIGIN, signer)] });
      const proof = await proveConsistency(proven, leaves.length, read);
      return [`old ${old}`, ...proof.map(toBase64), "", note].join("\n");
    },
  };
}
const leaves = (count: number, word = "leaf") => Array.from({ length: count }, (_, index) => `${word} ${index}`);

describe("a witness", () => {
  it("cosigns checkpoints that continue each other, also after it was restarted", async () => {
    const first = await logOf(leaves(5));
    const answer = await open().addCheckpoint(await first.request(0), 1_700_000_000_000);
    expect(answer.status).toBe(200);
    const note = parseNote(`${first.text}\n${answer.text}`);
    expect(cosignedAt(note, witnessKey)).toBe(1_700_000_000);
    const later = await logOf(leaves(23));
    expect((await open().addCheckpoint(await later.request(5))).status).toBe(200);
    // The same one again gets a new time.
    expect((await open().addCheckpoint(await later.request(23))).status).toBe(200);
  });

  it("says which size it has seen when asked to go on from another one", async () => {
    const witness = open();
    const log = await logOf(leaves(9));
    await witness.addCheckpoint(await log.request(0));
    const conflict = { status: 409, text: "9\n", type: "text/x.tlog.size" };
    expect(await witness.addCheckpoint(await log.request(0))).toEqual(conflict);
    expect(await witness.addCheckpoint(await (await logOf(leaves(4))).request(4))).toEqual(conflict);
  });

  it("never cosigns a fork: the same size with another root, or a proof that does not fit", async () => {
    const witness = open();
    await witness.addCheckpoint(await (await logOf(leaves(9))).request(0));
    const fork = await logOf([...leaves(8), "another"]);
    expect((await witness.addCheckpoint(await fork.request(9))).status).toBe(409);
    const longer = await logOf([...leaves(8), "another", ...leaves(4, "more")]);
    expect((await witness.addCheckpoint(await longer.request(9))).status).toBe(422);
    expect((await witness.addCheckpoint(await longer.request(9, logSigner, 8))).status).toBe(422);
  });

  it("cosigns only one of two forks that arrive at the same time", async () => {
    const witness = open();
    const forks = await Promise.all(["a", "b"].map(async (word) => (await logOf(leaves(3, word))).request(0)));
    const answers = await Promise.all(forks.map((fork) => witness.addCheckpoint(fork)));
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  });

  it("refuses logs it does not watch, signatures of others, and what is no checkpoint", async () => {
    const witness = open();
    const log = await logOf(leaves(3));
    expect((await witness.addCheckpoint(await log.request(0, witnessSigner))).status).toBe(403);
    const request = await log.request(0);
    expect((await witness.addCheckpoint(request.replaceAll(ORIGIN, "other.example/kt"))).status).toBe(404);
    expect((await witness.addCheckpoint(request.replace("old 0", "old 4"))).status).toBe(400);
    for (const junk of [
      "",
      "old",
      request.replace("old 0", "old 00"),
      request.replace("\n\n", "\nAA==\n\n"),
      "old 0\n\n",
    ])
      expect(await witness.addCheckpoint(junk)).toMatchObject({ status: 400 });
  });

  it("ends rather than go on without its memory", async () => {
    await open().addCheckpoint(await (await logOf(leaves(3))).request(0));
    const file = join(folder, "seen.json");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.slice(0, -5));
    await expect(open().addCheckpoint(await (await logOf(leaves(3, "x"))).request(0))).rejects.toThrow("JSON");
  });
});
