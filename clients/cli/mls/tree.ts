import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { verifyLeafNodeSignature } from "ts-mls/leafNode.js";
import { verifyParentHashes } from "ts-mls/parentHash.js";
import { filteredDirectPath, getHpkePublicKey, type RatchetTree } from "ts-mls/ratchetTree.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { directPath, leafToNodeIndex, leafWidth, toLeafIndex } from "ts-mls/treemath.js";
import { same, toHex } from "../bytes";
import { demand, leafAt, membersOf, type Authorise } from "./profile";

/** No key, signature key or device is in a group twice. @throws MlsFault */
export function requireUnique(tree: RatchetTree): void {
  const members = membersOf(tree);
  const keys = tree.flatMap((node) => (node ? [toHex(getHpkePublicKey(node))] : []));
  for (const list of [keys, members.map(({ key }) => key), members.map(({ device }) => device)]) {
    demand(new Set(list).size === list.length, "invalid_commit", "something is in the group twice");
  }
}

/** RFC 9420, section 7.9.2: an unmerged leaf is below its node, and the nodes between that are not blank list it too. */
function checkUnmerged(tree: RatchetTree): void {
  for (const [index, node] of tree.entries()) {
    if (node?.nodeType !== "parent") continue;
    const { unmergedLeaves } = node.parent;
    for (const [at, leaf] of unmergedLeaves.entries()) {
      const path = directPath(leafToNodeIndex(toLeafIndex(leaf)), leafWidth(tree.length)).map(Number);
      const height = path.indexOf(index);
      const below = path.slice(0, Math.max(height, 0)).flatMap((between) => tree[between] ?? []);
      const isListed = below.every((each) => each.nodeType === "parent" && each.parent.unmergedLeaves.includes(leaf));
      const isNext = at === 0 || (unmergedLeaves[at - 1] ?? leaf) < leaf;
      demand(height >= 0 && isNext && isListed && leafAt(tree, leaf) !== null, "bad_signature", "unmerged leaves");
    }
  }
}

/** Checks the tree of a Welcome in full. @throws MlsFault */
export async function checkTree(
  tree: RatchetTree,
  context: GroupContext,
  authorise: Authorise,
  cs: CiphersuiteImpl,
): Promise<void> {
  const isSound = tree.every((node, at) => node === undefined || (node.nodeType === "leaf") === (at % 2 === 0));
  demand(isSound, "malformed", "the tree");
  for (const member of membersOf(tree)) {
    const leaf = leafAt(tree, member.leaf);
    const isSigned = leaf !== null && (await verifyLeafNodeSignature(leaf, context.groupId, member.leaf, cs.signature));
    demand(isSigned, "bad_signature", "a leaf");
    demand(await authorise(member, false), "unauthorised_member", member.device);
  }
  requireUnique(tree);
  checkUnmerged(tree);
  demand(await verifyParentHashes(tree, cs.hash), "bad_signature", "a parent hash");
  demand(same(context.treeHash, await treeHashRoot(tree, cs.hash)), "bad_signature", "the tree hash");
}

/** What the secret of one node of a path gives. */
export interface PathKeys {
  /** Private keys by index of the node. */
  keys: Record<number, Uint8Array>;
  commitSecret: Uint8Array;
}

/**
 * Derives the keys from one node of somebody's path to its top, and the commit secret that follows the topmost node
 * (RFC 9420, section 7.4). The root may be blank: then it is not part of the path.
 * @throws MlsFault when a public key in the tree does not fit
 */
export async function keysFrom(
  tree: RatchetTree,
  committer: number,
  node: number,
  secret: Uint8Array,
  cs: CiphersuiteImpl,
): Promise<PathKeys> {
  const path = filteredDirectPath(toLeafIndex(committer), tree).map(Number);
  const keys: Record<number, Uint8Array> = {};
  let pathSecret = secret;
  const start = path.indexOf(node);
  demand(start >= 0, "invalid_commit", "a node beside the path");
  for (const index of path.slice(start)) {
    const pair = await cs.hpke.deriveKeyPair(await deriveSecret(pathSecret, "node", cs.kdf));
    const known = tree[index];
    const fits = known !== undefined && same(await cs.hpke.exportPublicKey(pair.publicKey), getHpkePublicKey(known));
    demand(fits, "invalid_commit", "a secret that does not fit its key");
    keys[index] = await cs.hpke.exportPrivateKey(pair.privateKey);
    pathSecret = await deriveSecret(pathSecret, "path", cs.kdf);
  }
  return { keys, commitSecret: pathSecret };
}
