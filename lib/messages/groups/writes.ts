import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { requireDevice } from "@/lib/keylog/reads";
import { announceEnvelope } from "@/lib/messages/cache";
import { changeOf, envelopeOf, firstChange, NO_CHANGE, type Committer } from "@/lib/messages/groups/change";
import { inspectCommit, originOf } from "@/lib/messages/inspection";
import { conversationRow, readConversation, refusal } from "@/lib/messages/reads";
import { deviceKey, pairOf } from "@/lib/messages/rules";
import {
  EnvelopeRow,
  type Committed,
  type ConversationView,
  type NewCommit,
  type NewConversation,
  type NewGeneration,
} from "@/lib/messages/schema";
import { toEnvelope } from "@/lib/messages/view";
import { metrics } from "@/lib/metrics";
import { isConflict, read, write } from "@/lib/neo4j";

const People = z.array(z.string());
const NewRow = z.object({ id: z.string(), people: People });
const CreatedRow = z.object({ id: z.string(), origin: z.string() });

/**
 * Creates a conversation with its first group. The same request again is answered as the first time.
 * @throws ApiError invalid, not_found, forbidden `closed`; conflict `exists`, `device_cloned`
 */
export async function createConversation(personId: string, sent: NewConversation): Promise<ConversationView> {
  const { conversation_id: id, kind, device_id: deviceId, counter, account_ids: accountIds } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const by: Committer = { conversationId: id, kind, personId, accountId, device: deviceKey(accountId, deviceId) };
  const { change, commit } = await firstChange(by, sent);
  const origin = originOf(by.device, 0, sent.commit);
  const [at, pair, number] = [Date.now(), pairOf(kind, accountIds), change.entries];
  const conversation = { id, kind, pair, origin, at, generation: 0, epoch: number, epochAt: at, number };
  const envelope = envelopeOf(by, sent, commit, at);
  const created = await write(
    "messages/create",
    { device: by.device, counter, conversation, change, envelope },
    NewRow,
  ).catch((error: unknown) => {
    if (isConflict(error)) return [];
    throw error;
  });
  const [first] = created;
  if (!first) await requireRepeat(id, pair, origin);
  else if (commit) tell({ conversationId: id, number }, first.people);
  return readConversation(personId, id);
}

/** Whether a creation that failed was done before. @throws ApiError conflict `exists` or `device_cloned` if not */
async function requireRepeat(id: string, pair: string | null, origin: string): Promise<void> {
  const rows = await read("messages/created", { id, pair: pair ?? "" }, CreatedRow);
  const there = rows.find((row) => row.id === id) ?? rows[0];
  if (!there) throw refusal("device_cloned");
  if (there.id === id && there.origin === origin) return;
  const fields = { conversation_id: pair === null ? null : there.id };
  throw new ApiError("conflict", { reason: "exists", fields, message: "There is such a conversation already." });
}

const ReplacedRow = z.object({
  fate: z.enum(["new", "done", "generation_taken", "device_cloned"]),
  number: z.number(),
  people: People,
});

/**
 * Replaces the group of a conversation by a new one, when its members cannot go on with the old one.
 * @throws as `createConversation`; conflict `generation_taken`
 */
export async function replaceGroup(personId: string, id: string, sent: NewGeneration): Promise<ConversationView> {
  const { device_id: deviceId, generation, counter } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const former = await conversationRow(accountId, id);
  const { kind } = former;
  const by: Committer = { conversationId: id, kind, personId, accountId, device: deviceKey(accountId, deviceId) };
  const { change, commit } = await firstChange(by, sent, former);
  const at = Date.now();
  const group = {
    generation,
    epoch: change.entries,
    epochAt: at,
    origin: originOf(by.device, generation, sent.commit),
  };
  const params = {
    id,
    personId,
    device: by.device,
    counter,
    group,
    change,
    envelope: envelopeOf(by, sent, commit, at),
  };
  const [row] = await write("messages/replace_group", params, ReplacedRow);
  if (!row) throw new ApiError("not_found");
  if (row.fate === "device_cloned") throw refusal("device_cloned");
  if (row.fate === "generation_taken") {
    const message = "The group has been replaced already. Please fetch what is new.";
    throw new ApiError("conflict", { reason: "generation_taken", message });
  }
  tell({ conversationId: id, number: row.number }, row.people);
  return readConversation(personId, id);
}

const CommitRow = z.object({
  fate: z.enum(["new", "done", "epoch_taken", "device_cloned"]),
  number: z.number(),
  people: People,
  envelope: EnvelopeRow.nullable(),
});

/**
 * Accepts a commit, if it is the first one for its epoch.
 * @throws ApiError not_found, invalid, forbidden `closed`; conflict `epoch_taken` with the accepted one, `device_cloned`
 */
export async function postCommit(personId: string, id: string, sent: NewCommit): Promise<Committed> {
  const { device_id: deviceId, generation, epoch, counter } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const [former, content] = await Promise.all([
    conversationRow(accountId, id),
    inspectCommit(sent.commit, sent.welcome, { conversationId: id, generation, epoch }),
  ]);
  const { kind } = former;
  const by: Committer = { conversationId: id, kind, personId, accountId, device: deviceKey(accountId, deviceId) };
  const isCurrent = former.generation === generation && former.epoch === epoch;
  const change = isCurrent ? await changeOf(by, former, sent, content) : NO_CHANGE;
  const envelope = envelopeOf(by, sent, content, Date.now());
  const [row] = await write(
    "messages/commit",
    { id, personId, device: by.device, counter, envelope, change },
    CommitRow,
  );
  if (!row) throw new ApiError("not_found");
  if (row.fate === "device_cloned") throw refusal("device_cloned");
  if (row.fate === "epoch_taken") {
    const fields = { envelope: row.envelope && toEnvelope(row.envelope) };
    throw new ApiError("conflict", { reason: "epoch_taken", fields, message: "Another commit was accepted before." });
  }
  tell({ conversationId: id, number: row.number }, row.people);
  return { number: row.number, epoch: epoch + 1 };
}

function tell(envelope: { conversationId: string; number: number }, people: string[]): void {
  metrics().envelopes.inc({ kind: "commit" });
  announceEnvelope(
    envelope,
    [...new Set(people)].map((personId) => ({ personId, alert: false })),
  );
}
