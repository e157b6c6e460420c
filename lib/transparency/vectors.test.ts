import { expect, it } from "vitest";
import { concat, toHex, utf8 } from "@/lib/bytes/encoding";
import {
  accountLabel,
  commitmentOf,
  encodeLeaf,
  handleLabel,
  handleValue,
  proveIndex,
  type LogLeaf,
} from "@/lib/transparency/leaves";
import { MapTree, mapInnerHash, mapLeafHash, verifyMap, type MapLeaf, type MapProof } from "@/lib/transparency/map";
import { cosignNote, encodeCheckpoint, encodeNote, encodeVerifierKey, signNote } from "@/lib/transparency/note";
import {
  Frontier,
  leafHash,
  proveConsistency,
  proveInclusion,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  type HashReader,
} from "@/lib/transparency/tree";
import { vrfProve, vrfPublicKey } from "@/lib/transparency/vrf";
import { bytesOf, flipBit } from "@/testing/bytes";
import { keyOf } from "@/testing/key-chain";
import { lookupVectors } from "@/testing/lookup-vectors";
import { vectorsFile, vectorsText } from "@/testing/vectors";

it("makes the published vectors of the verifiable random function", async () => {
  const secrets = [
    ["9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", ""],
    ["4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72"],
    ["c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82"],
    [toHex(bytesOf("vrf")), toHex(utf8("handle:maple"))],
  ] as const;
  const examples = secrets.map(([secret, alpha]) => {
    const [key, input] = [Buffer.from(secret, "hex"), Buffer.from(alpha, "hex")];
    const { proof, output } = vrfProve(key, input);
    const publicKey = toHex(vrfPublicKey(key));
    return { secret_key: secret, public_key: publicKey, input: alpha, proof: toHex(proof), output: toHex(output) };
  });
  await expect(
    vectorsText({
      about:
        "ECVRF-EDWARDS25519-SHA512-TAI. All values are hexadecimal. The first three are the examples 16, 17 and 18 of RFC 9381.",
      examples,
      invalid_public_keys: ["01".padEnd(64, "0"), "00".repeat(32), `ec${"ff".repeat(30)}7f`],
    }),
  ).toMatchFileSnapshot(vectorsFile("vrf.json"));
});

const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 19];
it("makes the published vectors of the tree of a log", async () => {
  const entries = Array.from({ length: 19 }, (_, at) => bytesOf(`entry ${at}`, at));
  const hashes = new Map<string, Uint8Array>();
  const frontier = await Frontier.of();
  for (const entry of entries) {
    for (const { level, index, hash } of frontier.append(leafHash(entry))) hashes.set(`${level}/${index}`, hash);
  }
  const read: HashReader = (nodes) =>
    Promise.resolve(nodes.map(({ level, index }) => hashes.get(`${level}/${index}`) ?? new Uint8Array()));
  const roots = await Promise.all(SIZES.map(async (size) => ({ size, root: await treeRoot(size, read) })));
  const pairs = roots
    .flatMap((after) => roots.map((before) => ({ before, after })))
    .filter(({ before, after }) => before.size <= after.size);
  const consistency = await Promise.all(
    pairs.map(async ({ before, after }) => {
      const proof = await proveConsistency(before.size, after.size, read);
      expect(verifyConsistency(before, after, proof)).toBe(true);
      return { before: before.size, after: after.size, proof };
    }),
  );
  const places = roots.flatMap(({ size, root }) => [0, 1, 6, 7, size - 1].map((index) => ({ size, root, index })));
  const unique = places.filter(
    ({ size, index }, at) => index >= 0 && index < size && !(at % 5 === 4 && [0, 1, 6, 7].includes(index)),
  );
  const inclusion = await Promise.all(
    unique.map(async ({ size, root, index }) => {
      const proof = await proveInclusion(index, size, read);
      expect(verifyInclusion({ index, size, root }, leafHash(entries[index] ?? new Uint8Array()), proof)).toBe(true);
      return { index, size, proof };
    }),
  );
  await expect(
    vectorsText({
      about:
        "A log of 19 entries: its roots at several sizes, and proofs. A proof with any other bit, index or size is invalid.",
      entries,
      leaf_hashes: entries.map(leafHash),
      roots,
      inclusion,
      consistency,
    }),
  ).toMatchFileSnapshot(vectorsFile("tree.json"));
});

/** A proof that shows nothing about an index, or what it shows. */
function mapCase(name: string, root: Uint8Array, index: Uint8Array, { siblings, leaf }: MapProof) {
  return { name, index, siblings, leaf, result: verifyMap(root, index, { siblings, leaf }) };
}
it("makes the published vectors of the map", async () => {
  const near = [0, 1, 2].map((last) => concat(bytesOf("near", 31), Uint8Array.of(last)));
  const leaves: MapLeaf[] = [...Array.from({ length: 9 }, (_, at) => bytesOf(`index ${at}`)), ...near].map(
    (index, at) => ({
      index,
      version: at % 3,
      commitment: bytesOf(`commitment ${at}`),
      position: 10 + 2 ** at,
    }),
  );
  const maps = [0, 1, 2, 5, 12].map((count) => {
    const tree = new MapTree();
    for (const leaf of leaves.slice(0, count)) tree.set(leaf);
    return { leaves: count, root: tree.root() };
  });
  const tree = new MapTree();
  for (const leaf of leaves) tree.set(leaf);
  const root = tree.root();
  const [first, second] = leaves;
  if (first === undefined || second === undefined) throw new Error("no leaves");
  const proof = tree.prove(first.index);
  const others = Array.from({ length: 6 }, (_, at) => bytesOf(`other ${at}`));
  const proofs = [
    ...leaves.map(({ index }) => mapCase("a leaf", root, index, tree.prove(index))),
    ...others.map((index) => mapCase("no leaf", root, index, tree.prove(index))),
    mapCase("the path of another index", root, second.index, proof),
    mapCase("another version", root, first.index, { ...proof, leaf: { ...first, version: 7 } }),
    mapCase("a leaf that is left out", root, first.index, { ...proof, leaf: null }),
    mapCase("a sibling with a changed bit", root, first.index, {
      ...proof,
      siblings: proof.siblings.map((hash) => flipBit(hash, 1)),
    }),
    mapCase("a sibling too many", root, first.index, { ...proof, siblings: [...proof.siblings, new Uint8Array(32)] }),
  ];
  expect(proofs.map(({ result }) => result)).toEqual([
    ...leaves.map(() => "present"),
    ...others.map(() => "absent"),
    ...Array.from({ length: 5 }, () => null),
  ]);
  await expect(
    vectorsText({
      about:
        "roots has the roots of the maps of the first leaves. The proofs are of the map of all: result is present, absent, or null for a proof that is invalid.",
      leaves,
      leaf_hashes: leaves.map(mapLeafHash),
      inner_hash: {
        left: bytesOf("left"),
        right: bytesOf("right"),
        hash: mapInnerHash(bytesOf("left"), bytesOf("right")),
      },
      roots: maps,
      proofs,
    }),
  ).toMatchFileSnapshot(vectorsFile("map.json"));
});

it("makes the published vectors of entries, checkpoints and commitments", async () => {
  const accountId = bytesOf("account", 16);
  const entries: LogLeaf[] = [
    {
      kind: "config",
      origin: "barker.example/log",
      vrfPublicKey: vrfPublicKey(bytesOf("vrf")),
      timeMs: 1_790_000_000_000,
    },
    { kind: "map_update", index: bytesOf("index"), version: 3, commitment: bytesOf("commitment") },
    { kind: "map_root", coversSize: 18_203, mapRoot: bytesOf("map root"), timeMs: 1_790_000_000_001 },
    { kind: "code_manifest", semver: "1.2.3", sha256: bytesOf("manifest") },
  ];
  const checkpoint = { origin: "barker.example/log", size: 18_204, root: bytesOf("root") };
  const text = encodeCheckpoint(checkpoint);
  const [log, witness] = [keyOf("log"), keyOf("witness")];
  const time = 1_790_000_001;
  const signatures = [
    await signNote(text, "barker.example/log", log),
    await cosignNote(text, "witness.example", witness, time),
  ];
  const values = [
    { label: accountLabel(accountId), version: 3, value: bytesOf("entry") },
    { label: handleLabel("Maple"), version: 0, value: handleValue({ accountId, seq: 3 }) },
    { label: handleLabel("maple"), version: 1, value: handleValue({ accountId: new Uint8Array(16), seq: 0 }) },
  ];
  await expect(
    vectorsText({
      about: "Entries of a log with their bytes; a checkpoint with two signatures; commitments and indices.",
      entries: entries.map((entry) => ({ entry, bytes: encodeLeaf(entry) })),
      checkpoint: {
        ...checkpoint,
        log_secret_key: bytesOf("key log"),
        log_vkey: encodeVerifierKey({ name: "barker.example/log", type: "ed25519", publicKey: log.publicKey }),
        witness_secret_key: bytesOf("key witness"),
        witness_vkey: encodeVerifierKey({ name: "witness.example", type: "cosignature", publicKey: witness.publicKey }),
        cosigned_at: time,
        text,
        note: encodeNote({ text, signatures }),
      },
      commitments: values.map(({ label, version, value }) => {
        const opening = bytesOf(`opening ${label} ${version}`, 16);
        return { label, version, value, opening, commitment: commitmentOf(opening, label, version, value) };
      }),
      indices: values
        .slice(0, 2)
        .map(({ label }) => ({ vrf_secret_key: bytesOf("vrf"), label, ...proveIndex(bytesOf("vrf"), label) })),
    }),
  ).toMatchFileSnapshot(vectorsFile("note.json"));
});

it("makes the published vectors of lookups", async () => {
  await expect(vectorsText(await lookupVectors())).toMatchFileSnapshot(vectorsFile("lookup.json"));
});
