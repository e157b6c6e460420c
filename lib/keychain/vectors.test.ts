import { expect, it } from "vitest";
import { decodeEntry, encodeEntry, entryHash, type KeyChainEntry } from "@/lib/keychain/entry";
import { RESET_DELAY_MS, verifyChain, verifyNext } from "@/lib/keychain/rules";
import { KeyChainError, type KeyChainState } from "@/lib/keychain/state";
import { DecodeError } from "@/lib/bytes/tls";
import { concat } from "@/lib/bytes/encoding";
import { bytesOf, thrown } from "@/testing/bytes";
import { family, LATER, TestChain } from "@/testing/key-chain";
import { chainCases } from "@/testing/key-chain-cases";
import { stateJson, vectorsFile, vectorsText } from "@/testing/vectors";

/** The states after each of the entries. */
function statesOf(entries: readonly KeyChainEntry[], at: number): KeyChainState[] {
  const states: KeyChainState[] = [];
  for (const entry of entries) states.push(verifyNext(states.at(-1) ?? null, entry, at));
  return states;
}

/** Chains that contradict what was known, which is given as its entries. */
async function pinnedCases() {
  const at = LATER;
  const known = await family();
  await known.change("phone", { add: ["tablet"] });
  const other = await family();
  await other.change("phone", { add: ["spy"] });
  const stranger = await TestChain.start("stranger", ["phone"]);
  const cases = [
    { name: "the newest known entry again", entries: known.entries.slice(1), error: null },
    { name: "nothing new", entries: [], error: null },
    { name: "another entry with the newest known seq", entries: other.entries.slice(1), error: "fork" },
    { name: "entries that are older than what is known", entries: known.entries, error: "rollback" },
    { name: "another account", entries: stranger.entries, error: "rollback" },
  ];
  return cases.map(({ name, entries, error }) => {
    const pinned = verifyChain(known.entries, { at });
    const found = thrown(() => verifyChain(entries, { at, pinned }));
    expect(found instanceof KeyChainError ? found.code : found, name).toBe(error);
    return { name, at, known: known.entries.map(encodeEntry), entries: entries.map(encodeEntry), error };
  });
}

/** Bytes that are no entry. */
async function undecodable(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const [first] = (await family()).entries;
  if (first === undefined) throw new Error("no entry");
  const bytes = encodeEntry(first);
  const { tbs, sigs } = first;
  const devices = Array.from({ length: 21 }, (_, at) => ({
    deviceId: bytesOf(`${at}`, 16),
    sigKey: bytesOf(`${at}`),
    addedSeq: 0,
  }));
  const recoveryKeys = ["a", "b", "c"].map((name) => bytesOf(name));
  return [
    { name: "no bytes", bytes: new Uint8Array() },
    { name: "the last byte is missing", bytes: bytes.slice(0, -1) },
    { name: "a byte too many", bytes: concat(bytes, Uint8Array.of(0)) },
    { name: "version 2", bytes: bytes.with(0, 2) },
    { name: "type 6", bytes: bytes.with(61, 6) },
    { name: "a vector whose header is not the shortest", bytes: longHeader(bytes) },
    { name: "21 devices", bytes: encodeEntry({ tbs: { ...tbs, devices }, sigs }) },
    { name: "3 recovery keys", bytes: encodeEntry({ tbs: { ...tbs, recoveryKeys }, sigs }) },
    { name: "a key of 31 bytes", bytes: encodeEntry({ tbs: { ...tbs, recoveryKeys: [bytesOf("a", 31)] }, sigs }) },
    {
      name: "a signature of 63 bytes",
      bytes: encodeEntry({ tbs, sigs: [{ keyId: bytesOf("k"), sig: new Uint8Array(63) }] }),
    },
  ];
}

/** The entry with the length of its devices in four bytes instead of two. */
function longHeader(bytes: Uint8Array): Uint8Array {
  const at = 62;
  const length = (((bytes[at] ?? 0) & 63) << 8) | (bytes[at + 1] ?? 0);
  return concat(bytes.slice(0, at), Uint8Array.of(0x80, 0, length >> 8, length & 255), bytes.slice(at + 2));
}

it("makes the published vectors of key chains", async () => {
  const cases = (await chainCases()).map(({ name, entries, at, fault }) => ({
    name,
    at,
    entries: entries.map(encodeEntry),
    hashes: entries.map(entryHash),
    states: statesOf(fault === null ? entries : entries.slice(0, -1), at).map(stateJson),
    error: fault,
  }));
  const broken = await undecodable();
  for (const { name, bytes } of broken) {
    expect(
      thrown(() => decodeEntry(bytes)),
      name,
    ).toBeInstanceOf(DecodeError);
  }
  await expect(
    vectorsText({
      about:
        "Chains of KeyChainEntry. Where error is null, states has the state after each entry; else the last entry is refused with this code, and states has those before. at is the time of the verification in Unix milliseconds. In pinned, known was verified before. What is in undecodable is no entry.",
      reset_delay_ms: RESET_DELAY_MS,
      chains: cases,
      pinned: await pinnedCases(),
      undecodable: broken,
    }),
  ).toMatchFileSnapshot(vectorsFile("keychain.json"));
});
