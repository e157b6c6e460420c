import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromBase64Url, fromHex, Malformed, toBase64Url, toHex, utf8, type Bytes } from "../bytes";
import { decodeEntry, encodeEntry, entryHash } from "../chain";
import { ChainFault, follow, followAll, type Chain } from "../chain-rules";
import { Json } from "../json";
import { audit } from "./audit";
import { commitment, decodeLeaf, updateLeaf } from "./leaves";
import { checkLookup, LogFault, policyOf } from "./lookup";
import { provedBy, ReplayedMap, type MapLeaf } from "./map";
import { cosignedAt, isSignedBy, parseCheckpoint, parseKey, parseNote } from "./note";
import { Growing, isContinued, isIncluded, leafHash } from "./tree";
import { vrfOutput } from "./vrf";

const vectors = (name: string) => Json.parse(readFileSync(`docs/protocol/vectors/${name}.json`, "utf8"));
const name = (json: Json) => json.at("name").string();
const entriesOf = (json: Json) => json.list().map((entry) => decodeEntry(entry.bytes()));
const chainAfter = (entries: Json, now: number) =>
  entriesOf(entries).reduce<Chain | null>((chain, entry) => follow(chain, entry, now), null);

/** The code of the fault that `run` finds, or null. */
function faultOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof ChainFault || error instanceof LogFault) return error.code;
    throw error;
  }
}

const hex = (json: Json) => toHex(json.bytes());

/** What the vectors say of a state, in the words of this client. */
function stateOf(json: Json): Omit<Chain, "epochs" | "removedIn"> {
  const lists = (from: Json) => ({
    devices: from
      .at("devices")
      .list()
      .map((device) => ({
        id: hex(device.at("device_id")),
        key: hex(device.at("sig_key")),
        addedSeq: device.at("added_seq").number(),
      })),
    recovery: from.at("recovery_keys").list().map(hex),
    archiveEpoch: from.at("archive_epoch").number(),
  });
  return {
    account: hex(json.at("account_id")),
    seq: json.at("seq").number(),
    head: hex(json.at("head")),
    type: json.at("type").string() as Chain["type"],
    time: json.at("time_ms").number(),
    ...lists(json),
    pending: json.at("pending_reset").maybe((pending) => ({ ...lists(pending), time: pending.at("time_ms").number() })),
    removedIds: json.at("retired_ids").list().map(hex),
    removedKeys: json.at("retired_keys").list().map(hex),
  };
}

describe("key chains as the vectors have them", () => {
  const keychain = vectors("keychain");

  it.each(
    keychain
      .at("chains")
      .list()
      .map((json) => [name(json), json] as const),
  )("%s", (_, json) => {
    const now = json.at("at").number();
    const error = json.at("error").maybe((code) => code.string());
    const entries = entriesOf(json.at("entries"));
    expect(entries.map((entry) => toBase64Url(encodeEntry(entry)))).toEqual(json.at("entries").value);
    expect(entries.map(entryHash)).toEqual(json.at("hashes").list().map(hex));
    let chain: Chain | null = null;
    for (const [at, state] of json.at("states").list().entries()) {
      const entry = entries[at];
      if (entry) chain = follow(chain, entry, now);
      expect(chain).toMatchObject(stateOf(state));
    }
    const rest = entries.slice(json.at("states").list().length);
    expect(rest).toHaveLength(error === null ? 0 : 1);
    expect(faultOf(() => rest.map((entry) => follow(chain, entry, now)))).toBe(error);
  });

  it.each(
    keychain
      .at("pinned")
      .list()
      .map((json) => [name(json), json] as const),
  )("%s, to who knows a chain", (_, json) => {
    const now = json.at("at").number();
    const known = chainAfter(json.at("known"), now);
    expect(faultOf(() => followAll(known, entriesOf(json.at("entries")), now))).toBe(json.at("error").value);
  });

  it.each(
    keychain
      .at("undecodable")
      .list()
      .map((json) => [name(json), json] as const),
  )("%s is no entry", (_, json) => {
    expect(() => decodeEntry(json.at("bytes").bytes())).toThrow(Malformed);
  });
});

it("the outputs of the verifiable random function are those of the vectors", () => {
  const vrf = vectors("vrf");
  for (const example of vrf.at("examples").list()) {
    const [key, input, proof] = ["public_key", "input", "proof"].map((field) =>
      fromHex(example.at(field).string()),
    ) as [Bytes, Bytes, Bytes];
    expect(toHex(vrfOutput(key, input, proof) ?? new Uint8Array())).toBe(example.at("output").string());
    expect(vrfOutput(key, utf8("else"), proof)).toBeNull();
    expect(vrfOutput(key, input, proof.with(40, (proof[40] ?? 0) ^ 1))).toBeNull();
  }
  const [first] = vrf.at("examples").list();
  const proof = fromHex(first?.at("proof").string() ?? "");
  for (const key of vrf.at("invalid_public_keys").list()) {
    expect(vrfOutput(fromHex(key.string()), new Uint8Array(), proof)).toBeNull();
  }
});

it("roots and proofs of logs are those of the vectors, and no others hold", () => {
  const tree = vectors("tree");
  const entries = tree
    .at("entries")
    .list()
    .map((entry) => entry.bytes());
  expect(entries.map((entry) => toBase64Url(leafHash(entry)))).toEqual(tree.at("leaf_hashes").value);
  const rootAt = (size: number) => {
    const log = new Growing();
    for (const entry of entries.slice(0, size)) log.add(entry);
    return log.root();
  };
  for (const root of tree.at("roots").list()) expect(rootAt(root.at("size").number())).toEqual(root.at("root").bytes());
  const hashes = (json: Json) =>
    json
      .at("proof")
      .list()
      .map((hash) => hash.bytes(32));
  for (const json of tree.at("inclusion").list()) {
    const [index, size, proof] = [json.at("index").number(), json.at("size").number(), hashes(json)];
    const [head, leaf] = [{ size, root: rootAt(size) }, leafHash(entries[index] ?? new Uint8Array())];
    expect(isIncluded(head, index, leaf, proof)).toBe(true);
    expect(isIncluded(head, index + 1, leaf, proof)).toBe(false);
    expect(isIncluded(head, index, leaf, [...proof, leaf])).toBe(false);
    expect(isIncluded(head, index, leaf, proof.slice(1))).toBe(proof.length === 0);
  }
  for (const json of tree.at("consistency").list()) {
    const [before, after] = ["before", "after"].map((field) => json.at(field).number()) as [number, number];
    const heads = [before, after].map((size) => ({ size, root: rootAt(size) })) as [
      { size: number; root: Uint8Array },
      { size: number; root: Uint8Array },
    ];
    expect(isContinued(...heads, hashes(json))).toBe(true);
    const other = { ...heads[0], root: leafHash(heads[0].root) };
    expect(isContinued(other, heads[1], hashes(json))).toBe(before === 0);
  }
});

const mapLeaf = (json: Json): MapLeaf => ({
  index: json.at("index").bytes(32),
  version: json.at("version").number(),
  commitment: json.at("commitment").bytes(32),
  position: json.at("position").number(),
});

it("roots and proofs of maps are those of the vectors", () => {
  const map = vectors("map");
  const leaves = map.at("leaves").list().map(mapLeaf);
  const rootOf = (count: number) => {
    const replayed = new ReplayedMap();
    for (const leaf of leaves.slice(0, count)) replayed.set(leaf);
    for (const leaf of leaves.slice(0, count)) expect(replayed.get(leaf.index)).toEqual(leaf);
    return replayed.root();
  };
  for (const json of map.at("roots").list())
    expect(rootOf(json.at("leaves").number())).toEqual(json.at("root").bytes());
  for (const json of map.at("proofs").list()) {
    const siblings = json
      .at("siblings")
      .list()
      .map((hash) => hash.bytes(32));
    const proof = { siblings, leaf: json.at("leaf").maybe(mapLeaf) };
    expect(provedBy(rootOf(leaves.length), json.at("index").bytes(32), proof), name(json)).toBe(
      json.at("result").value,
    );
  }
});

it("entries, notes and commitments are those of the vectors", () => {
  const note = vectors("note");
  for (const json of note.at("entries").list()) {
    const leaf = decodeLeaf(json.at("bytes").bytes());
    const bytes = json.at("bytes").bytes();
    expect(leaf.kind === "update" ? updateLeaf(leaf.index, leaf.version, leaf.commitment) : bytes).toEqual(bytes);
    expect(leaf.kind.slice(0, 4)).toBe(
      json.at("entry").at("kind").string().replace("map_update", "update").slice(0, 4),
    );
  }
  const checkpoint = note.at("checkpoint");
  const parsed = parseNote(checkpoint.at("note").string());
  const [log, witness] = ["log_vkey", "witness_vkey"].map((field) => parseKey(checkpoint.at(field).string())) as [
    ReturnType<typeof parseKey>,
    ReturnType<typeof parseKey>,
  ];
  expect(parsed.text).toBe(checkpoint.at("text").string());
  expect(isSignedBy(parsed, log)).toBe(true);
  expect(isSignedBy(parsed, witness)).toBe(false);
  expect(cosignedAt(parsed, witness)).toBe(checkpoint.at("cosigned_at").number() * 1000);
  expect(parseCheckpoint(parsed.text)).toEqual({
    origin: checkpoint.at("origin").string(),
    size: checkpoint.at("size").number(),
    root: checkpoint.at("root").bytes(),
  });
  for (const json of note.at("commitments").list()) {
    const [opening, value] = [json.at("opening").bytes(16), json.at("value").bytes()];
    const made = commitment(opening, json.at("label").string(), json.at("version").number(), value);
    expect(made).toEqual(json.at("commitment").bytes());
  }
});

describe("lookups as the vectors have them", () => {
  it.each(
    vectors("lookup")
      .at("lookups")
      .list()
      .map((json) => [name(json), json] as const),
  )("%s", (_, json) => {
    const now = json.at("now").number();
    const known = {
      label: json.at("label").string(),
      policy: policyOf(json.at("policy")),
      last: json
        .at("last_checkpoint")
        .maybe((last) => ({ size: last.at("size").number(), root: last.at("root").bytes(32) })),
      chain: chainAfter(json.at("known_chain"), now),
      version: json.at("known_version").maybe((version) => version.number()),
      now,
    };
    let answer: unknown = null;
    const read = () => {
      const { head, index, version, chain } = checkLookup(json.at("response"), known);
      answer = { head, index, version, chain };
    };
    expect(faultOf(read)).toBe(json.at("error").value);
    const expected = json.at("result").maybe((result) => ({
      head: { size: result.at("size").number(), root: result.at("root").bytes() },
      index: result.at("index").bytes(),
      version: result.at("found").at("version").value,
      chain: result.at("found").at("state").maybe(stateOf),
    }));
    expect(answer === null).toBe(expected === null);
    expect(answer ?? {}).toMatchObject(expected ?? {});
  });
});

it("a log that breaks its own rules is found by an audit", async () => {
  const note = vectors("note");
  const entries = note
    .at("entries")
    .list()
    .map((json) => fromBase64Url(json.at("bytes").string()));
  const log = new Growing();
  for (const entry of entries) log.add(entry);
  const divergence = await audit(entries, { size: log.size, root: log.root() });
  expect(divergence?.fault).toMatch(/^(covers_size|map_root|version)$/);
});
