import type { GroupState } from "ts-mls/clientState.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { createConfirmationTag } from "ts-mls/framedContent.js";
import { initializeEpoch } from "ts-mls/keySchedule.js";
import type { LeafNode } from "ts-mls/leafNode.js";
import { addLeafNode, type RatchetTree } from "ts-mls/ratchetTree.js";
import { treeHashRoot } from "ts-mls/treeHash.js";
import { nodeToLeafIndex } from "ts-mls/treemath.js";
import { describe, expect, it } from "vitest";
import {
  commit,
  createKeyPackage,
  encrypt,
  groupInfo,
  inspectKeyPackage,
  joinGroup,
  process,
  type MlsGroup,
} from "@/lib/mls";
import { makeWelcome } from "@/lib/mls/commit";
import { MlsGroup as Handle } from "@/lib/mls/group";
import { generate } from "@/lib/mls/key-package";
import { suiteFor } from "@/lib/mls/suite";
import { decodeAs, encodeMessage } from "@/lib/mls/wire";
import { at, commitAs, everybody, groupOf, newDevice } from "@/testing/mls";

const refusal = (code: string, message?: RegExp) =>
  expect.objectContaining({
    name: "MlsError",
    code,
    ...(message === undefined ? {} : { message: expect.stringMatching(message) as string }),
  });
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const newPackage = async () => {
  const device = await newDevice();
  return { device, ...(await createKeyPackage(device, { lastResort: false, now: Date.now() })) };
};
const fiveDevices = async () => groupOf(await Promise.all(Array.from({ length: 5 }, () => newDevice())));

/** The same member with a changed state or other cryptography. */
const lying = (group: MlsGroup, state: Partial<GroupState>, cs: Partial<CiphersuiteImpl> = {}) =>
  new Handle({ ...group.state, ...state }, group.identity, group.authorise, { ...group.cs, ...cs });

describe("a member that commits", () => {
  it("cannot give others a secret of the path that does not fit, and they go on without the commit", async () => {
    const groups = await fiveDevices();
    const { hpke } = at(groups, 0).cs;
    const liar = lying(
      at(groups, 0),
      {},
      { hpke: { ...hpke, seal: (key, _, ...more) => hpke.seal(key, random(32), ...more) } },
    );
    const made = await commit(liar, {});
    for (const place of [1, 2, 4])
      await expect(process(at(groups, place), made.commit)).rejects.toThrow(refusal("invalid_commit", /does not fit/));
    const after = await commitAs(groups.slice(1), 0, {}).then((next) => at(next, 1));
    expect(groupInfo(after).epoch).toBe(2n);
  });

  it("cannot confirm another epoch than the one that others come to", async () => {
    const groups = await groupOf([await newDevice(), await newDevice()]);
    const { hash } = at(groups, 0).cs;
    let macs = 0;
    const mac: typeof hash.mac = (key, data) => {
      macs += 1;
      return macs === 1 ? Promise.resolve(random(32)) : hash.mac(key, data);
    };
    const made = await commit(lying(at(groups, 0), {}, { hash: { ...hash, mac } }), {});
    await expect(process(at(groups, 1), made.commit)).rejects.toThrow(refusal("bad_signature", /confirmation/));
  });

  it("cannot use the commit or the message of one group in another", async () => {
    const [one, two] = [
      await groupOf([await newDevice(), await newDevice()]),
      await groupOf([await newDevice(), await newDevice()]),
    ];
    const made = await commit(at(one, 0), {});
    await expect(process(at(two, 1), made.commit)).rejects.toThrow(refusal("wrong_group"));
    const sent = await encrypt(at(one, 0), random(10));
    await expect(process(at(two, 1), sent.message)).rejects.toThrow(refusal("wrong_group"));
  });

  it("cannot sign as another member", async () => {
    const groups = await fiveDevices();
    const { privatePath } = at(groups, 0).state;
    const liar = lying(at(groups, 0), { privatePath: { ...privatePath, leafIndex: 2 } });
    await expect(process(at(groups, 1), (await commit(liar, {})).commit)).rejects.toThrow(refusal("bad_signature"));
    const sent = await encrypt(liar, random(10));
    await expect(process(at(groups, 1), sent.message)).rejects.toThrow(refusal("bad_signature"));
  });
});

describe("a member that adds a device cannot show it a tree", () => {
  async function joinWith(change: (tree: RatchetTree) => RatchetTree) {
    const groups = await commitAs(await fiveDevices(), 3, {});
    const liar = lying(at(groups, 0), { ratchetTree: change(at(groups, 0).state.ratchetTree) });
    const added = await newPackage();
    const { welcome } = await commit(liar, { add: [added.keyPackage] });
    return joinGroup(added.device, welcome ?? random(1), [added.privateBytes], everybody);
  }

  it("in which a leaf was changed", async () => {
    const changed = (tree: RatchetTree) =>
      tree.map((node, place) =>
        place === 4 && node?.nodeType === "leaf"
          ? { ...node, leaf: { ...node.leaf, hpkePublicKey: random(32) } }
          : node,
      );
    await expect(joinWith(changed)).rejects.toThrow(refusal("bad_signature", /leaf/));
  });

  it("in which a node that others share has a key of the liar", async () => {
    const changed = (tree: RatchetTree) =>
      tree.map((node, place) =>
        place === 5 && node?.nodeType === "parent"
          ? { ...node, parent: { ...node.parent, hpkePublicKey: random(32) } }
          : node,
      );
    await expect(joinWith(changed)).rejects.toThrow(refusal("bad_signature", /parent hash/));
  });

  it("in which a member is missing", async () => {
    await expect(joinWith((tree) => tree.with(4, undefined))).rejects.toThrow(refusal("bad_signature"));
  });

  it("and is believed when it changes nothing", async () => {
    expect((await joinWith((tree) => tree)).group.state.ratchetTree[10]?.nodeType).toBe("leaf");
  });
});

describe("a forged Welcome is refused", () => {
  /** A Welcome of somebody who knows how to make one, with something wrong in it. */
  async function forge(wrong: {
    context?: (context: GroupState["groupContext"]) => Partial<GroupState["groupContext"]>;
    tag?: Uint8Array;
    instead?: LeafNode;
  }) {
    const groups = await groupOf([await newDevice(), await newDevice()]);
    const { state, cs } = at(groups, 0);
    const added = await newPackage();
    const { keyPackage } = decodeAs("mls_key_package", added.keyPackage);
    const [tree, node] = addLeafNode(state.ratchetTree, wrong.instead ?? keyPackage.leafNode);
    const context = { ...state.groupContext, epoch: 2n, treeHash: await treeHashRoot(tree, cs.hash) };
    const groupContext = { ...context, ...wrong.context?.(context) };
    const zeros = new Uint8Array(32);
    const epoch = await initializeEpoch(state.keySchedule.initSecret, zeros, groupContext, zeros, cs.kdf);
    const { confirmationKey } = epoch.keySchedule;
    const confirmationTag =
      wrong.tag ?? (await createConfirmationTag(confirmationKey, groupContext.confirmedTranscriptHash, cs.hash));
    const leaf = nodeToLeafIndex(node);
    const welcome = await makeWelcome(at(groups, 0), { ...epoch, groupContext, confirmationTag, tree, secrets: [] }, [
      [leaf, keyPackage],
    ]);
    return joinGroup(added.device, welcome ?? random(1), [added.privateBytes], everybody);
  }

  it("if its tree has another hash than the group", async () => {
    await expect(forge({ context: () => ({ treeHash: random(32) }) })).rejects.toThrow(
      refusal("bad_signature", /hash/),
    );
  });

  it("if the id of the group is not that of its conversation, or it has other extensions", async () => {
    await expect(forge({ context: () => ({ groupId: random(20) }) })).rejects.toThrow(refusal("wrong_profile"));
    await expect(forge({ context: () => ({ extensions: [] }) })).rejects.toThrow(refusal("wrong_profile"));
    const more = ({ extensions }: GroupState["groupContext"]) => ({
      extensions: [...extensions, { extensionType: 0xfafa, extensionData: random(1) }],
    });
    await expect(forge({ context: more })).rejects.toThrow(refusal("wrong_profile"));
  });

  it("if its tree does not have the device that it is for", async () => {
    const { keyPackage } = decodeAs("mls_key_package", (await newPackage()).keyPackage);
    await expect(forge({ instead: keyPackage.leafNode })).rejects.toThrow(refusal("no_key_package"));
  });

  it("if it has no secret of a path", async () => {
    await expect(forge({})).rejects.toThrow(refusal("no_path"));
  });

  it("if there is no group behind it, or nothing that opens it", async () => {
    const added = await newPackage();
    await expect(joinGroup(added.device, random(50), [added.privateBytes], everybody)).rejects.toThrow(
      refusal("malformed"),
    );
    const { welcome } = await commit(at(await fiveDevices(), 0), { add: [added.keyPackage] });
    await expect(joinGroup(added.device, welcome ?? random(1), [random(50)], everybody)).rejects.toThrow(
      refusal("malformed"),
    );
  });
});

it("a KeyPackage with one key for two purposes is refused", async () => {
  const device = await newDevice();
  const cs = await suiteFor(device.signer);
  const pair = await cs.hpke.generateKeyPair();
  const lazy = { ...cs, hpke: { ...cs.hpke, generateKeyPair: () => Promise.resolve(pair) } };
  const { keyPackage } = await generate(device, { lastResort: false, now: Date.now() }, lazy);
  const bytes = encodeMessage({ wireformat: "mls_key_package", keyPackage });
  await expect(inspectKeyPackage(bytes, Date.now())).rejects.toThrow(refusal("wrong_profile"));
});
