import { toHex } from "@/lib/bytes/encoding";
import { raise } from "@/lib/messenger/alarms";
import { contactOf, verifyContact } from "@/lib/messenger/contacts";
import { addNotice } from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { accountsIn, hasFormerDevice } from "@/lib/messenger/groups";
import type { ConversationRecord } from "@/lib/messenger/records";
import type { Session } from "@/lib/messenger/receiving";
import { Work } from "@/lib/messenger/store";
import type { ServerEnvelope } from "@/lib/messenger/wire";
import { isActive, type ReceivedCommit } from "@/lib/mls";

/** Records what a commit changed: who came and went, and whether the one who committed was allowed to. */
export function receiveCommit(session: Session, envelope: ServerEnvelope, received: ReceivedCommit): void {
  const { engine, work, conversationId } = session;
  const before = work.get(`conversation/${conversationId}`);
  if (!before) return;
  const own = ownDevice(engine).accountId;
  const committer = toHex(received.committer.accountId);
  if (!isActive(received.next)) return receiveRemoval(session, before, envelope, committer);
  const present = accountsIn(received.next);
  const accounts = before.kind === "group" ? present : before.accounts;
  const added = present.filter((account) => !before.accounts.includes(account));
  const gone = before.accounts.filter((account) => !accounts.includes(account));
  work.put(`conversation/${conversationId}`, {
    ...before,
    accounts,
    addedBy: { ...before.addedBy, ...Object.fromEntries(added.map((account) => [account, committer])) },
    leaving: before.leaving.filter((account) => accounts.includes(account)),
    stale: before.stale || hasFormerDevice(engine, received.next),
  });
  work.after(() => engine.flush(conversationId));
  for (const account of added) {
    if (account === own) continue;
    engine.background(() => verifyContact(engine, account));
    const text = `${nameOf(engine, committer)} added ${nameOf(engine, account)}`;
    addNotice(work, conversationId, `added-${envelope.number}-${account}`, envelope.at, text);
  }
  for (const account of gone) {
    const left = before.leaving.includes(account);
    const text = `${nameOf(engine, committer)} removed ${nameOf(engine, account)}`;
    if (!left) addNotice(work, conversationId, `removed-${envelope.number}-${account}`, envelope.at, text);
    if (!left && mayRemove(before, committer, account) === false)
      engine.background(() => reportRemoval(engine, before, text));
  }
  if (before.kind !== "group" && present.some((account) => !before.accounts.includes(account))) {
    engine.background(() => reportRemoval(engine, before, "Somebody was added to a conversation of two people"));
  }
}

/**
 * Who created the group or added somebody may remove them, and everybody their own account's devices.
 * @returns null when this device joined later, and does not know who added them
 */
export function mayRemove(
  { addedBy, creator }: ConversationRecord,
  committer: string,
  account: string,
): boolean | null {
  const adder = addedBy[account] ?? creator;
  return committer === account || committer === creator || adder === committer || (adder === null ? null : false);
}

function receiveRemoval(
  { engine, work, conversationId }: Session,
  before: ConversationRecord,
  envelope: ServerEnvelope,
  committer: string,
): void {
  const own = ownDevice(engine).accountId;
  // Whether the account or only this device was removed, the chain and the server's list of members tell.
  work.put(`conversation/${conversationId}`, { ...before, broken: true });
  engine.background(async () => {
    await engine.log.lookUp(own);
    const found = await engine.server.find<{ conversation: { members: { account_id: string }[] } }>(
      `conversations/${conversationId}`,
    );
    const isMember = found?.conversation.members.some(({ account_id: id }) => id === own) ?? false;
    if (isMember) return;
    await engine.locks.run(`conversation ${conversationId}`, async () => {
      const current = engine.store.get(`conversation/${conversationId}`);
      if (!current) return;
      const left = new Work(engine.store);
      left.put(`conversation/${conversationId}`, { ...current, broken: false, left: true });
      const text =
        committer === own || before.leaving.includes(own) ? "You left" : `${nameOf(engine, committer)} removed you`;
      addNotice(left, conversationId, `removed-${envelope.number}-${own}`, envelope.at, text);
      await left.commit();
      engine.emit({ topic: "conversations" });
      // The list of the server forgets it; it may have done so already.
      await engine.server.post(`conversations/${conversationId}/leave`, {}).catch(() => undefined);
    });
  });
}

async function reportRemoval(engine: Engine, { id }: ConversationRecord, text: string): Promise<void> {
  const alarm = { kind: "roster", code: "not_allowed", conversationId: id, personId: null, acceptable: true } as const;
  await raise(engine.log, `roster-${id}`, alarm, { text });
}

function nameOf(engine: Engine, accountId: string): string {
  return accountId === ownDevice(engine).accountId ? "You" : contactOf(engine, accountId).displayName;
}
