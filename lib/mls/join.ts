import { ratchetTreeFromExtension, verifyGroupInfoSignature } from "ts-mls/groupInfo.js";
import { makeKeyPackageRef } from "ts-mls/keyPackage.js";
import { encodeLeafNode } from "ts-mls/leafNode.js";
import { deriveKeySchedule } from "ts-mls/keySchedule.js";
import { leafToNodeIndex, toLeafIndex } from "ts-mls/treemath.js";
import { firstCommonAncestor } from "ts-mls/updatePath.js";
import { decryptGroupInfo, decryptGroupSecrets, type Welcome } from "ts-mls/welcome.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { equal } from "@/lib/bytes/encoding";
import { MlsError, refusing } from "@/lib/mls/errors";
import { leafAt, MlsGroup } from "@/lib/mls/group";
import type { Authorise, DeviceIdentity } from "@/lib/mls/identity";
import { readPrivateBytes, type OwnKeyPackage } from "@/lib/mls/key-package";
import { climb } from "@/lib/mls/path-secrets";
import { conversationOf, groupIdOf } from "@/lib/mls/profile";
import { messageSecrets } from "@/lib/mls/ratchet";
import { NO_PRIVATE_KEY, SUITE, suiteFor } from "@/lib/mls/suite";
import { checkTree } from "@/lib/mls/tree";
import { decodeAs } from "@/lib/mls/wire";

/** A group that was joined. */
export interface Joined {
  group: MlsGroup;
  /** The KeyPackageRef that was used: a one-time KeyPackage is to be deleted now. */
  ref: Uint8Array;
}

async function findOwn(welcome: Welcome, privateKeyPackages: Uint8Array[], cs: CiphersuiteImpl) {
  for (const bytes of privateKeyPackages) {
    const own = readPrivateBytes(bytes);
    const ref = await makeKeyPackageRef(own.keyPackage, cs.hash);
    if (welcome.secrets.some(({ newMember }) => equal(newMember, ref))) return { own, ref };
  }
  throw new MlsError("no_key_package", "The Welcome is for none of these KeyPackages.");
}

/** The group's secrets and its signed description, decrypted; their kinds checked, not yet what they say. */
async function open(
  welcome: Welcome,
  { keyPackage, initPrivateKey }: OwnKeyPackage,
  ref: Uint8Array,
  cs: CiphersuiteImpl,
) {
  const privateKey = await cs.hpke.importPrivateKey(initPrivateKey);
  const secrets = await decryptGroupSecrets(privateKey, ref, welcome, cs.hpke);
  if (secrets === undefined || secrets.psks.length > 0)
    throw new MlsError("wrong_profile", "The Welcome needs a pre-shared key.");
  const noPsk = new Uint8Array(cs.kdf.size);
  const info = await decryptGroupInfo(welcome, secrets.joinerSecret, noPsk, cs);
  const tree = info === undefined ? undefined : ratchetTreeFromExtension(info);
  if (info === undefined || tree === undefined) throw new MlsError("wrong_profile", "The Welcome has no tree.");
  if (info.groupContext.cipherSuite !== keyPackage.cipherSuite)
    throw new MlsError("wrong_suite", "The group is of another cipher suite.");
  return { secrets, info, tree, noPsk };
}

/**
 * Joins a group by a Welcome for one of the own KeyPackages. All devices in it must be authorised, and it must be
 * as the profile wants it. Throws MlsError.
 *
 * @param privateKeyPackages `privateBytes` of the own KeyPackages that were not used yet, and of the last resort
 */
export async function joinGroup(
  identity: DeviceIdentity,
  welcomeBytes: Uint8Array,
  privateKeyPackages: Uint8Array[],
  authorise: Authorise,
): Promise<Joined> {
  const { welcome } = decodeAs("mls_welcome", welcomeBytes);
  if (welcome.cipherSuite !== SUITE) throw new MlsError("wrong_suite", "The Welcome is of another cipher suite.");
  const cs = await suiteFor(identity.signer);
  const { own, ref } = await findOwn(welcome, privateKeyPackages, cs);
  const { secrets, info, tree, noPsk } = await refusing("undecryptable", () => open(welcome, own, ref, cs));
  const { groupContext, signer, confirmationTag } = info;

  const { conversationId, generation } = conversationOf(groupContext.extensions);
  if (!equal(groupContext.groupId, groupIdOf(conversationId, generation)))
    throw new MlsError("wrong_profile", "The id of the group is not that of its conversation.");
  const signerKey = leafAt(tree, signer)?.signaturePublicKey;
  if (signerKey === undefined || !(await verifyGroupInfoSignature(info, signerKey, cs.signature)))
    throw new MlsError("bad_signature", "The signature of the Welcome is wrong.");
  await refusing("malformed", () => checkTree(tree, groupContext, authorise, cs));

  const ownLeaf = encodeLeafNode(own.keyPackage.leafNode);
  const leafIndex =
    tree.findIndex((node) => node?.nodeType === "leaf" && equal(encodeLeafNode(node.leaf), ownLeaf)) / 2;
  if (leafIndex < 0) throw new MlsError("no_key_package", "The tree does not have the own leaf.");
  if (!equal(own.keyPackage.leafNode.signaturePublicKey, identity.signer.publicKey))
    throw new MlsError("no_key_package", "The KeyPackage is of another device.");

  const leaf = toLeafIndex(leafIndex);
  const ownKey = { [leafToNodeIndex(leaf)]: own.hpkePrivateKey };
  const { pathSecret, joinerSecret } = secrets;
  if (pathSecret === undefined) throw new MlsError("no_path", "The Welcome is of a commit without a path.");
  const shared = await refusing("invalid_commit", () => firstCommonAncestor(tree, leaf, toLeafIndex(signer)));
  const { privateKeys } = await climb(tree, shared, pathSecret, cs);

  const [keySchedule, encryptionSecret] = await deriveKeySchedule(joinerSecret, noPsk, groupContext, cs.kdf);
  if (!(await cs.hash.verifyMac(keySchedule.confirmationKey, confirmationTag, groupContext.confirmedTranscriptHash)))
    throw new MlsError("bad_signature", "The confirmation tag of the Welcome is wrong.");
  const state = {
    groupContext,
    keySchedule,
    secretTree: await messageSecrets(tree, encryptionSecret, cs),
    ratchetTree: tree,
    privatePath: { leafIndex, privateKeys: { ...ownKey, ...privateKeys } },
    signaturePrivateKey: NO_PRIVATE_KEY,
    unappliedProposals: {},
    confirmationTag,
    historicalReceiverData: new Map(),
    groupActiveState: { kind: "active" } as const,
  };
  return { group: new MlsGroup(state, identity, authorise, cs), ref };
}
