import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { raise } from "@/lib/messenger/alarms";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { accountsIn, authoriser, loadGroup, rosterOf, stageGroup, takeFailure } from "@/lib/messenger/groups";
import { MessengerError } from "@/lib/messenger/ports";
import { postCounted } from "@/lib/messenger/posting";
import type { ConversationRecord, PendingCommit } from "@/lib/messenger/records";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import type { ServerEnvelope } from "@/lib/messenger/wire";
import { commit, createGroup, decodeGroup, encodeGroup, inspectKeyPackage, MlsError, type MlsGroup } from "@/lib/mls";

/** `won`: the commit counts. `lost`: another one did, which is in the inbox. */
export type CommitOutcome = "won" | "lost";

interface Claimed {
  packages: { device_id: string; key_package: string }[];
  missing: string[];
}

/**
 * The key packages of devices, by which they can be added; devices that have none are left out.
 * @throws MessengerError `key_alarm` when the server gives out one of another device, or one that is not valid
 */
export async function claimKeyPackages(
  engine: Engine,
  accountId: string,
  deviceIds: readonly string[],
): Promise<Uint8Array[]> {
  if (deviceIds.length === 0) return [];
  const { packages } = await engine.server.post<Claimed>("key_packages/claim", {
    device_id: ownDevice(engine).deviceId,
    account_id: accountId,
    devices: deviceIds,
  });
  const found = new Map<string, Uint8Array>();
  for (const { key_package: encoded } of packages) {
    const bytes = fromBase64Url(encoded);
    const summary = await inspectKeyPackage(bytes, engine.ports.now()).catch((error: unknown) => {
      if (error instanceof MlsError) return error.code;
      throw error;
    });
    // A device that was away for long has nothing newer.
    if (summary === "expired_key_package") continue;
    const device = typeof summary === "string" ? "" : toHex(summary.deviceId);
    const isRight =
      typeof summary !== "string" &&
      toHex(summary.accountId) === accountId &&
      deviceIds.includes(device) &&
      !found.has(device) &&
      engine.log.has(accountId, summary.deviceId, summary.signatureKey);
    if (!isRight) return refusePackage(engine, accountId, encoded);
    found.set(device, bytes);
  }
  return [...found.values()];
}

async function refusePackage(engine: Engine, accountId: string, keyPackage: string): Promise<never> {
  const personId = engine.store.get(`chain/${accountId}`)?.contact?.personId ?? null;
  const alarm = { kind: "roster", code: "key_package", conversationId: null, personId, acceptable: true } as const;
  await raise(engine.log, `roster-key_package-${accountId}`, alarm, { accountId, keyPackage });
  throw new MessengerError("key_alarm", "The server gave out the keys of another device.");
}

/**
 * Commits to a conversation of which this device is a member. The state that follows is stored before the commit leaves,
 * and counts only when the server has accepted it. To be called with the conversation's lock.
 */
export async function commitTo(
  engine: Engine,
  conversationId: string,
  change: { add?: Uint8Array[]; remove?: number[] },
): Promise<CommitOutcome> {
  const conversation = engine.store.get(`conversation/${conversationId}`);
  const group = conversation && (await loadGroup(engine, conversationId, conversation.generation));
  if (!conversation || !group) throw new MessengerError("not_a_member", "This device is not in the conversation yet.");
  const made = await commit(group, { ...change, now: engine.ports.now() }).catch((error: unknown) => {
    throw takeFailure(group.authorise) ?? error;
  });
  return propose(engine, conversation, "commit", conversation.generation, made);
}

/** What a new group of a conversation begins with. */
export interface NewGroup {
  conversation: ConversationRecord;
  generation: number;
  accounts: string[];
  add: Uint8Array[];
}

/** Creates the first or the next group of a conversation, with the same guarantees as `commitTo`. */
export async function commitNewGroup(
  engine: Engine,
  { conversation, generation, accounts, add }: NewGroup,
): Promise<CommitOutcome> {
  const { identity } = ownDevice(engine);
  const authorise = authoriser(engine);
  const group = await createGroup(
    identity,
    { conversationId: fromHex(conversation.id), generation, accounts: accounts.map((id) => fromHex(id)) },
    authorise,
  );
  const target = generation === 0 ? "conversation" : "generation";
  if (add.length === 0) {
    const alone = { commit: null, welcome: null, next: group, epoch: 0n };
    return propose(engine, conversation, target, generation, alone, accounts);
  }
  const made = await commit(group, { add, now: engine.ports.now() }).catch((error: unknown) => {
    throw takeFailure(authorise) ?? error;
  });
  return propose(engine, conversation, target, generation, made, accounts);
}

type Made = { commit: Uint8Array | null; welcome: Uint8Array | null; next: MlsGroup; epoch: bigint };

async function propose(
  engine: Engine,
  conversation: ConversationRecord,
  target: PendingCommit["target"],
  generation: number,
  made: Made,
  accounts = conversation.kind === "direct" ? conversation.accounts : accountsIn(made.next),
): Promise<CommitOutcome> {
  const work = new Work(engine.store);
  const pending: PendingCommit = {
    target,
    generation,
    epoch: Number(made.epoch),
    commit: made.commit,
    welcome: made.welcome,
    hash: made.commit && toBase64Url(sha256(made.commit)),
    next: encodeGroup(made.next),
    roster: rosterOf(made.next),
    accountIds: accounts,
  };
  work.put(`conversation/${conversation.id}`, { ...conversation, pending });
  await work.commit();
  return settlePending(engine, conversation.id);
}

/**
 * Sends the commit that a conversation waits for, also one from before a crash, and finds out whether it won its epoch.
 * To be called with the conversation's lock.
 * @throws Away while that is unknown, then it is asked again later; Refused when the server does not take it at all
 */
export async function settlePending(engine: Engine, conversationId: string): Promise<CommitOutcome> {
  const conversation = engine.store.get(`conversation/${conversationId}`);
  const pending = conversation?.pending;
  if (!conversation || !pending) return "won";
  const { target, generation, epoch } = pending;
  const body = {
    generation,
    epoch,
    commit: pending.commit && toBase64Url(pending.commit),
    welcome: pending.welcome && toBase64Url(pending.welcome),
    roster: pending.roster,
    account_ids: pending.accountIds,
    ...(target === "conversation" && { conversation_id: conversationId, kind: conversation.kind }),
  };
  const path = { conversation: "", generation: `/${conversationId}/generations`, commit: `/${conversationId}/commits` };
  try {
    await postCounted(engine, `conversations${path[target]}`, body);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const winner = (error.body["envelope"] as ServerEnvelope | undefined)?.hash;
    const isOwn =
      error.code === "exists" ? error.body["conversation_id"] === conversationId : winner === pending.hash && !!winner;
    if (!isOwn) return giveUp(engine, conversation, error);
  }
  const work = new Work(engine.store);
  await promote(engine, work, conversation);
  await work.commit();
  return "won";
}

/** Makes the state after the own commit the present one. */
export async function promote(engine: Engine, work: Work, conversation: ConversationRecord): Promise<void> {
  const { pending } = conversation;
  if (!pending) return;
  const group = await decodeGroup(pending.next, ownDevice(engine).identity, authoriser(engine));
  stageGroup(engine, work, conversation.id, pending.generation, group);
  const { accountId } = ownDevice(engine);
  const added = pending.accountIds.filter((id) => !conversation.accounts.includes(id));
  work.put(`conversation/${conversation.id}`, {
    ...conversation,
    pending: null,
    generation: pending.generation,
    serverGeneration: Math.max(conversation.serverGeneration, pending.generation),
    broken: false,
    accounts: pending.accountIds,
    addedBy: { ...conversation.addedBy, ...Object.fromEntries(added.map((id) => [id, accountId])) },
    leaving: conversation.leaving.filter((id) => pending.accountIds.includes(id)),
    committedAt: engine.ports.now(),
    sentSince: 0,
  });
  work.after(() => engine.emit({ topic: "conversation", id: conversation.id }));
}

/** Drops a commit that did not win. What won is in the inbox. */
async function giveUp(engine: Engine, conversation: ConversationRecord, error: Refused): Promise<CommitOutcome> {
  const work = new Work(engine.store);
  // A conversation that was never created has nothing else.
  if (conversation.pending?.target === "conversation") work.delete(`conversation/${conversation.id}`);
  else work.put(`conversation/${conversation.id}`, { ...conversation, pending: null });
  await work.commit();
  if (error.code === "epoch_taken" || error.code === "generation_taken" || error.code === "epoch_too_old")
    return "lost";
  throw error;
}
