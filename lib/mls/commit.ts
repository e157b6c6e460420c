import { addHistoricalReceiverData, applyProposals, nextEpochContext } from "ts-mls/clientState.js";
import { encode } from "ts-mls/codec/tlsEncoder.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import { createConfirmationTag, createContentCommitSignature } from "ts-mls/framedContent.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { signGroupInfo } from "ts-mls/groupInfo.js";
import { makeKeyPackageRef, type KeyPackage } from "ts-mls/keyPackage.js";
import { initializeEpoch } from "ts-mls/keySchedule.js";
import { protectPublicMessage } from "ts-mls/messageProtectionPublic.js";
import { updateLeafKey } from "ts-mls/privateKeyPath.js";
import type { ProposalAdd, ProposalRemove } from "ts-mls/proposal.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import { ratchetTreeEncoder, type RatchetTree } from "ts-mls/ratchetTree.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { leafToNodeIndex, toLeafIndex, type LeafIndex } from "ts-mls/treemath.js";
import { createUpdatePath, firstCommonAncestor, type PathSecret } from "ts-mls/updatePath.js";
import { encryptGroupInfo, encryptGroupSecrets, type EncryptedGroupSecrets } from "ts-mls/welcome.js";
import { MlsError, refusing } from "@/lib/mls/errors";
import { memberAt, ownLeafIndex, requireActive, type MlsGroup } from "@/lib/mls/group";
import { inspectKeyPackage } from "@/lib/mls/key-package";
import { climb } from "@/lib/mls/path-secrets";
import { messageSecrets } from "@/lib/mls/ratchet";
import { NO_PRIVATE_KEY } from "@/lib/mls/suite";
import { requireUnique } from "@/lib/mls/tree";
import { decodeAs, encodeMessage } from "@/lib/mls/wire";

const PUBLIC = "mls_public_message";

/** A commit that was made but not applied. */
export interface Commit {
  /** A PublicMessage, for the group. */
  commit: Uint8Array;
  /** For those who were added, with the whole tree; null if nobody was. */
  welcome: Uint8Array | null;
  /** The group after the commit. It counts only once the delivery service accepted the commit for this epoch. */
  next: MlsGroup;
  /** The epoch that ends with this commit. */
  epoch: bigint;
}

/** An update path from the own leaf, with the secret that the new epoch gets from it. */
async function updatePath(group: MlsGroup, tree: RatchetTree, added: LeafIndex[]) {
  const { cs, state } = group;
  const own = toLeafIndex(ownLeafIndex(group));
  // The library forgets the first secret of a path. Somebody who is alone afterwards has no other.
  let first: Uint8Array | undefined;
  const recording: CiphersuiteImpl = { ...cs, rng: { randomBytes: (length) => (first = cs.rng.randomBytes(length)) } };
  const [updated, path, secrets, leafKey] = await createUpdatePath(
    tree,
    own,
    state.groupContext,
    NO_PRIVATE_KEY,
    recording,
    added.map((leaf) => leafToNodeIndex(leaf)),
  );
  if (first === undefined) throw new MlsError("invalid_commit", "The path has no secret.");
  const [lowest] = secrets;
  const { privateKeys, commitSecret } =
    lowest === undefined
      ? { privateKeys: {}, commitSecret: await deriveSecret(first, "path", cs.kdf) }
      : await climb(updated, lowest.nodeIndex, lowest.secret, cs);
  const { privateKeys: kept, leafIndex } = updateLeafKey(state.privatePath, await cs.hpke.exportPrivateKey(leafKey));
  return { updated, path, secrets, commitSecret, privatePath: { leafIndex, privateKeys: { ...kept, ...privateKeys } } };
}

/** What a Welcome says of the epoch that it leads to. */
export interface NewEpoch {
  groupContext: GroupContext;
  confirmationTag: Uint8Array;
  tree: RatchetTree;
  secrets: PathSecret[];
  joinerSecret: Uint8Array;
  welcomeSecret: Uint8Array;
}

/** The Welcome for those whom a commit added; null if it added nobody. */
export async function makeWelcome(
  group: MlsGroup,
  epoch: NewEpoch,
  added: [LeafIndex, KeyPackage][],
): Promise<Uint8Array | null> {
  if (added.length === 0) return null;
  const { cs } = group;
  const own = toLeafIndex(ownLeafIndex(group));
  const info = await signGroupInfo(
    {
      groupContext: epoch.groupContext,
      extensions: [{ extensionType: "ratchet_tree", extensionData: encode(ratchetTreeEncoder)(epoch.tree) }],
      confirmationTag: epoch.confirmationTag,
      signer: own,
    },
    NO_PRIVATE_KEY,
    cs.signature,
  );
  const encryptedGroupInfo = await encryptGroupInfo(info, epoch.welcomeSecret, cs);
  const secrets = added.map(async ([leaf, keyPackage]): Promise<EncryptedGroupSecrets> => {
    const shared = firstCommonAncestor(epoch.tree, leaf, own);
    const { enc, ct } = await encryptGroupSecrets(
      await cs.hpke.importPublicKey(keyPackage.initKey),
      encryptedGroupInfo,
      {
        joinerSecret: epoch.joinerSecret,
        pathSecret: epoch.secrets.find(({ nodeIndex }) => nodeIndex === shared)?.secret,
        psks: [],
      },
      cs.hpke,
    );
    const newMember = await makeKeyPackageRef(keyPackage, cs.hash);
    return { newMember, encryptedGroupSecrets: { kemOutput: enc, ciphertext: ct } };
  });
  return encodeMessage({
    wireformat: "mls_welcome",
    welcome: { cipherSuite: cs.name, secrets: await Promise.all(secrets), encryptedGroupInfo },
  });
}

/** Makes a commit of any Adds and Removes by value. What the profile wants of them is for `commit` to check. */
export async function makeCommit(group: MlsGroup, proposals: (ProposalAdd | ProposalRemove)[]): Promise<Commit> {
  const { cs, state } = group;
  const own = toLeafIndex(ownLeafIndex(group));
  const byValue = proposals.map((proposal) => ({ proposalOrRefType: "proposal" as const, proposal }));
  const client = group.client(() => "added");
  const applied = await refusing("invalid_commit", () =>
    applyProposals(client, byValue, own, emptyPskIndex, false, cs),
  );
  if (applied.additionalResult.kind !== "memberCommit") throw new MlsError("invalid_commit", "This is no commit.");
  const added = applied.additionalResult.addedLeafNodes;
  const { updated, path, secrets, commitSecret, privatePath } = await updatePath(
    group,
    applied.tree,
    added.map(([leaf]) => leaf),
  );

  const sender = { senderType: "member", leafIndex: own } as const;
  const { framedContent, signature } = await createContentCommitSignature(
    state.groupContext,
    PUBLIC,
    { proposals: byValue, path },
    sender,
    new Uint8Array(),
    NO_PRIVATE_KEY,
    cs.signature,
  );
  const treeHash = await treeHashRoot(updated, cs.hash);
  const groupContext = await nextEpochContext(
    state.groupContext,
    PUBLIC,
    framedContent,
    signature,
    treeHash,
    state.confirmationTag,
    cs.hash,
  );
  const noPsk = new Uint8Array(cs.kdf.size);
  const epoch = await initializeEpoch(state.keySchedule.initSecret, commitSecret, groupContext, noPsk, cs.kdf);
  const confirmationTag = await createConfirmationTag(
    epoch.keySchedule.confirmationKey,
    groupContext.confirmedTranscriptHash,
    cs.hash,
  );
  const publicMessage = await protectPublicMessage(
    state.keySchedule.membershipKey,
    state.groupContext,
    { wireformat: PUBLIC, content: framedContent, auth: { contentType: "commit", signature, confirmationTag } },
    cs,
  );
  const [historicalReceiverData] = addHistoricalReceiverData(client);
  return {
    commit: encodeMessage({ wireformat: PUBLIC, publicMessage }),
    welcome: await makeWelcome(group, { ...epoch, groupContext, confirmationTag, tree: updated, secrets }, added),
    next: group.with({
      ...state,
      groupContext,
      confirmationTag,
      historicalReceiverData,
      privatePath,
      keySchedule: epoch.keySchedule,
      ratchetTree: updated,
      secretTree: await messageSecrets(updated, epoch.encryptionSecret, cs),
    }),
    epoch: state.groupContext.epoch,
  };
}

/** The KeyPackages in these messages, if they are valid at `now`. */
const keyPackagesOf = (messages: Uint8Array[], now: number): Promise<KeyPackage[]> =>
  Promise.all(
    messages.map(async (bytes) => {
      await inspectKeyPackage(bytes, now);
      return decodeAs("mls_key_package", bytes).keyPackage;
    }),
  );

/**
 * Makes a commit that adds and removes devices, or only renews the own keys. It always has an update path, also
 * when it only adds. The group is unchanged: `next` is to be kept once the delivery service has accepted the commit.
 * A device cannot be removed and added again in the same commit.
 *
 * @param add KeyPackages as published
 * @param remove indexes of leaves
 * @param now milliseconds since 1970
 */
export async function commit(
  group: MlsGroup,
  { add = [], remove = [], now = Date.now() }: { add?: Uint8Array[]; remove?: number[]; now?: number },
): Promise<Commit> {
  requireActive(group);
  for (const leafIndex of remove) memberAt(group.state.ratchetTree, leafIndex);
  const keyPackages = await keyPackagesOf(add, now);
  const made = await makeCommit(group, [
    ...remove.map((removed): ProposalRemove => ({ proposalType: "remove", remove: { removed } })),
    ...keyPackages.map((keyPackage): ProposalAdd => ({ proposalType: "add", add: { keyPackage } })),
  ]);
  requireUnique(made.next.state.ratchetTree);
  return made;
}
