import { close, genesis, resetPending, setRecovery, veto } from "@/lib/keychain/build";
import { signEntry, type KeyChainEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import type { KeyChainFault } from "@/lib/keychain/state";
import { bytesOf, flipBit } from "@/testing/bytes";
import { announced, carriedOut, deviceOf, family, keyOf, LATER, recoveryOf, T } from "@/testing/key-chain";
import { RESETS } from "@/testing/key-chain-resets";
import { adding, UPDATES } from "@/testing/key-chain-updates";

/** A chain, and what verifying it must give. */
export interface ChainCase {
  name: string;
  entries: KeyChainEntry[];
  /** The time of the verification (Unix ms). */
  at: number;
  /** Null when the chain is valid. */
  fault: KeyChainFault | null;
}

/** First entries that are invalid. */
async function invalidFirsts(): Promise<ChainCase[]> {
  const tbs = genesis({ accountId: bytesOf("account", 16), devices: ["a", "b"].map(deviceOf), timeMs: T });
  const cases: [string, KeyChainFault, KeyChainTBS, string[]][] = [
    ["a first entry that not all its devices sign", "unsigned_device", tbs, ["a"]],
    ["a first entry with another number", "seq", { ...tbs, seq: 1 }, ["a", "b"]],
    ["a first entry with an entry before", "fork", { ...tbs, prevHash: bytesOf("x") }, ["a", "b"]],
    ["a first entry that is an update", "genesis", { ...tbs, type: "update" }, ["a", "b"]],
    ["a first entry without devices", "no_device", { ...tbs, devices: [] }, []],
    [
      "a first entry with another added_seq",
      "added_seq",
      { ...tbs, devices: tbs.devices.map((device) => ({ ...device, addedSeq: 1 })) },
      ["a", "b"],
    ],
    ["a first entry that a stranger signs too", "unknown_signer", tbs, ["a", "b", "stranger"]],
  ];
  return Promise.all(
    cases.map(async ([name, fault, first, by]) => ({
      name,
      entries: [await signEntry(first, by.map(keyOf))],
      at: T,
      fault,
    })),
  );
}

/** Entries whose signatures are invalid. */
async function invalidSignatures(): Promise<ChainCase[]> {
  const chain = await family();
  const { tbs, sigs } = await signEntry(adding("tablet")(chain.state), ["phone", "tablet"].map(keyOf));
  const [first] = chain.entries;
  const cases: [string, KeyChainFault, KeyChainEntry][] = [
    ["signatures in another order", "unsorted_signatures", { tbs, sigs: sigs.toReversed() }],
    ["a signature twice", "unsorted_signatures", { tbs, sigs: sigs.flatMap((sig) => [sig, sig]) }],
    [
      "a signature with a changed bit",
      "bad_signature",
      { tbs, sigs: sigs.map((s) => ({ ...s, sig: flipBit(s.sig, 9) })) },
    ],
    ["a signature of another entry", "bad_signature", { tbs: { ...tbs, timeMs: T + 1 }, sigs }],
  ];
  return cases.map(([name, fault, entry]) => ({
    name,
    entries: [...(first === undefined ? [] : [first]), entry],
    at: T + 1,
    fault,
  }));
}

/** Valid chains that show each type of entry. */
async function validChains(): Promise<ChainCase[]> {
  const long = await family();
  await long.change("phone", { add: ["tablet"] });
  await long.change("words", { add: ["spare phone"], remove: ["phone", "laptop"] });
  await long.add(setRecovery(long.state, { recoveryKeys: recoveryOf("words 2", "passkey"), timeMs: T }), ["tablet"]);
  await long.change("tablet", { remove: ["tablet"] });
  await long.add(close(long.state, { timeMs: T + 9 }), ["passkey"]);
  const vetoed = await announced();
  await vetoed.add(veto(vetoed.state, { timeMs: T + 5 }), ["words"]);
  await vetoed.change("laptop", { add: ["new phone"] });
  const repeated = await announced();
  await repeated.add(resetPending(repeated.state, { devices: [deviceOf("newer")], timeMs: T + 5 }), ["newer"]);
  const grown = await carriedOut();
  await grown.change("new phone", { add: ["new laptop"] });
  const chains = { long, vetoed, repeated, grown, first: await family() };
  return Object.entries(chains).map(([name, { entries }]) => ({ name, entries, at: LATER + 10, fault: null }));
}

/** Valid chains, and invalid ones of every kind. */
export async function chainCases(): Promise<ChainCase[]> {
  const lasts = [...UPDATES, ...RESETS].map(async ([name, fault, start, build, by]): Promise<ChainCase> => {
    const chain = await start();
    const last = await signEntry(build(chain.state), by.map(keyOf));
    return { name, entries: [...chain.entries, last], at: LATER, fault };
  });
  return [
    ...(await validChains()),
    ...(await invalidFirsts()),
    ...(await invalidSignatures()),
    ...(await Promise.all(lasts)),
  ];
}
