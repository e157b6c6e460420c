import type { ClientState, GroupState } from "ts-mls/clientState.js";
import { createGroup as createState } from "ts-mls/clientState.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { mlsExporter } from "ts-mls/keySchedule.js";
import type { LeafNode } from "ts-mls/leafNode.js";
import type { RatchetTree } from "ts-mls/ratchetTree.js";
import type { Bytes } from "@/lib/bytes/tls";
import { MlsError, refusing } from "@/lib/mls/errors";
import { deviceOf, type Authorise, type DeviceIdentity, type Member, type Role } from "@/lib/mls/identity";
import { generate } from "@/lib/mls/key-package";
import { clientConfig, conversationExtension, conversationOf, groupIdOf, type Conversation } from "@/lib/mls/profile";
import { decodeState, encodeState } from "@/lib/mls/state-codec";
import { NO_PRIVATE_KEY, suiteFor } from "@/lib/mls/suite";

/**
 * A group as this device knows it at one moment. It never changes: what sends, receives or commits returns the
 * next one, and the caller decides which to keep.
 */
export class MlsGroup {
  /** For lib/mls only: others use the functions of this folder. */
  constructor(
    readonly state: GroupState,
    readonly identity: DeviceIdentity,
    readonly authorise: Authorise,
    readonly cs: CiphersuiteImpl,
  ) {}

  /** The same device in another state. Private keys of nodes that are blank now are forgotten. */
  with(state: GroupState): MlsGroup {
    const { leafIndex, privateKeys } = state.privatePath;
    const kept = Object.entries(privateKeys).filter(([node]) => state.ratchetTree[Number(node)] !== undefined);
    const privatePath = { leafIndex, privateKeys: Object.fromEntries(kept) };
    return new MlsGroup({ ...state, privatePath }, this.identity, this.authorise, this.cs);
  }

  /** The state as the library takes it. It loses what authorises when it is encoded, so it never holds it. */
  client(roleOf: (signatureKey: Uint8Array) => Role): ClientState {
    return { ...this.state, clientConfig: clientConfig(this.authorise, roleOf) };
  }
}

/** The leaf at this index, if there is one. */
export function leafAt(tree: RatchetTree, leafIndex: number): LeafNode | undefined {
  const node = tree[2 * leafIndex];
  return node?.nodeType === "leaf" ? node.leaf : undefined;
}

/** The member at a leaf. Throws MlsError "invalid_commit" if the leaf is blank. */
export function memberAt(tree: RatchetTree, leafIndex: number): Member {
  const leaf = leafAt(tree, leafIndex);
  if (leaf === undefined) throw new MlsError("invalid_commit", `Leaf ${leafIndex} is blank.`);
  return { leafIndex, ...deviceOf(leaf.credential), signatureKey: leaf.signaturePublicKey };
}

/** All devices of a tree, by ascending index of their leaves. */
export const membersOf = (tree: RatchetTree): Member[] =>
  tree.flatMap((node, at) => (node?.nodeType === "leaf" ? [memberAt(tree, at / 2)] : []));

/** All devices in the group, by ascending index of their leaves. */
export const members = (group: MlsGroup): Member[] => membersOf(group.state.ratchetTree);

/**
 * The devices in the group that are not authorised as members now: those that were removed from their accounts, and
 * are to be removed here too. What `authorise` throws is thrown.
 */
export async function unauthorisedMembers(group: MlsGroup): Promise<Member[]> {
  const all = members(group);
  const answers = await Promise.all(all.map((member) => group.authorise(member, "member")));
  return all.filter((_, place) => answers[place] !== true);
}

/** The index of this device's own leaf. */
export const ownLeafIndex = (group: MlsGroup): number => group.state.privatePath.leafIndex;

/** False after this device was removed. */
export const isActive = (group: MlsGroup): boolean => group.state.groupActiveState.kind === "active";

export function requireActive(group: MlsGroup): void {
  if (!isActive(group)) throw new MlsError("removed", "This device is no longer in the group.");
}

/** What every member knows of a group. */
export interface GroupSummary extends Conversation {
  /** 20 bytes: the conversation's id and the generation. */
  groupId: Uint8Array;
  epoch: bigint;
}

export const groupInfo = (group: MlsGroup): GroupSummary => {
  const { groupId, epoch, extensions } = group.state.groupContext;
  return { groupId, epoch, ...conversationOf(extensions) };
};

/** The exporter of RFC 9420, section 8.5: `length` bytes that only the members of this epoch know. */
export const exporter = (group: MlsGroup, label: string, context: Uint8Array, length: number): Promise<Uint8Array> =>
  mlsExporter(group.state.keySchedule.exporterSecret, label, context, length, group.cs);

/** Creates a group of this device alone. `accounts` names everybody for whom it is meant, also the own account. */
export async function createGroup(
  identity: DeviceIdentity,
  conversation: Conversation,
  authorise: Authorise,
): Promise<MlsGroup> {
  const cs = await suiteFor(identity.signer);
  const own = await generate(identity, { lastResort: false, now: Date.now() }, cs);
  const state = await createState(
    groupIdOf(conversation.conversationId, conversation.generation),
    own.keyPackage,
    { ...own, signaturePrivateKey: NO_PRIVATE_KEY },
    [conversationExtension(conversation)],
    cs,
    clientConfig(authorise, () => "member"),
  );
  return new MlsGroup(state, identity, authorise, cs);
}

/** All of a group's state but the signing key: a secret, to be kept sealed. */
export const encodeGroup = (group: MlsGroup): Bytes => encodeState(group.state);

/** The inverse of encodeGroup. The state does not hold who signs and what authorises. Throws MlsError "malformed". */
export async function decodeGroup(
  bytes: Uint8Array,
  identity: DeviceIdentity,
  authorise: Authorise,
): Promise<MlsGroup> {
  const state = await refusing("malformed", () => decodeState(bytes));
  return new MlsGroup(state, identity, authorise, await suiteFor(identity.signer));
}
