import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { verifyLeafNodeSignature } from "ts-mls/leafNode.js";
import { verifyParentHashes } from "ts-mls/parentHash.js";
import { getHpkePublicKey, type RatchetTree } from "ts-mls/ratchetTree.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { directPath, isLeaf, leafToNodeIndex, leafWidth, toLeafIndex, toNodeIndex } from "ts-mls/treemath.js";
import { equal, toHex } from "@/lib/bytes/encoding";
import { MlsError } from "@/lib/mls/errors";
import { leafAt, membersOf } from "@/lib/mls/group";
import { requireAuthorised, type Authorise } from "@/lib/mls/identity";
import { checkLeaf } from "@/lib/mls/profile";

/** Throws MlsError "invalid_commit" if two nodes have one key, or two leaves one signature key or one device. */
export function requireUnique(tree: RatchetTree): void {
  const devices = membersOf(tree);
  const lists = [
    tree.flatMap((node) => (node === undefined ? [] : [getHpkePublicKey(node)])),
    devices.map(({ signatureKey }) => signatureKey),
    devices.map(({ deviceId }) => deviceId),
  ];
  for (const list of lists)
    if (new Set(list.map(toHex)).size !== list.length)
      throw new MlsError("invalid_commit", "A key or a device is in the group twice.");
}

/** Throws MlsError "bad_signature" unless unmerged leaves are as RFC 9420, section 7.9.2, and its errata want them. */
export function checkUnmergedLeaves(tree: RatchetTree): void {
  const wrong = () => new MlsError("bad_signature", "The unmerged leaves of the tree are wrong.");
  for (const [index, node] of tree.entries()) {
    if (node?.nodeType !== "parent") continue;
    const { unmergedLeaves } = node.parent;
    for (const [at, leaf] of unmergedLeaves.entries()) {
      const path = directPath(leafToNodeIndex(toLeafIndex(leaf)), leafWidth(tree.length));
      const height = path.indexOf(toNodeIndex(index));
      const ascending = at === 0 || leaf > (unmergedLeaves[at - 1] ?? leaf);
      if (height === -1 || !ascending || leafAt(tree, leaf) === undefined) throw wrong();
      // The nodes between have not learned of the leaf either. Those above may have, by a later path.
      for (const between of path.slice(0, height)) {
        const lower = tree[between];
        if (lower?.nodeType === "parent" && !lower.parent.unmergedLeaves.includes(leaf)) throw wrong();
      }
    }
  }
}

/**
 * Checks a tree that somebody else sent: its structure, all signatures, the profile, its hashes, and that every
 * device is authorised. The library refuses trees in which a path went past an unmerged leaf, which happen often
 * since every commit has a path. Throws MlsError.
 */
export async function checkTree(
  tree: RatchetTree,
  context: GroupContext,
  authorise: Authorise,
  cs: CiphersuiteImpl,
): Promise<void> {
  for (const [index, node] of tree.entries()) {
    if (node === undefined) continue;
    if (isLeaf(toNodeIndex(index)) !== (node.nodeType === "leaf"))
      throw new MlsError("malformed", "The tree has a node in a wrong place.");
    if (node.nodeType === "parent") continue;
    const device = checkLeaf(node.leaf);
    if (!(await verifyLeafNodeSignature(node.leaf, context.groupId, index / 2, cs.signature)))
      throw new MlsError("bad_signature", "The signature of a leaf is wrong.");
    await requireAuthorised(authorise, { ...device, signatureKey: node.leaf.signaturePublicKey }, "member");
  }
  requireUnique(tree);
  checkUnmergedLeaves(tree);
  if (!(await verifyParentHashes(tree, cs.hash))) throw new MlsError("bad_signature", "A parent hash is wrong.");
  if (!equal(context.treeHash, await treeHashRoot(tree, cs.hash)))
    throw new MlsError("bad_signature", "The hash of the tree is wrong.");
}
