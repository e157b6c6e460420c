import { joinGroup as libraryJoin } from "ts-mls/clientState.js";
import { deriveSecret } from "ts-mls/crypto/kdf.js";
import { initializeEpoch } from "ts-mls/keySchedule.js";
import { getCommitSecret } from "ts-mls/pathSecrets.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import { toLeafIndex, toNodeIndex } from "ts-mls/treemath.js";
import { createUpdatePath } from "ts-mls/updatePath.js";
import { expect, it } from "vitest";
import { equal } from "@/lib/bytes/encoding";
import { commit, createKeyPackage, joinGroup, members } from "@/lib/mls";
import { readPrivateBytes } from "@/lib/mls/key-package";
import { climb } from "@/lib/mls/path-secrets";
import { NO_PRIVATE_KEY } from "@/lib/mls/suite";
import { decodeAs } from "@/lib/mls/wire";
import { addDevices, at, commitAs, everybody, groupOf, newDevice, sayAs } from "@/testing/mls";

/* What ts-mls 1.6.4 does by itself, beside what lib/mls does (decision 32). */

it("a device that is alone after a removal has secrets that do not follow from what the removed one knew", async () => {
  const groups = await groupOf([await newDevice(), await newDevice()]);
  const { state, cs } = at(groups, 1);
  const made = await commit(at(groups, 0), { remove: [1] });
  // The library takes 32 zeros for the secret of such a commit, with which the removed device could go on.
  const zeros = new Uint8Array(32);
  const guess = await initializeEpoch(state.keySchedule.initSecret, zeros, made.next.state.groupContext, zeros, cs.kdf);
  expect(equal(guess.keySchedule.exporterSecret, made.next.state.keySchedule.exporterSecret)).toBe(false);
  const joined = await addDevices([made.next], 0, [await newDevice()]);
  await sayAs(joined, 1, "together again");
});

it("the library refuses the Welcome of a device that is added where a path went past its leaf, and we do not", async () => {
  let groups = await groupOf(await Promise.all(Array.from({ length: 7 }, () => newDevice())));
  groups = await commitAs(groups, 6, {});
  const device = await newDevice();
  const { keyPackage, privateBytes } = await createKeyPackage(device, { lastResort: false, now: Date.now() });
  const { welcome } = await commit(at(groups, 0), { add: [keyPackage] });
  const bytes = welcome ?? new Uint8Array();
  const { keyPackage: published, ...keys } = readPrivateBytes(privateBytes);
  const privateKeys = { ...keys, signaturePrivateKey: NO_PRIVATE_KEY };
  const decoded = decodeAs("mls_welcome", bytes).welcome;
  const { cs } = at(groups, 0);
  await expect(libraryJoin(decoded, published, privateKeys, emptyPskIndex, cs)).rejects.toThrow(/unmerged/);
  expect(members((await joinGroup(device, bytes, [privateBytes], everybody)).group)).toHaveLength(8);
});

it("the secret of a commit follows from the highest node of its path, also if the root of the tree is blank", async () => {
  let groups = await groupOf(await Promise.all(Array.from({ length: 4 }, () => newDevice())));
  groups = await commitAs(groups, 2, { remove: [0, 1] });
  const { state, cs } = at(groups, 0);
  const { ratchetTree, groupContext } = state;
  expect(ratchetTree[3]).toBeUndefined();
  const own = toLeafIndex(2);
  const [tree, , secrets] = await createUpdatePath(ratchetTree, own, groupContext, NO_PRIVATE_KEY, cs);
  expect(secrets).toHaveLength(1);
  for (const { nodeIndex, secret } of secrets) {
    const { commitSecret } = await climb(tree, nodeIndex, secret, cs);
    expect(commitSecret).toEqual(await deriveSecret(secret, "path", cs.kdf));
    expect(await getCommitSecret(tree, toNodeIndex(nodeIndex), secret, cs.kdf)).not.toEqual(commitSecret);
  }
});
