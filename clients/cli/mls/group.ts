import { createGroup, decodeGroupState, encodeGroupState, type GroupState } from "ts-mls/clientState.js";
import { createApplicationMessage } from "ts-mls/createMessage.js";
import { createSecretTree } from "ts-mls/secretTree.js";
import { deriveKeySchedule } from "ts-mls/keySchedule.js";
import { encodeLeafNode } from "ts-mls/leafNode.js";
import { ratchetTreeFromExtension, verifyGroupInfoSignature } from "ts-mls/groupInfo.js";
import { leafWidth, toLeafIndex } from "ts-mls/treemath.js";
import { firstCommonAncestor } from "ts-mls/updatePath.js";
import { decryptGroupInfo, decryptGroupSecrets } from "ts-mls/welcome.js";
import { same, toHex, vector, zeros, type Bytes } from "../bytes";
import { padded } from "../crypto";
import { generatePackage, refOf, type OwnPackage } from "./key-package";
import {
  decodeAs,
  demand,
  encodeMls,
  groupId,
  leafAt,
  MlsFault,
  placeExtension,
  placeOf,
  refusing,
  suite,
  SUITE,
  withConfig,
  withoutConfig,
  type Authorise,
  type Own,
  type Place,
} from "./profile";
import { checkTree, keysFrom } from "./tree";

export type Group = GroupState;

export const encodeGroup = (group: Group): Bytes =>
  new Uint8Array(encodeGroupState({ ...group, signaturePrivateKey: zeros(0) }));

/** @throws MlsFault */
export function decodeGroup(bytes: Uint8Array, own: Own): Group {
  const [state, length] = decodeGroupState(bytes, 0) ?? [];
  if (state === undefined || length !== bytes.length) throw new MlsFault("malformed", "the state of a group");
  return { ...state, signaturePrivateKey: own.secret };
}

export const epochOf = (group: Group): number => Number(group.groupContext.epoch);
export const ownLeaf = (group: Group): number => group.privatePath.leafIndex;

/** A group of this device alone. */
export async function newGroup(own: Own, place: Place, now: number): Promise<Group> {
  const { keyPackage, initSecret, leafSecret } = await generatePackage(own, false, now);
  const state = await createGroup(
    groupId(place.conversation, place.generation),
    keyPackage,
    { initPrivateKey: initSecret, hpkePrivateKey: leafSecret, signaturePrivateKey: own.secret },
    [placeExtension(place)],
    await suite(),
  );
  return withoutConfig(state);
}

/** Encrypts content. The next state must be stored before the message leaves. */
export async function encryptMessage(
  group: Group,
  content: Uint8Array,
  tag: Uint8Array,
): Promise<{ message: Bytes; next: Group }> {
  // Behind the content comes the signature of 64 bytes with its header of two.
  const client = withConfig(group, padded(vector(content).length + 66));
  const { newState, privateMessage } = await createApplicationMessage(client, content, await suite(), tag);
  return { message: encodeMls({ wireformat: "mls_private_message", privateMessage }), next: withoutConfig(newState) };
}

async function findPackage(refs: readonly string[], packages: readonly OwnPackage[]) {
  for (const own of packages) {
    const ref = await refOf(own.keyPackage);
    if (refs.includes(ref)) return { own, ref };
  }
  throw new MlsFault("no_key_package");
}

/** Joins a group by a Welcome for one of these KeyPackages, whose ref is returned. @throws MlsFault */
export async function join(
  device: Own,
  bytes: Uint8Array,
  packages: readonly OwnPackage[],
  authorise: Authorise,
): Promise<{ group: Group; ref: string }> {
  const cs = await suite();
  const { welcome } = await decodeAs("mls_welcome", bytes);
  demand(welcome.cipherSuite === SUITE, "wrong_suite");
  const refs = welcome.secrets.map(({ newMember }) => toHex(newMember));
  const { own, ref } = await findPackage(refs, packages);
  const { secrets, info } = await refusing("undecryptable", async () => {
    const key = await cs.hpke.importPrivateKey(own.initSecret);
    const opened = await decryptGroupSecrets(
      key,
      (welcome.secrets[refs.indexOf(ref)] ?? { newMember: zeros(0) }).newMember,
      welcome,
      cs.hpke,
    );
    demand(opened !== undefined && opened.psks.length === 0, "wrong_profile", "the secrets of the Welcome");
    const described = await decryptGroupInfo(welcome, opened.joinerSecret, zeros(cs.kdf.size), cs);
    demand(described !== undefined, "malformed", "the description of the group");
    return { secrets: opened, info: described };
  });
  const { groupContext, signer, confirmationTag } = info;
  const tree = ratchetTreeFromExtension(info);
  demand(tree !== undefined, "wrong_profile", "no tree");
  demand(groupContext.cipherSuite === SUITE, "wrong_suite");
  placeOf(info);
  const signerKey = leafAt(tree, signer)?.signaturePublicKey;
  const isSigned = signerKey !== undefined && (await verifyGroupInfoSignature(info, signerKey, cs.signature));
  demand(isSigned, "bad_signature", "the Welcome");
  await refusing("malformed", () => checkTree(tree, groupContext, authorise, cs));

  const encoded = encodeLeafNode(own.keyPackage.leafNode);
  const leafIndex = tree.findIndex((node) => node?.nodeType === "leaf" && same(encodeLeafNode(node.leaf), encoded)) / 2;
  demand(leafIndex >= 0, "no_key_package", "the own leaf is missing");
  const { pathSecret, joinerSecret } = secrets;
  demand(pathSecret !== undefined, "no_path");
  const shared = await refusing("invalid_commit", () =>
    firstCommonAncestor(tree, toLeafIndex(leafIndex), toLeafIndex(signer)),
  );
  const { keys } = await keysFrom(tree, signer, shared, pathSecret, cs);
  const [keySchedule, encryptionSecret] = await deriveKeySchedule(
    joinerSecret,
    zeros(cs.kdf.size),
    groupContext,
    cs.kdf,
  );
  const isConfirmed = await cs.hash.verifyMac(
    keySchedule.confirmationKey,
    confirmationTag,
    groupContext.confirmedTranscriptHash,
  );
  demand(isConfirmed, "bad_signature", "the confirmation tag");
  const group: Group = {
    groupContext,
    keySchedule,
    secretTree: await createSecretTree(leafWidth(tree.length), encryptionSecret, cs.kdf),
    ratchetTree: tree,
    privatePath: { leafIndex, privateKeys: { ...keys, [2 * leafIndex]: own.leafSecret } },
    signaturePrivateKey: device.secret,
    unappliedProposals: {},
    confirmationTag,
    historicalReceiverData: new Map(),
    groupActiveState: { kind: "active" },
  };
  return { group, ref };
}
