import { equal, fromBase64Url } from "@/lib/bytes/encoding";
import { decodeEntry } from "@/lib/keychain/entry";
import { verifyChain } from "@/lib/keychain/rules";
import { KeyChainError, type KeyChainState } from "@/lib/keychain/state";
import {
  MAX_AGE_MS,
  MAX_CLOCK_DIFFERENCE_MS,
  verifyCheckpoint,
  verifyGrowth,
  wellFormed,
  type KnownCheckpoint,
  type VerifiedCheckpoint,
} from "@/lib/transparency/checkpoint";
import { TransparencyError, type TransparencyFault } from "@/lib/transparency/errors";
import {
  accountOfLabel,
  commitmentOf,
  decodeHandleValue,
  decodeLeaf,
  encodeLeaf,
  verifyIndex,
  type HandleOwner,
} from "@/lib/transparency/leaves";
import { verifyMap } from "@/lib/transparency/map";
import { LookupResponse, type LogPolicy } from "@/lib/transparency/schema";
import { leafHash, verifyInclusion } from "@/lib/transparency/tree";

export interface LookupContext {
  label: string;
  /** As it was when this client met the log first, except for witnesses that it accepted since. */
  policy: LogPolicy;
  /** The checkpoint whose size was sent as `since`; null when that was 0. Its config was verified with it. */
  lastCheckpoint: KnownCheckpoint | null;
  /** What is known of the account, whose seq was sent as `known_seq`. */
  knownState?: KeyChainState | null;
  /** The version of the label that was seen before. */
  knownVersion?: number | null;
  /** Unix time in milliseconds. */
  now: number;
}

/** What a verified answer says. */
export interface Lookup {
  /** To be stored as the last checkpoint. */
  checkpoint: VerifiedCheckpoint;
  /** When the map had this value (Unix ms). */
  mapTimeMs: number;
  /** Of the label: what to look for among new entries of the log. */
  index: Uint8Array;
  /** Null when the label has no value. */
  found: {
    version: number;
    /** Where the log has it. */
    position: number;
    /** For labels of accounts: to be stored as what is known. Not null for them. */
    state: KeyChainState | null;
    /** For labels of handles: who has it. */
    owner: HandleOwner | null;
  } | null;
}

/** Throws with this code unless `valid`. */
function demand(valid: boolean, code: TransparencyFault, message: string): asserts valid {
  if (!valid) throw new TransparencyError(code, message);
}

/** C3: the VRF key of the policy is the one in the first entry of the log. */
function verifyConfig(response: LookupResponse, context: LookupContext, checkpoint: KnownCheckpoint): void {
  if (context.lastCheckpoint !== null && context.lastCheckpoint.size > 0) return;
  const { config } = response;
  demand(config !== null, "config", "the first entry is missing");
  demand(
    verifyInclusion({ index: 0, ...checkpoint }, leafHash(config.leaf), config.inclusion),
    "config",
    "this is not the first entry",
  );
  const leaf = wellFormed("the first entry", () => decodeLeaf(config.leaf));
  const key = wellFormed("the policy", () => fromBase64Url(context.policy.vrf_public_key));
  demand(
    leaf.kind === "config" && leaf.origin === context.policy.origin && equal(leaf.vrfPublicKey, key),
    "config",
    "the first entry contradicts the policy",
  );
}

/** C4, first half: the MapRoot is the last entry of the log, and fresh. */
function verifyMapRoot({ map_root }: LookupResponse, checkpoint: KnownCheckpoint, now: number) {
  const index = checkpoint.size - 1;
  const included = verifyInclusion({ index, ...checkpoint }, leafHash(map_root.leaf), map_root.inclusion);
  demand(included, "stale_map_root", "this is not the last entry");
  const leaf = wellFormed("the last entry", () => decodeLeaf(map_root.leaf));
  demand(leaf.kind === "map_root" && leaf.coversSize === index, "stale_map_root", "this does not cover all entries");
  demand(leaf.timeMs >= now - MAX_AGE_MS, "frozen", `the map is from ${new Date(leaf.timeMs).toISOString()}`);
  demand(leaf.timeMs <= now + MAX_CLOCK_DIFFERENCE_MS, "clock", "the map is from the future");
  return leaf;
}

/** C7: the chain ends with the entry that the log commits to. */
function verifyAccount(
  { chain, value }: LookupResponse,
  accountId: Uint8Array,
  version: number,
  { knownState = null, now }: LookupContext,
): KeyChainState {
  try {
    const entries = chain.map((bytes) => wellFormed("an entry of the chain", () => decodeEntry(bytes)));
    const state = verifyChain(entries, { at: now, pinned: knownState, accountId });
    const isHead = value !== null && equal(value.value, state.head) && version === state.seq;
    demand(isHead, "chain", "the log has another newest entry");
    return state;
  } catch (cause) {
    if (cause instanceof KeyChainError) throw new TransparencyError("chain", cause.message, { cause });
    throw cause;
  }
}

/** C4 to C7 for a label that has a value. */
function verifyValue(response: LookupResponse, context: LookupContext, checkpoint: KnownCheckpoint) {
  const { value, map } = response;
  demand(map.leaf !== null && value !== null, "value", "the value is missing");
  const { index, version, commitment, position } = map.leaf;
  const update = encodeLeaf({ kind: "map_update", index, version, commitment });
  demand(
    verifyInclusion({ index: position, ...checkpoint }, leafHash(update), value.inclusion),
    "update_missing",
    "the log does not have the update where the map says",
  );
  demand(value.opening !== null, "opening", "the value was erased");
  const opened = commitmentOf(value.opening, context.label, version, value.value);
  demand(equal(opened, commitment), "opening", "the log commits to another value");
  demand(version >= (context.knownVersion ?? 0), "rolled_back", `version ${version} after ${context.knownVersion}`);
  const accountId = accountOfLabel(context.label);
  if (accountId !== null) {
    return { version, position, state: verifyAccount(response, accountId, version, context), owner: null };
  }
  demand(context.label.startsWith("handle:"), "value", "a label of an unknown kind");
  return { version, position, state: null, owner: wellFormed("the value", () => decodeHandleValue(value.value)) };
}

/**
 * Verifies an answer about a label: the checks C1 to C7.
 *
 * Answers that arrive at the same time must be verified one after the other, each with the checkpoint of the one
 * before: the same `since` in two requests would let a log show two continuations.
 * @param response the parsed JSON
 * @throws TransparencyError with the check that failed as its code; `chain` has the KeyChainError as its cause
 */
export function verifyLookup(response: unknown, context: LookupContext): Lookup {
  const parsed = LookupResponse.safeParse(response);
  if (!parsed.success) throw new TransparencyError("malformed", "the answer", { cause: parsed.error });
  const answer = parsed.data;
  const checkpoint = verifyCheckpoint(answer.checkpoint, context.policy, context.now);
  verifyGrowth(context.lastCheckpoint, checkpoint, answer.consistency);
  verifyConfig(answer, context, checkpoint);
  const { mapRoot, timeMs } = verifyMapRoot(answer, checkpoint, context.now);
  const vrfPublicKey = wellFormed("the policy", () => fromBase64Url(context.policy.vrf_public_key));
  const index = verifyIndex(vrfPublicKey, context.label, answer.vrf_proof);
  demand(index !== null, "vrf", "the index of the label is not proved");
  const shown = verifyMap(mapRoot, index, answer.map);
  demand(shown !== null, "map", "the path does not lead to the root");
  if (shown === "present") {
    return { checkpoint, mapTimeMs: timeMs, index, found: verifyValue(answer, context, checkpoint) };
  }
  const wasKnown = (context.knownState ?? null) !== null || (context.knownVersion ?? null) !== null;
  demand(!wasKnown, "rolled_back", "the label had a value before");
  return { checkpoint, mapTimeMs: timeMs, index, found: null };
}
