import { encode } from "ts-mls/codec/tlsEncoder.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import { createConfirmationTag, createContentCommitSignature } from "ts-mls/framedContent.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { signGroupInfo } from "ts-mls/groupInfo.js";
import { makeKeyPackageRef, type KeyPackage } from "ts-mls/keyPackage.js";
import type { EpochSecrets } from "ts-mls/keySchedule.js";
import { protectPublicMessage } from "ts-mls/messageProtectionPublic.js";
import type { ProposalOrRef } from "ts-mls/proposalOrRefType.js";
import { ratchetTreeEncoder, type RatchetTree } from "ts-mls/ratchetTree.js";
import { leafToNodeIndex, toLeafIndex, type LeafIndex } from "ts-mls/treemath.js";
import { createUpdatePath, firstCommonAncestor, type PathSecret } from "ts-mls/updatePath.js";
import { encryptGroupInfo, encryptGroupSecrets } from "ts-mls/welcome.js";
import { zeros, type Bytes } from "../bytes";
import { apply, enter, FORMAT, nextEpoch } from "./epoch";
import { ownLeaf, type Group } from "./group";
import { encodeMls, suite, SUITE } from "./profile";
import { keysFrom } from "./tree";

/* Making commits (messages.md, section 2.6). */

/** A commit that was made. `next` is the state after it, once the server has accepted it. */
export interface MadeCommit {
  commit: Bytes;
  welcome: Bytes | null;
  next: Group;
}

/** A path from the own leaf, with the secret that follows its end. */
async function ownPath(group: Group, tree: RatchetTree, added: readonly LeafIndex[], cs: CiphersuiteImpl) {
  const leaf = toLeafIndex(ownLeaf(group));
  let leafSecret = zeros(0) as Uint8Array;
  const noting = { ...cs, rng: { randomBytes: (length: number) => (leafSecret = cs.rng.randomBytes(length)) } };
  const excluded = added.map((each) => leafToNodeIndex(each));
  const [updated, path, secrets, leafKey] = await createUpdatePath(
    tree,
    leaf,
    group.groupContext,
    group.signaturePrivateKey,
    noting,
    excluded,
  );
  const [lowest] = secrets;
  const { keys, commitSecret } = lowest
    ? await keysFrom(updated, leaf, lowest.nodeIndex, lowest.secret, cs)
    : { keys: {}, commitSecret: await deriveSecret(leafSecret, "path", cs.kdf) };
  const privateKeys = { ...keys, [2 * leaf]: await cs.hpke.exportPrivateKey(leafKey) };
  return { updated, path, secrets, commitSecret, privateKeys };
}

interface Invitation {
  context: GroupContext;
  tag: Uint8Array;
  tree: RatchetTree;
  secrets: readonly PathSecret[];
  epoch: EpochSecrets;
}

async function makeWelcome(
  group: Group,
  to: Invitation,
  added: readonly [LeafIndex, KeyPackage][],
  cs: CiphersuiteImpl,
): Promise<Bytes | null> {
  if (added.length === 0) return null;
  const signer = toLeafIndex(ownLeaf(group));
  const extensions = [{ extensionType: "ratchet_tree", extensionData: encode(ratchetTreeEncoder)(to.tree) } as const];
  const described = { groupContext: to.context, extensions, confirmationTag: to.tag, signer };
  const info = await signGroupInfo(described, group.signaturePrivateKey, cs.signature);
  const encryptedGroupInfo = await encryptGroupInfo(info, to.epoch.welcomeSecret, cs);
  const secrets = await Promise.all(
    added.map(async ([leaf, keyPackage]) => {
      const shared = firstCommonAncestor(to.tree, leaf, signer);
      const pathSecret = to.secrets.find(({ nodeIndex }) => nodeIndex === shared)?.secret;
      const key = await cs.hpke.importPublicKey(keyPackage.initKey);
      const joining = { joinerSecret: to.epoch.joinerSecret, pathSecret, psks: [] };
      const { enc, ct } = await encryptGroupSecrets(key, encryptedGroupInfo, joining, cs.hpke);
      const newMember = await makeKeyPackageRef(keyPackage, cs.hash);
      return { newMember, encryptedGroupSecrets: { kemOutput: enc, ciphertext: ct } };
    }),
  );
  return encodeMls({ wireformat: "mls_welcome", welcome: { cipherSuite: SUITE, secrets, encryptedGroupInfo } });
}

/** Makes a commit that adds and removes devices, or only renews the own keys. The group stays as it is. @throws MlsFault */
export async function makeCommit(
  group: Group,
  { add, remove }: { add: readonly KeyPackage[]; remove: readonly number[] },
): Promise<MadeCommit> {
  const cs = await suite();
  const proposals: ProposalOrRef[] = [
    ...remove.map((removed) => ({ proposalType: "remove" as const, remove: { removed } })),
    ...add.map((keyPackage) => ({ proposalType: "add" as const, add: { keyPackage } })),
  ].map((proposal) => ({ proposalOrRefType: "proposal", proposal }));
  const leafIndex = toLeafIndex(ownLeaf(group));
  const { tree, added } = await apply(group, proposals, leafIndex, cs);
  const { updated, path, secrets, commitSecret, privateKeys } = await ownPath(
    group,
    tree,
    added.map(([leaf]) => leaf),
    cs,
  );
  const { groupContext, signaturePrivateKey: key } = group;
  const { framedContent, signature } = await createContentCommitSignature(
    groupContext,
    FORMAT,
    { proposals, path },
    { senderType: "member", leafIndex },
    zeros(0),
    key,
    cs.signature,
  );
  const { context, epoch } = await nextEpoch(group, framedContent, signature, updated, commitSecret, cs);
  const tag = await createConfirmationTag(epoch.keySchedule.confirmationKey, context.confirmedTranscriptHash, cs.hash);
  const auth = { contentType: "commit" as const, signature, confirmationTag: tag };
  const publicMessage = await protectPublicMessage(
    group.keySchedule.membershipKey,
    groupContext,
    { wireformat: FORMAT, content: framedContent, auth },
    cs,
  );
  return {
    commit: encodeMls({ wireformat: FORMAT, publicMessage }),
    welcome: await makeWelcome(group, { context, tag, tree: updated, secrets, epoch }, added, cs),
    next: await enter(group, updated, context, epoch, tag, privateKeys, cs),
  };
}
