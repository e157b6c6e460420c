import type { PrivateMessage } from "ts-mls/privateMessage.js";
import { decryptSenderData } from "ts-mls/privateMessage.js";
import { processPrivateMessage } from "ts-mls/processMessages.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import { same } from "../bytes";
import { applyCommit, type AppliedCommit } from "./apply-commit";
import { ownLeaf, type Group } from "./group";
import {
  decodeMls,
  demand,
  memberAt,
  MlsFault,
  refusing,
  suite,
  withConfig,
  withoutConfig,
  type Authorise,
  type Member,
} from "./profile";

/** A message of another device, decrypted. */
export interface ReceivedMessage {
  content: Uint8Array;
  /** The franking tag. */
  tag: Uint8Array;
  sender: Member;
  next: Group;
}

async function receiveMessage(group: Group, message: PrivateMessage): Promise<ReceivedMessage> {
  const cs = await suite();
  const { groupContext, historicalReceiverData, keySchedule, ratchetTree } = group;
  demand(same(message.groupId, groupContext.groupId), "wrong_group");
  demand(message.contentType === "application", "forbidden_proposal", "a private handshake");
  demand(message.epoch <= groupContext.epoch, "future_epoch");
  const isPresent = message.epoch === groupContext.epoch;
  const past = isPresent ? undefined : historicalReceiverData.get(message.epoch);
  demand(isPresent || past !== undefined, "epoch_too_old");
  // The library does not say who sent a message, so this is asked before it is decrypted.
  const data = await refusing("undecryptable", () =>
    decryptSenderData(message, past?.senderDataSecret ?? keySchedule.senderDataSecret, cs),
  );
  demand(data !== undefined, "undecryptable");
  demand(data.leafIndex !== ownLeaf(group), "own_message");
  const sender = memberAt(past?.ratchetTree ?? ratchetTree, data.leafIndex);
  const opened = await refusing("undecryptable", () =>
    processPrivateMessage(withConfig(group), message, emptyPskIndex, cs),
  );
  demand(opened.kind === "applicationMessage", "malformed");
  return { content: opened.message, tag: message.authenticatedData, sender, next: withoutConfig(opened.newState) };
}

/** Takes a message or commit of another device. @throws MlsFault; the group stays usable */
export async function receive(
  group: Group,
  bytes: Uint8Array,
  authorise: Authorise,
): Promise<ReceivedMessage | AppliedCommit> {
  const message = await decodeMls(bytes);
  switch (message.wireformat) {
    case "mls_private_message":
      return receiveMessage(group, message.privateMessage);
    case "mls_public_message":
      return applyCommit(group, message.publicMessage, authorise);
    default:
      throw new MlsFault("malformed", "neither a message nor a commit");
  }
}
