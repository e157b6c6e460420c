import { addHistoricalReceiverData, applyProposals, nextEpochContext, type GroupState } from "ts-mls/clientState.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import type { FramedContentCommit } from "ts-mls/framedContent.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { initializeEpoch, type EpochSecrets } from "ts-mls/keySchedule.js";
import type { ProposalOrRef } from "ts-mls/proposalOrRefType.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import type { RatchetTree } from "ts-mls/ratchetTree.js";
import { createSecretTree } from "ts-mls/secretTree.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { leafWidth, type LeafIndex } from "ts-mls/treemath.js";
import { zeros } from "../bytes";
import { ownLeaf, type Group } from "./group";
import { demand, refusing, withConfig } from "./profile";

/*
 * What making and applying a commit have in common (messages.md, sections 2.6 and 2.12). The library's own functions
 * leave out the path of a commit that only adds, and derive another secret than others when the root of the tree is
 * blank, so this client uses their parts.
 */

/** The format of commits. */
export const FORMAT = "mls_public_message";

/** The state of the next epoch. */
export async function enter(
  group: Group,
  tree: RatchetTree,
  context: GroupContext,
  secrets: EpochSecrets,
  confirmationTag: Uint8Array,
  privateKeys: Record<number, Uint8Array>,
  cs: CiphersuiteImpl,
): Promise<Group> {
  const kept = Object.entries({ ...group.privatePath.privateKeys, ...privateKeys });
  const [historicalReceiverData] = addHistoricalReceiverData(withConfig(group));
  return {
    ...group,
    groupContext: context,
    keySchedule: secrets.keySchedule,
    ratchetTree: tree,
    secretTree: await createSecretTree(leafWidth(tree.length), secrets.encryptionSecret, cs.kdf),
    privatePath: {
      leafIndex: ownLeaf(group),
      privateKeys: Object.fromEntries(kept.filter(([node]) => tree[Number(node)] !== undefined)),
    },
    confirmationTag,
    historicalReceiverData,
  };
}

/** The tree after the proposals of a commit, and the leaves that were added. @throws MlsFault */
export async function apply(group: Group, proposals: ProposalOrRef[], committer: LeafIndex, cs: CiphersuiteImpl) {
  const applied = await refusing("invalid_commit", () =>
    applyProposals(withConfig(group), proposals, committer, emptyPskIndex, false, cs),
  );
  const { additionalResult, tree, selfRemoved } = applied;
  demand(additionalResult.kind === "memberCommit", "forbidden_proposal");
  return { tree, selfRemoved, added: additionalResult.addedLeafNodes };
}

/** The context and secrets of the epoch that a commit begins. */
export async function nextEpoch(
  group: GroupState,
  content: FramedContentCommit,
  signature: Uint8Array,
  tree: RatchetTree,
  commitSecret: Uint8Array,
  cs: CiphersuiteImpl,
) {
  const { groupContext, confirmationTag, keySchedule } = group;
  const treeHash = await treeHashRoot(tree, cs.hash);
  const context = await nextEpochContext(groupContext, FORMAT, content, signature, treeHash, confirmationTag, cs.hash);
  const epoch = await initializeEpoch(keySchedule.initSecret, commitSecret, context, zeros(cs.kdf.size), cs.kdf);
  return { context, epoch };
}
