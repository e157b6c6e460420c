import { readFileSync } from "node:fs";
import { applyUpdatePathSecret } from "ts-mls/createCommit.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import type { GroupContext } from "ts-mls/groupContext.js";
import { verifyParentHashes } from "ts-mls/parentHash.js";
import { decodeRatchetTree, resolution } from "ts-mls/ratchetTree.js";
import { createSecretTree } from "ts-mls/secretTree.js";
import { treeHash, treeHashRoot } from "ts-mls/treeHash.js";
import { toLeafIndex, toNodeIndex } from "ts-mls/treemath.js";
import { applyUpdatePath, decodeUpdatePath } from "ts-mls/updatePath.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { equal, fromHex, toHex } from "@/lib/bytes/encoding";
import { climb } from "@/lib/mls/path-secrets";
import { takeKey } from "@/lib/mls/ratchet";
import { SUITE, suite } from "@/lib/mls/suite";
import { checkUnmergedLeaves } from "@/lib/mls/tree";

/** Test vectors of the MLS working group (its repository mls-implementations), those of cipher suite 1. */
const bytes = z.string().transform(fromHex);
const Vectors = z.object({
  secretTree: z.array(
    z.object({
      encryption_secret: bytes,
      leaves: z.array(z.array(z.object({ generation: z.number(), application_key: bytes, application_nonce: bytes }))),
    }),
  ),
  treeKem: z.array(
    z.object({
      group_id: bytes,
      epoch: z.number(),
      confirmed_transcript_hash: bytes,
      ratchet_tree: bytes,
      leaves_private: z.array(
        z.object({
          index: z.number(),
          encryption_priv: bytes,
          path_secrets: z.array(z.object({ node: z.number(), path_secret: bytes })),
        }),
      ),
      update_paths: z.array(
        z.object({
          sender: z.number(),
          update_path: bytes,
          path_secrets: z.array(bytes.nullable()),
          commit_secret: bytes,
          tree_hash_after: bytes,
        }),
      ),
    }),
  ),
  treeValidation: z.array(
    z.object({ tree: bytes, tree_hashes: z.array(bytes), resolutions: z.array(z.array(z.number())) }),
  ),
});
const vectors = Vectors.parse(JSON.parse(readFileSync("testing/vectors/mls.json", "utf8")));

function treeIn(encoded: Uint8Array) {
  const [tree] = decodeRatchetTree(encoded, 0) ?? [];
  if (tree === undefined) throw new Error("The vector has no tree.");
  return tree;
}

describe("the working group's vectors", () => {
  it("of secret trees give the same keys, in order and skipping", async () => {
    const cs = await suite();
    let keys = 0;
    for (const { encryption_secret, leaves } of vectors.secretTree) {
      const tree = await createSecretTree(leaves.length, encryption_secret, cs.kdf);
      for (const [leaf, generations] of leaves.entries()) {
        let ratchet = tree[2 * leaf]?.application;
        for (const { generation, application_key, application_nonce } of generations) {
          if (ratchet === undefined) throw new Error("The tree is too small.");
          const { messageKey, next } = await takeKey(ratchet, generation, cs);
          expect(messageKey).toEqual({ key: application_key, nonce: application_nonce });
          ratchet = next;
          keys += 1;
        }
      }
    }
    expect(keys).toBeGreaterThan(50);
  });

  it("of update paths give every member the same secret of the commit", async () => {
    const cs = await suite();
    let paths = 0;
    for (const vector of vectors.treeKem) {
      const tree = treeIn(vector.ratchet_tree);
      for (const { sender, update_path, path_secrets, commit_secret, tree_hash_after } of vector.update_paths) {
        const [path] = decodeUpdatePath(update_path, 0) ?? [];
        if (path === undefined) throw new Error("The vector has no path.");
        const updated = await applyUpdatePath(tree, toLeafIndex(sender), path, cs.hash);
        expect(toHex(await treeHashRoot(updated, cs.hash))).toBe(toHex(tree_hash_after));
        const context: GroupContext = {
          version: "mls10",
          cipherSuite: SUITE,
          groupId: vector.group_id,
          epoch: BigInt(vector.epoch),
          treeHash: tree_hash_after,
          confirmedTranscriptHash: vector.confirmed_transcript_hash,
          extensions: [],
        };
        for (const { index, encryption_priv, path_secrets: known } of vector.leaves_private) {
          if (index === sender) continue;
          const privateKeys: Record<number, Uint8Array> = { [2 * index]: encryption_priv };
          for (const { node, path_secret } of known)
            privateKeys[node] = await cs.hpke
              .deriveKeyPair(await deriveSecret(path_secret, "node", cs.kdf))
              .then(({ privateKey }) => cs.hpke.exportPrivateKey(privateKey));
          const from = toLeafIndex(sender);
          const own = { leafIndex: index, privateKeys };
          const { nodeIndex, pathSecret } = await applyUpdatePathSecret(updated, own, from, context, path, [], cs);
          expect(pathSecret).toEqual(path_secrets[index]);
          const climbed = await climb(updated, nodeIndex, pathSecret, cs);
          expect(toHex(climbed.commitSecret)).toBe(toHex(commit_secret));
          paths += 1;
        }
      }
    }
    expect(paths).toBeGreaterThan(50);
  });

  it("of trees are found valid, with the same hashes and resolutions, and invalid when a leaf is left out", async () => {
    const cs = await suite();
    for (const vector of vectors.treeValidation) {
      const tree = treeIn(vector.tree);
      expect(() => checkUnmergedLeaves(tree)).not.toThrow();
      expect(await verifyParentHashes(tree, cs.hash)).toBe(true);
      for (const [node, hash] of vector.tree_hashes.entries())
        expect(equal(await treeHash(tree, toNodeIndex(node), cs.hash), hash)).toBe(true);
      expect(tree.map((_, node) => resolution(tree, toNodeIndex(node)))).toEqual(vector.resolutions);
    }
    const unmerged = vectors.treeValidation.flatMap(({ tree: encoded }) => {
      const tree = treeIn(encoded);
      return tree.flatMap((node) =>
        node?.nodeType === "parent" ? node.parent.unmergedLeaves.map((leaf) => ({ tree, leaf })) : [],
      );
    });
    expect(unmerged.length).toBeGreaterThan(0);
    for (const { tree, leaf } of unmerged)
      expect(() => checkUnmergedLeaves(tree.with(2 * leaf, undefined))).toThrow(/unmerged/);
  });
});
