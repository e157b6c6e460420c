import {
  addHistoricalReceiverData,
  applyProposals,
  nextEpochContext,
  validateLeafNodeUpdateOrCommit,
} from "ts-mls/clientState.js";
import { applyUpdatePathSecret } from "ts-mls/createCommit.js";
import { initializeEpoch } from "ts-mls/keySchedule.js";
import { unprotectPublicMessage } from "ts-mls/messageProtectionPublic.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import type { PublicMessage } from "ts-mls/publicMessage.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { leafToNodeIndex, toLeafIndex } from "ts-mls/treemath.js";
import { applyUpdatePath } from "ts-mls/updatePath.js";
import { equal } from "@/lib/bytes/encoding";
import { MlsError, refusing } from "@/lib/mls/errors";
import { leafAt, memberAt, ownLeafIndex, type MlsGroup } from "@/lib/mls/group";
import type { Member } from "@/lib/mls/identity";
import { allowedCommit, type AllowedCommit } from "@/lib/mls/inspect";
import { checkKeyPackage } from "@/lib/mls/key-package";
import { climb } from "@/lib/mls/path-secrets";
import { checkLeaf, sameDevice } from "@/lib/mls/profile";
import { messageSecrets } from "@/lib/mls/ratchet";
import { requireUnique } from "@/lib/mls/tree";

/** A commit of somebody else, applied. */
export interface ReceivedCommit {
  kind: "commit";
  committer: Member;
  added: Member[];
  removed: Member[];
  /** The epoch that the commit ended. */
  epoch: bigint;
  /** If this device was removed, a group that sends and receives nothing any more. */
  next: MlsGroup;
}

/** The commit in a message, if it fits this group, and its signature and membership tag are right. */
async function authenticated(group: MlsGroup, message: PublicMessage) {
  const { state, cs } = group;
  const { groupContext, ratchetTree } = state;
  if (!equal(message.content.groupId, groupContext.groupId))
    throw new MlsError("wrong_group", "The commit is of another group.");
  const allowed = allowedCommit(message);
  if (allowed.epoch < groupContext.epoch) throw new MlsError("epoch_too_old", "The epoch of the commit is over.");
  if (allowed.epoch > groupContext.epoch) throw new MlsError("future_epoch", "Commits before this one are missing.");
  if (allowed.senderLeafIndex === ownLeafIndex(group)) throw new MlsError("own_message", "The commit is the own one.");
  const committer = memberAt(ratchetTree, allowed.senderLeafIndex);
  const { content, auth } = await refusing("bad_signature", () =>
    unprotectPublicMessage(state.keySchedule.membershipKey, groupContext, ratchetTree, message, cs),
  );
  if (content.contentType !== "commit" || auth.contentType !== "commit")
    throw new MlsError("malformed", "The message is no commit.");
  return { allowed, committer, content, auth };
}

/** The tree after the proposals, with the leaves that were added. Everybody in it was found to be allowed. */
async function propose(group: MlsGroup, { adds, removes, path, commit, senderLeafIndex }: AllowedCommit) {
  const { state, cs } = group;
  const { ratchetTree, groupContext } = state;
  for (const add of adds) await checkKeyPackage(add);
  for (const leafIndex of removes) memberAt(ratchetTree, leafIndex);
  const before = leafAt(ratchetTree, senderLeafIndex);
  checkLeaf(path.leafNode);
  if (before === undefined || !sameDevice(before, path.leafNode))
    throw new MlsError("invalid_commit", "The committer's leaf changed its device or key.");
  const committer = toLeafIndex(senderLeafIndex);
  const client = group.client((key) => (equal(key, before.signaturePublicKey) ? "committer" : "added"));
  const applied = await applyProposals(client, commit.proposals, committer, emptyPskIndex, false, cs);
  if (applied.additionalResult.kind !== "memberCommit") throw new MlsError("forbidden_proposal", "This is no commit.");
  const { authService } = client.clientConfig;
  const refusal = await validateLeafNodeUpdateOrCommit(
    path.leafNode,
    committer,
    groupContext,
    authService,
    cs.signature,
  );
  if (refusal !== undefined) throw refusal;
  const added = applied.additionalResult.addedLeafNodes.map(([leaf]) => leaf);
  return { client, committer, tree: applied.tree, selfRemoved: applied.selfRemoved, added };
}

/** Applies somebody else's commit. Throws MlsError, after which the group is as usable as before. */
export async function receiveCommit(group: MlsGroup, message: PublicMessage): Promise<ReceivedCommit> {
  const { state, cs } = group;
  const { groupContext, ratchetTree } = state;
  const { allowed, committer, content, auth } = await authenticated(group, message);
  const applied = await refusing("invalid_commit", () => propose(group, allowed));
  const received = {
    kind: "commit" as const,
    committer,
    removed: allowed.removes.map((leafIndex) => memberAt(ratchetTree, leafIndex)),
    epoch: allowed.epoch,
  };
  if (applied.selfRemoved) {
    // Who was removed cannot read the path, so there are no further secrets to check the commit with.
    const next = group.with({ ...state, ratchetTree: applied.tree, groupActiveState: { kind: "removedFromGroup" } });
    return { ...received, added: applied.added.map((leaf) => memberAt(applied.tree, leaf)), next };
  }

  const { tree, privateKeys, commitSecret, treeHash } = await refusing("invalid_commit", async () => {
    const updated = await applyUpdatePath(applied.tree, applied.committer, allowed.path, cs.hash);
    requireUnique(updated);
    const hash = await treeHashRoot(updated, cs.hash);
    const secret = await applyUpdatePathSecret(
      updated,
      state.privatePath,
      applied.committer,
      { ...groupContext, treeHash: hash, epoch: groupContext.epoch + 1n },
      allowed.path,
      applied.added.map((leaf) => leafToNodeIndex(leaf)),
      cs,
    );
    return { tree: updated, treeHash: hash, ...(await climb(updated, secret.nodeIndex, secret.pathSecret, cs)) };
  });
  const context = await nextEpochContext(
    groupContext,
    "mls_public_message",
    content,
    auth.signature,
    treeHash,
    state.confirmationTag,
    cs.hash,
  );
  const noPsk = new Uint8Array(cs.kdf.size);
  const epoch = await initializeEpoch(state.keySchedule.initSecret, commitSecret, context, noPsk, cs.kdf);
  const { confirmationKey } = epoch.keySchedule;
  if (!(await cs.hash.verifyMac(confirmationKey, auth.confirmationTag, context.confirmedTranscriptHash)))
    throw new MlsError("bad_signature", "The confirmation tag of the commit is wrong.");
  const { leafIndex, privateKeys: kept } = state.privatePath;
  const next = group.with({
    ...state,
    groupContext: context,
    keySchedule: epoch.keySchedule,
    ratchetTree: tree,
    secretTree: await messageSecrets(tree, epoch.encryptionSecret, cs),
    privatePath: { leafIndex, privateKeys: { ...kept, ...privateKeys } },
    confirmationTag: auth.confirmationTag,
    historicalReceiverData: addHistoricalReceiverData(applied.client)[0],
  });
  return { ...received, added: applied.added.map((leaf) => memberAt(tree, leaf)), next };
}
