import { fromBase64Url, toBase64Url } from "@/lib/bytes/encoding";
import { addDevice } from "@/lib/keychain/build";
import { encodeEntry, entryHash, signEntry } from "@/lib/keychain/entry";
import type { TransparencyFault } from "@/lib/transparency/errors";
import { encodeLeaf, handleLabel } from "@/lib/transparency/leaves";
import { verifyLookup, type LookupContext } from "@/lib/transparency/lookup";
import type { LookupJson } from "@/lib/transparency/schema";
import { bytesOf, flipBit } from "@/testing/bytes";
import { deviceOf, keyOf } from "@/testing/key-chain";
import { contextOf, HANDLE, keyWorld, NOW, refusal } from "@/testing/key-world";
import { stateJson } from "@/testing/vectors";

interface Case {
  name: string;
  context: LookupContext;
  /** The entries that make up the known state. */
  known?: Uint8Array[];
  response: LookupJson;
  fault: TransparencyFault | null;
}

const flipText = (text: string, bit: number) => toBase64Url(flipBit(fromBase64Url(text), bit));

/** Honest answers, and each with one lie. */
async function cases(): Promise<Case[]> {
  const { log, chain, label } = await keyWorld();
  const first = await log.lookup(label, { chain: chain.encoded });
  const context = contextOf(log, label);
  const handle = await log.lookup(HANDLE);
  const nobody = handleLabel("nobody");
  const absent = await log.lookup(nobody);
  const known = chain.encoded;
  const lastCheckpoint = { size: log.size, root: log.root };
  const pinned = { ...context, lastCheckpoint, knownState: chain.state, knownVersion: 1 };
  await chain.change("laptop", { remove: ["phone"], timeMs: NOW - 1000 });
  log.set(label, chain.state.head);
  await log.publish(NOW - 1000);
  const later = await log.lookup(label, { since: lastCheckpoint.size, chain: chain.encoded.slice(2) });
  const { value, config } = first;
  if (value === null || config === null) throw new Error("no value");
  const { policy } = log;
  const unlogged = await keyWorld();
  unlogged.log.set(label, chain.state.head, { logged: false });
  await unlogged.log.publish(NOW);
  const stale = await keyWorld();
  stale.log.add(encodeLeaf({ kind: "code_manifest", semver: "1.0.0", sha256: bytesOf("code") }));
  await stale.log.sign(NOW);
  const ghost = await keyWorld();
  const tbs = addDevice(ghost.chain.state, { device: deviceOf("ghost"), timeMs: NOW });
  const entry = await signEntry(tbs, [keyOf("ghost")]);
  ghost.log.set(label, entryHash(entry));
  await ghost.log.publish(NOW);
  const other = await keyWorld("other");
  return [
    { name: "an account at the first visit", context, response: first, fault: null },
    { name: "an account that is known", context: pinned, known, response: later, fault: null },
    { name: "a handle", context: contextOf(log, HANDLE), response: handle, fault: null },
    { name: "a label without a value", context: contextOf(log, nobody), response: absent, fault: null },
    {
      name: "a checkpoint of another log key",
      context: contextOf(other.log, label),
      response: first,
      fault: "checkpoint_signature",
    },
    {
      name: "another origin",
      context: { ...context, policy: { ...policy, origin: "other.example" } },
      response: first,
      fault: "origin",
    },
    {
      name: "a quorum of two",
      context: { ...context, policy: { ...policy, quorum: 2 } },
      response: first,
      fault: "witness_quorum",
    },
    { name: "a day later", context: { ...context, now: NOW + 86_400_000 }, response: first, fault: "frozen" },
    {
      name: "a future map root",
      context: { ...context, policy: { ...policy, quorum: 0 }, now: NOW - 3_600_000 },
      response: first,
      fault: "clock",
    },
    {
      name: "a shorter log",
      context: { ...pinned, lastCheckpoint: { size: 99, root: log.root } },
      known,
      response: later,
      fault: "rolled_back",
    },
    {
      name: "another log before",
      context: { ...pinned, lastCheckpoint: { ...lastCheckpoint, root: bytesOf("x") } },
      known,
      response: later,
      fault: "inconsistent",
    },
    { name: "no first entry", context, response: { ...first, config: null }, fault: "config" },
    {
      name: "another VRF key",
      context: { ...context, policy: { ...policy, vrf_public_key: other.log.policy.vrf_public_key } },
      response: first,
      fault: "config",
    },
    {
      name: "the VRF proof of another label",
      context,
      response: { ...first, vrf_proof: handle.vrf_proof },
      fault: "vrf",
    },
    {
      name: "a last entry that is no MapRoot",
      context: contextOf(stale.log, label),
      response: await stale.log.lookup(label, { chain: stale.chain.encoded }),
      fault: "stale_map_root",
    },
    {
      name: "a value that is denied",
      context,
      response: { ...first, map: absent.map, value: null, chain: [] },
      fault: "map",
    },
    {
      name: "a label that lost its value",
      context: { ...contextOf(log, nobody), knownVersion: 0 },
      response: absent,
      fault: "rolled_back",
    },
    {
      name: "a value that the log does not have",
      context: contextOf(unlogged.log, label),
      response: await unlogged.log.lookup(label, { chain: chain.encoded }),
      fault: "update_missing",
    },
    {
      name: "another value",
      context,
      response: { ...first, value: { ...value, value: flipText(value.value, 3) } },
      fault: "opening",
    },
    { name: "an erased value", context, response: { ...first, value: { ...value, opening: null } }, fault: "opening" },
    { name: "no value", context, response: { ...first, value: null }, fault: "value" },
    {
      name: "a device that only signs itself",
      context: contextOf(ghost.log, label),
      response: await ghost.log.lookup(label, { chain: [...ghost.chain.encoded, encodeEntry(entry)] }),
      fault: "chain",
    },
    {
      name: "a chain that is too short",
      context,
      response: { ...first, chain: first.chain.slice(0, 1) },
      fault: "chain",
    },
    { name: "no JSON of a lookup", context, response: { ...first, vrf_proof: "AA" }, fault: "malformed" },
  ];
}

/** What lookup.json contains. */
export async function lookupVectors() {
  const found = await cases();
  for (const { name, context, response, fault } of found) {
    const code = refusal(response, context);
    if (code !== fault) throw new Error(`${name}: ${code} instead of ${fault}`);
  }
  return {
    about:
      "Answers to lookups. Where error is null, the answer is accepted with this result; else it is refused with this code. known_chain has the entries that were verified before, now is in Unix milliseconds.",
    lookups: found.map(({ name, context, known = [], response, fault }) => ({
      name,
      label: context.label,
      policy: context.policy,
      now: context.now,
      last_checkpoint: context.lastCheckpoint,
      known_chain: known,
      known_version: context.knownVersion ?? null,
      response,
      error: fault,
      result: fault === null ? resultOf(response, context) : null,
    })),
  };
}

function resultOf(response: LookupJson, context: LookupContext) {
  const { checkpoint, index, found } = verifyLookup(response, context);
  const place = { size: checkpoint.size, root: checkpoint.root, witnesses: checkpoint.witnesses, index };
  if (found === null) return { ...place, found: null };
  const { version, position, state, owner } = found;
  return {
    ...place,
    found: {
      version,
      position,
      state: state === null ? null : stateJson(state),
      owner: owner === null ? null : { account_id: owner.accountId, seq: owner.seq },
    },
  };
}
