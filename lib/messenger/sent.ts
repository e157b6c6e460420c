import { stageArchived } from "@/lib/messenger/archive-queue";
import { deleteFiles } from "@/lib/messenger/attachments";
import { applyContent, changeConversation, noticeOf } from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import type { OutgoingRecord } from "@/lib/messenger/records";
import type { Work } from "@/lib/messenger/store";
import type { ServerReceipt } from "@/lib/messenger/wire";
import { decodeMessage } from "@/lib/message-content/message";

/** Records that the server has a message of this device. To be called with the conversation's lock. */
export function settleSent(
  engine: Engine,
  work: Work,
  outgoing: OutgoingRecord,
  { number, at, frank }: ServerReceipt,
): void {
  const { accountId, deviceId } = ownDevice(engine);
  const key = `outgoing/${String(outgoing.seq).padStart(12, "0")}` as const;
  if (!work.get(key) || !outgoing.encoded || !outgoing.id) return;
  work.delete(key);
  deleteFiles(work, outgoing);
  const { conversationId, id, shownAs } = outgoing;
  const origin = { conversationId, accountId, deviceId, at, number, id };
  const proof = { content: outgoing.encoded, salt: outgoing.salt, tag: new Uint8Array(), frank };
  applyContent(work, origin, decodeMessage(outgoing.encoded), { status: "sent", shownAs, proof });
  const conversation = work.get(`conversation/${conversationId}`);
  if (conversation) {
    const changed = changeConversation(conversation, outgoing.content, accountId);
    // Who answers a stranger has accepted them.
    const state = outgoing.content.kind === "text" ? "open" : changed.state;
    work.put(`conversation/${conversationId}`, { ...changed, state, sentSince: conversation.sentSince + 1 });
    noticeOf(work, conversation, outgoing.content, origin, "You");
    if (conversation.kind !== "self") {
      stageArchived(engine, work, { ...origin, sender: accountId, device: deviceId, content: outgoing.encoded, frank });
    }
  }
  work.after(() => engine.emit({ topic: "conversation", id: conversationId }));
}

/** The outgoing record whose message has this hash (base64url), if there is one. */
export function outgoingWith(work: Work, hash: string): OutgoingRecord | undefined {
  return work.store.all("outgoing/").find(({ encrypted }) => encrypted?.hash === hash);
}
