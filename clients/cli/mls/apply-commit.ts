import { validateLeafNodeUpdateOrCommit } from "ts-mls/clientState.js";
import type { Commit } from "ts-mls/commit.js";
import { applyUpdatePathSecret } from "ts-mls/createCommit.js";
import type { KeyPackage } from "ts-mls/keyPackage.js";
import { unprotectPublicMessage } from "ts-mls/messageProtectionPublic.js";
import type { PublicMessage } from "ts-mls/publicMessage.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { leafToNodeIndex, toLeafIndex } from "ts-mls/treemath.js";
import { applyUpdatePath } from "ts-mls/updatePath.js";
import { same } from "../bytes";
import { apply, enter, nextEpoch } from "./epoch";
import { ownLeaf, type Group } from "./group";
import { deviceOfPackage } from "./key-package";
import {
  demand,
  leafAt,
  memberAt,
  memberOf,
  refusing,
  suite,
  withConfig,
  type Authorise,
  type Member,
} from "./profile";
import { keysFrom, requireUnique } from "./tree";

/* Applying the commits of others (messages.md, section 2.12). */

/** What a commit in a public message does, if the profile allows it. @throws MlsFault */
function allowed({ content, senderType }: PublicMessage) {
  const { sender } = content;
  const isMember = sender.senderType === "member" && senderType === "member";
  demand(isMember && content.contentType === "commit" && content.authenticatedData.length === 0, "forbidden_proposal");
  const { proposals, path }: Commit = content.commit;
  const adds: KeyPackage[] = [];
  const removes: number[] = [];
  for (const entry of proposals) {
    demand(entry.proposalOrRefType === "proposal", "forbidden_proposal", "by reference");
    const { proposal } = entry;
    if (proposal.proposalType === "add" && "add" in proposal) adds.push(proposal.add.keyPackage);
    else if (proposal.proposalType === "remove" && "remove" in proposal) removes.push(proposal.remove.removed);
    else demand(false, "forbidden_proposal");
  }
  demand(path !== undefined, "no_path");
  const removesWell = new Set(removes).size === removes.length && !removes.includes(sender.leafIndex);
  demand(removesWell, "invalid_commit", "what it removes");
  return { epoch: content.epoch, committer: sender.leafIndex, proposals, path, adds, removes };
}

/** A commit of somebody else, applied. */
export interface AppliedCommit {
  next: Group;
  committer: Member;
  added: Member[];
  removed: Member[];
  /** This device is not in the group any more; `next` is of no use. */
  isOut: boolean;
}

/** Applies a commit of somebody else. @throws MlsFault, also for devices that no chain lists */
export async function applyCommit(group: Group, message: PublicMessage, authorise: Authorise): Promise<AppliedCommit> {
  const cs = await suite();
  const { groupContext, ratchetTree, keySchedule, privatePath } = group;
  demand(same(message.content.groupId, groupContext.groupId), "wrong_group");
  const { epoch: of, committer: leaf, proposals, path, adds, removes } = allowed(message);
  demand(of >= groupContext.epoch, "epoch_too_old");
  demand(of <= groupContext.epoch, "future_epoch");
  demand(leaf !== ownLeaf(group), "own_message");
  const [committer, before] = [memberAt(ratchetTree, leaf), leafAt(ratchetTree, leaf)];
  const { content, auth } = await refusing("bad_signature", () =>
    unprotectPublicMessage(keySchedule.membershipKey, groupContext, ratchetTree, message, cs),
  );
  demand(content.contentType === "commit" && auth.contentType === "commit", "malformed");
  demand(await authorise(committer, true), "unauthorised_member", committer.device);
  for (const keyPackage of adds) {
    const added = await refusing("malformed", () => deviceOfPackage(keyPackage));
    // A removal may cross the commit. What is not listed any more is removed before anything else is sent.
    demand(await authorise(added, true), "unauthorised_member", added.device);
  }
  const removed = removes.map((each) => memberAt(ratchetTree, each));
  const after = memberOf(path.leafNode, leaf);
  const isSame = before !== null && JSON.stringify(after) === JSON.stringify(committer);
  demand(isSame, "invalid_commit", "the committer's device changed");
  const { tree, selfRemoved, added: leaves } = await apply(group, proposals, toLeafIndex(leaf), cs);
  const client = withConfig(group).clientConfig.authService;
  const wrong = await refusing("invalid_commit", () =>
    validateLeafNodeUpdateOrCommit(path.leafNode, leaf, groupContext, client, cs.signature),
  );
  demand(wrong === undefined, "bad_signature", "the committer's leaf");
  const added = leaves.map(([each]) => memberAt(tree, each));
  if (selfRemoved) return { next: group, committer, added, removed, isOut: true };

  const { updated, keys, commitSecret } = await refusing("invalid_commit", async () => {
    const changed = await applyUpdatePath(tree, toLeafIndex(leaf), path, cs.hash);
    requireUnique(changed);
    const context = { ...groupContext, treeHash: await treeHashRoot(changed, cs.hash), epoch: groupContext.epoch + 1n };
    const excluded = leaves.map(([each]) => leafToNodeIndex(each));
    const { nodeIndex, pathSecret } = await applyUpdatePathSecret(
      changed,
      privatePath,
      toLeafIndex(leaf),
      context,
      path,
      excluded,
      cs,
    );
    return { updated: changed, ...(await keysFrom(changed, leaf, nodeIndex, pathSecret, cs)) };
  });
  const { context, epoch } = await nextEpoch(group, content, auth.signature, updated, commitSecret, cs);
  const isConfirmed = await cs.hash.verifyMac(
    epoch.keySchedule.confirmationKey,
    auth.confirmationTag,
    context.confirmedTranscriptHash,
  );
  demand(isConfirmed, "bad_signature", "the confirmation tag");
  return {
    next: await enter(group, updated, context, epoch, auth.confirmationTag, keys, cs),
    committer,
    added,
    removed,
    isOut: false,
  };
}
