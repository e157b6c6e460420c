import type { GroupState } from "ts-mls/clientState.js";
import { createApplicationMessage } from "ts-mls/createMessage.js";
import { encode } from "ts-mls/codec/tlsEncoder.js";
import { varLenDataEncoder } from "ts-mls/codec/variableLength.js";
import { verifyFramedContentSignature } from "ts-mls/framedContent.js";
import {
  decodePrivateMessageContent,
  decryptSenderData,
  encodePrivateContentAAD,
  toAuthenticatedContent,
  type PrivateMessage,
} from "ts-mls/privateMessage.js";
import { equal } from "@/lib/bytes/encoding";
import { MlsError, refusing } from "@/lib/mls/errors";
import { memberAt, ownLeafIndex, requireActive, type MlsGroup } from "@/lib/mls/group";
import type { Member } from "@/lib/mls/identity";
import { paddedLength } from "@/lib/mls/padding";
import { takeKey } from "@/lib/mls/ratchet";
import { receiveCommit, type ReceivedCommit } from "@/lib/mls/receive-commit";
import { decodeMessage, encodeMessage } from "@/lib/mls/wire";

/** A message of somebody else, decrypted. */
export interface ReceivedMessage {
  kind: "message";
  content: Uint8Array;
  /** Authenticated, but seen by everybody who passes the message on. */
  aad: Uint8Array;
  sender: Member;
  epoch: bigint;
  /** Counts the messages of this sender in this epoch, from 0. */
  generation: number;
  next: MlsGroup;
}

/**
 * Encrypts content for all other devices of the group. `next` must be stored before the message is sent: a second
 * message from the same state would use the same key.
 *
 * @param aad seen by the server, and authenticated
 */
export async function encrypt(
  group: MlsGroup,
  content: Uint8Array,
  aad: Uint8Array = new Uint8Array(),
): Promise<{ message: Uint8Array; next: MlsGroup; epoch: bigint }> {
  requireActive(group);
  // After the content comes its signature: 64 bytes, behind two bytes that say so.
  const padUntilLength = paddedLength(encode(varLenDataEncoder)(content).length + 66);
  const client = group.client(() => "member");
  const padded = { ...client.clientConfig, paddingConfig: { kind: "padUntilLength", padUntilLength } as const };
  const { newState, privateMessage } = await createApplicationMessage(
    { ...client, clientConfig: padded },
    content,
    group.cs,
    aad,
  );
  const { clientConfig: _, ...state } = newState;
  const message = encodeMessage({ wireformat: "mls_private_message", privateMessage });
  return { message, next: group.with(state), epoch: state.groupContext.epoch };
}

/** What decrypts messages of an epoch: the present one, or one of those that are kept. */
function epochOf(state: GroupState, epoch: bigint) {
  const { groupContext, ratchetTree, secretTree, keySchedule } = state;
  if (epoch === groupContext.epoch)
    return { groupContext, ratchetTree, secretTree, senderDataSecret: keySchedule.senderDataSecret };
  if (epoch > groupContext.epoch) throw new MlsError("future_epoch", "Commits before this message are missing.");
  const past = state.historicalReceiverData.get(epoch);
  if (past === undefined) throw new MlsError("epoch_too_old", "The keys of this epoch are not kept any more.");
  return past;
}

async function receiveMessage(group: MlsGroup, message: PrivateMessage): Promise<ReceivedMessage> {
  const { state, cs } = group;
  const { groupId, epoch, contentType, authenticatedData, ciphertext } = message;
  if (!equal(groupId, state.groupContext.groupId))
    throw new MlsError("wrong_group", "The message is of another group.");
  if (contentType !== "application") throw new MlsError("forbidden_proposal", "Handshakes must be public messages.");
  const keys = epochOf(state, epoch);
  const { leafIndex, generation, reuseGuard } = await refusing("undecryptable", async () => {
    const data = await decryptSenderData(message, keys.senderDataSecret, cs);
    if (data === undefined) throw new MlsError("undecryptable", "The sender's data is malformed.");
    return data;
  });
  if (leafIndex === ownLeafIndex(group)) throw new MlsError("own_message", "The message is the own one.");
  const sender = memberAt(keys.ratchetTree, leafIndex);
  const node = keys.secretTree[2 * leafIndex];
  if (node === undefined) throw new MlsError("undecryptable", "The sender has no secrets.");
  const { messageKey, next } = await takeKey(node.application, generation, cs);
  const nonce = messageKey.nonce.map((byte, at) => byte ^ (reuseGuard[at] ?? 0));
  const content = await refusing("undecryptable", async () => {
    const header = encodePrivateContentAAD({ groupId, epoch, contentType, authenticatedData });
    const plaintext = await cs.hpke.decryptAead(messageKey.key, nonce, header, ciphertext);
    const [decoded] = decodePrivateMessageContent(contentType)(plaintext, 0) ?? [];
    if (decoded?.contentType !== "application") throw new MlsError("malformed", "The content is malformed.");
    return decoded;
  });
  const { content: framed, auth } = toAuthenticatedContent(content, message, leafIndex);
  const signed = await verifyFramedContentSignature(
    sender.signatureKey,
    "mls_private_message",
    framed,
    auth,
    keys.groupContext,
    cs.signature,
  );
  if (!signed) throw new MlsError("bad_signature", "The signature of the message is wrong.");

  const secretTree = keys.secretTree.with(2 * leafIndex, { ...node, application: next });
  const past = state.historicalReceiverData.get(epoch);
  const nextState =
    past === undefined || epoch === state.groupContext.epoch
      ? { ...state, secretTree }
      : { ...state, historicalReceiverData: new Map(state.historicalReceiverData).set(epoch, { ...past, secretTree }) };
  return {
    kind: "message",
    content: content.applicationData,
    aad: authenticatedData,
    sender,
    epoch,
    generation,
    next: group.with(nextState),
  };
}

/**
 * Takes a message or a commit of somebody else. Throws MlsError; whatever was refused, the group stays usable, and
 * the true message of the same place can still be read.
 */
export async function process(group: MlsGroup, bytes: Uint8Array): Promise<ReceivedMessage | ReceivedCommit> {
  requireActive(group);
  const message = decodeMessage(bytes);
  switch (message.wireformat) {
    case "mls_private_message":
      return receiveMessage(group, message.privateMessage);
    case "mls_public_message":
      return receiveCommit(group, message.publicMessage);
    default:
      throw new MlsError("malformed", "The message is neither for reading nor a commit.");
  }
}
