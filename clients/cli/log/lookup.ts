import { decodeEntry } from "../chain";
import { ChainFault, followAll, type Chain } from "../chain-rules";
import { Malformed, parse, same, toHex, utf8 } from "../bytes";
import type { Json } from "../json";
import { commitment, decodeLeaf, updateLeaf } from "./leaves";
import { provedBy } from "./map";
import { cosignedAt, isSignedBy, parseCheckpoint, parseKey, parseNote } from "./note";
import { isContinued, isIncluded, leafHash, type Head } from "./tree";
import { vrfOutput } from "./vrf";

/* Lookups and the checks C1 to C7 (log.md, sections 6 and 7). */

const DAY = 24 * 3_600_000;
const MINUTES_10 = 600_000;

/** A check of the log that failed; `code` is the protocol's. */
export class LogFault extends Error {
  override readonly name = "LogFault";

  constructor(
    readonly code: string,
    why = "",
  ) {
    super(`the key log is wrong: ${code}${why && ` (${why})`}`);
  }
}

function demand(holds: boolean, code: string, why = ""): asserts holds {
  if (!holds) throw new LogFault(code, why);
}

/** `GET policy`, as it was on the first visit. */
export interface Policy {
  origin: string;
  logKey: string;
  vrfKey: Uint8Array;
  witnesses: string[];
  quorum: number;
}

export const policyOf = (json: Json): Policy => ({
  origin: json.at("origin").string(),
  logKey: json.at("log_vkey").string(),
  vrfKey: json.at("vrf_public_key").bytes(32),
  witnesses: json
    .at("witnesses")
    .list()
    .map((witness) => witness.at("vkey").string()),
  quorum: json.at("quorum").number(),
});

export interface Known {
  label: string;
  policy: Policy;
  /** The last checkpoint that was verified. */
  last: Head | null;
  /** What is known of the account of the label. */
  chain: Chain | null;
  /** The newest version of the label that was seen. */
  version: number | null;
  now: number;
}

export interface Answer {
  head: Head;
  witnesses: number;
  index: Uint8Array;
  /** When the map had this. */
  time: number;
  version: number | null;
  /** For labels of accounts that have a value. */
  chain: Chain | null;
  /** For labels of handles: the account, in hexadecimal. */
  owner: string | null;
}

/** C1. */
export function checkpointOf(note: string, policy: Policy, now: number): Head & { witnesses: number } {
  const parsed = parseNote(note);
  const { origin, ...head } = parseCheckpoint(parsed.text);
  demand(origin === policy.origin, "origin", origin);
  demand(isSignedBy(parsed, parseKey(policy.logKey)), "checkpoint_signature");
  const keys = new Map(policy.witnesses.map((line) => parseKey(line)).map((key) => [toHex(key.key), key]));
  const ages = [...keys.values()].flatMap((key) => {
    const time = cosignedAt(parsed, key);
    return time === null || time > now + MINUTES_10 ? [] : [now - time];
  });
  const fresh = ages.filter((age) => age <= DAY).length;
  demand(ages.length >= policy.quorum, "witness_quorum", `${ages.length} of ${policy.quorum}`);
  demand(fresh >= policy.quorum, "frozen", `${fresh} of ${policy.quorum}`);
  return { ...head, witnesses: fresh };
}

const hashes = (json: Json) => json.list(300).map((hash) => hash.bytes(32));

/** C3: entry 0 is what the policy says. */
function checkConfig(config: Json, { policy }: Known, head: Head): void {
  demand(!config.isNull, "config", "it is missing");
  const bytes = config.at("leaf").bytes();
  demand(isIncluded(head, 0, leafHash(bytes), hashes(config.at("inclusion"))), "config", "it is not included");
  const leaf = decodeLeaf(bytes);
  const isPinned = leaf.kind === "config" && leaf.origin === policy.origin && same(leaf.vrfKey, policy.vrfKey);
  demand(isPinned, "config", "it is not that of the policy");
}

/** C4: the last entry, which says what the map is. */
function mapRootOf(json: Json, head: Head, now: number): { root: Uint8Array; time: number } {
  const bytes = json.at("leaf").bytes();
  const at = head.size - 1;
  demand(isIncluded(head, at, leafHash(bytes), hashes(json.at("inclusion"))), "stale_map_root");
  const leaf = decodeLeaf(bytes);
  demand(leaf.kind === "map_root" && leaf.covers === at, "stale_map_root");
  demand(leaf.time >= now - DAY, "frozen");
  demand(leaf.time <= now + MINUTES_10, "clock");
  return leaf;
}

/** C7. */
function chainOf(entries: Json, account: string, known: Known, value: Uint8Array, version: number): Chain {
  try {
    const read = entries.list(5000).map((entry) => decodeEntry(entry.bytes()));
    const chain = followAll(known.chain, read, known.now);
    const isNewest = chain.account === account && chain.head === toHex(value) && chain.seq === version;
    demand(isNewest, "chain", "it does not end where the log says");
    return chain;
  } catch (error) {
    if (error instanceof ChainFault) throw new LogFault("chain", error.code);
    throw error;
  }
}

/** C5 to C7, for a label that has a value. */
function valueOf(json: Json, known: Known, head: Head) {
  const [leaf, value] = [json.at("map").at("leaf"), json.at("value")];
  demand(!value.isNull, "value");
  const [index, committed] = [leaf.at("index").bytes(32), leaf.at("commitment").bytes(32)];
  const [version, position] = [leaf.at("version").number(), leaf.at("position").number()];
  const update = leafHash(updateLeaf(index, version, committed));
  const isInLog = position < head.size - 1 && isIncluded(head, position, update, hashes(value.at("inclusion")));
  demand(isInLog, "update_missing");
  const bytes = value.at("value").bytes();
  const opening = value.at("opening").maybe((each) => each.bytes(16));
  demand(opening !== null && same(commitment(opening, known.label, version, bytes), committed), "opening");
  demand(version >= (known.version ?? 0), "rolled_back", "the version");
  const [, account] = /^acct:([\da-f]{32})$/.exec(known.label) ?? [];
  if (account !== undefined) {
    return { version, chain: chainOf(json.at("chain"), account, known, bytes, version), owner: null };
  }
  const owner = parse(bytes, (reader) => {
    const id = toHex(reader.bytes(16));
    reader.uint(4);
    return id;
  });
  return { version, chain: null, owner: /^0*$/.test(owner) ? null : owner };
}

function checked(json: Json, known: Known): Answer {
  const { witnesses, ...head } = checkpointOf(json.at("checkpoint").string(), known.policy, known.now);
  const { last } = known;
  if (last !== null && last.size > 0) {
    demand(head.size >= last.size, "rolled_back", "the log is shorter than before");
    demand(isContinued(last, head, hashes(json.at("consistency"))), "inconsistent");
  } else checkConfig(json.at("config"), known, head);
  const { root, time } = mapRootOf(json.at("map_root"), head, known.now);
  const index = vrfOutput(known.policy.vrfKey, utf8(known.label), json.at("vrf_proof").bytes(80))?.slice(0, 32);
  demand(index !== undefined, "vrf");
  const map = json.at("map");
  const leaf = map.at("leaf").maybe((each) => ({
    index: each.at("index").bytes(32),
    version: each.at("version").number(),
    commitment: each.at("commitment").bytes(32),
    position: each.at("position").number(),
  }));
  const shown = provedBy(root, index, { siblings: hashes(map.at("siblings")), leaf });
  demand(shown !== null, "map");
  const answer = { head, witnesses, index, time };
  if (shown === "present") return { ...answer, ...valueOf(json, known, head) };
  demand(known.chain === null && known.version === null, "rolled_back", "the label had a value");
  return { ...answer, version: null, chain: null, owner: null };
}

/** What an answer about a label says, if it passes all checks. @throws LogFault */
export function checkLookup(json: Json, known: Known): Answer {
  try {
    return checked(json, known);
  } catch (error) {
    if (error instanceof Malformed) throw new LogFault("malformed", error.message);
    throw error;
  }
}
