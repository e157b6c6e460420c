import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import { getHpkePublicKey, type RatchetTree } from "ts-mls/ratchetTree.js";
import { leafWidth, parent, root, toNodeIndex, type NodeIndex } from "ts-mls/treemath.js";
import { equal } from "@/lib/bytes/encoding";
import { MlsError } from "@/lib/mls/errors";

/** What the path secret of one node gives to those who know it. */
export interface Climb {
  /** Private keys by index of the node, from this one up. */
  privateKeys: Record<number, Uint8Array>;
  commitSecret: Uint8Array;
}

/** The next node above this one that has a key. */
function nextAbove(tree: RatchetTree, node: NodeIndex): NodeIndex | undefined {
  const leaves = leafWidth(tree.length);
  for (let at = node; at !== root(leaves);) {
    at = parent(at, leaves);
    if (tree[at] !== undefined) return at;
  }
  return undefined;
}

/**
 * Derives the private keys from a node up, and the commit secret from the last of them (RFC 9420, section 7.4). The
 * library derives once more if the root is blank, which others would not. Throws MlsError "invalid_commit" if a
 * public key in the tree does not fit.
 */
export async function climb(
  tree: RatchetTree,
  from: number,
  pathSecret: Uint8Array,
  cs: CiphersuiteImpl,
): Promise<Climb> {
  const privateKeys: Record<number, Uint8Array> = {};
  let secret = pathSecret;
  for (let at: NodeIndex | undefined = toNodeIndex(from); at !== undefined; at = nextAbove(tree, at)) {
    const node = tree[at];
    const pair = await cs.hpke.deriveKeyPair(await deriveSecret(secret, "node", cs.kdf));
    if (node === undefined || !equal(await cs.hpke.exportPublicKey(pair.publicKey), getHpkePublicKey(node)))
      throw new MlsError("invalid_commit", "A secret of the path does not fit its public key.");
    privateKeys[at] = await cs.hpke.exportPrivateKey(pair.privateKey);
    secret = await deriveSecret(secret, "path", cs.kdf);
  }
  return { privateKeys, commitSecret: secret };
}
