import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { requireDevice } from "@/lib/keylog/reads";
import { announceEnvelope, queueMessagePushes } from "@/lib/messages/cache";
import { frankOf } from "@/lib/messages/franking";
import { hashOf, inspectApplication } from "@/lib/messages/inspection";
import { readConversation, readMessageSettings, refusal, requireAccount } from "@/lib/messages/reads";
import { deviceKey, FORMER_EPOCH_MS, QUIET_MESSAGES } from "@/lib/messages/rules";
import {
  Recipient,
  type Acks,
  type ConversationView,
  type MessagePost,
  type Posted,
  type WhoMayWrite,
} from "@/lib/messages/schema";
import { metrics } from "@/lib/metrics";
import { write, IdRow } from "@/lib/neo4j";

const PostRow = z.object({
  fate: z.enum(["new", "done", "device_cloned", "epoch_too_old", "closed", "request_pending"]),
  number: z.number(),
  at: z.number(),
  frank: z.string(),
  people: z.array(Recipient),
});

/**
 * Accepts a message for a conversation, once, and tells the devices of its members. Posting the same message again is
 * answered as the first time.
 * @throws ApiError not_found, invalid, forbidden `closed`; conflict `epoch_too_old`, `device_cloned`, `request_pending`
 */
export async function postMessage(personId: string, conversationId: string, sent: MessagePost): Promise<Posted> {
  const { device_id: deviceId, generation, epoch, counter, message, silent } = sent;
  const [accountId, tag] = await Promise.all([
    requireDevice(personId, deviceId),
    inspectApplication(message, { conversationId, generation, epoch }),
  ]);
  const [at, hash] = [Date.now(), hashOf(message)];
  const frank = frankOf({ tag, accountId, conversationId, at });
  const kind = "message";
  const [row] = await write(
    "messages/post",
    {
      id: conversationId,
      personId,
      device: deviceKey(accountId, deviceId),
      counter,
      silent,
      quiet: QUIET_MESSAGES,
      since: at - FORMER_EPOCH_MS,
      envelope: { conversationId, generation, epoch, kind, payload: message, hash, at, frank, silent: silent || null },
    },
    PostRow,
  );
  if (!row) throw new ApiError("not_found");
  if (row.fate !== "new" && row.fate !== "done") throw refusal(row.fate);
  if (row.fate === "new") metrics().envelopes.inc({ kind });
  announceEnvelope({ conversationId, number: row.number }, row.people);
  queueMessagePushes({ conversationId, number: row.number, at: row.at }, row.people);
  return { number: row.number, at: row.at, frank: row.frank };
}

/** Records what a device has, so that it can be deleted when all have it. Unknown conversations are ignored. */
export async function acknowledge(personId: string, { device_id: deviceId, acks }: Acks): Promise<void> {
  const device = deviceKey(await requireDevice(personId, deviceId), deviceId);
  const highest = new Map<string, number>();
  for (const { conversation_id: id, number } of acks) highest.set(id, Math.max(number, highest.get(id) ?? 0));
  const entries = [...highest].map(([id, number]) => ({ id, number }));
  if (entries.length > 0) await write("messages/ack", { device, acks: entries }, IdRow);
}

/** Accepts or declines a conversation that a stranger began. Nobody is told of either. @throws ApiError not_found */
export async function answerRequest(
  personId: string,
  id: string,
  state: "open" | "declined",
): Promise<ConversationView> {
  const accountId = await requireAccount(personId);
  const [row] = await write("messages/set_state", { id, accountId, state }, IdRow);
  if (!row) throw new ApiError("not_found");
  return readConversation(personId, id);
}

/** Mutes a conversation: no push, not unread. @throws ApiError not_found */
export async function muteConversation(personId: string, id: string, muted: boolean): Promise<ConversationView> {
  const [row] = await write("messages/set_muted", { id, muted, accountId: await requireAccount(personId) }, IdRow);
  if (!row) throw new ApiError("not_found");
  return readConversation(personId, id);
}

/**
 * Takes a conversation off one's list: after a commit removed one's devices, or after declining it.
 * @throws ApiError not_found; conflict `still_member`
 */
export async function leaveConversation(personId: string, id: string): Promise<void> {
  const row = z.object({ id: z.string(), may: z.boolean() });
  const [left] = await write("messages/leave", { id, accountId: await requireAccount(personId) }, row);
  if (!left) throw new ApiError("not_found");
  if (left.may) return;
  const message = "You are still a member. Ask the others to remove you first.";
  throw new ApiError("conflict", { reason: "still_member", message });
}

/** Sets who may write to a person whom they do not know yet. */
export async function chooseWhoMayWrite(personId: string, whoMayWrite: WhoMayWrite) {
  await write("messages/set_settings", { personId, whoMayWrite }, z.unknown());
  return readMessageSettings(personId);
}
