import fc from "fast-check";
import { createCommit, createGroupInfoWithExternalPubAndRatchetTree, joinGroupExternal } from "ts-mls/createCommit.js";
import { createProposal } from "ts-mls/createMessage.js";
import { generateKeyPackageWithKey } from "ts-mls/keyPackage.js";
import type { Proposal } from "ts-mls/proposal.js";
import { beforeAll, describe, expect, it } from "vitest";
import {
  commit,
  createKeyPackage,
  credentialUri,
  encrypt,
  inspectMessage,
  MlsError,
  parseCredentialUri,
  process,
  type MlsGroup,
} from "@/lib/mls";
import { MlsGroup as Handle } from "@/lib/mls/group";
import { credentialOf } from "@/lib/mls/identity";
import { CAPABILITIES, clientConfig, conversationExtension, conversationOf } from "@/lib/mls/profile";
import { NO_PRIVATE_KEY, SUITE, suiteFor } from "@/lib/mls/suite";
import { decodeAs, encodeMessage } from "@/lib/mls/wire";
import { at, everybody, groupOf, newDevice } from "@/testing/mls";

const refusal = (code: string) => expect.objectContaining({ name: "MlsError", code });

describe("the URI of a device", () => {
  it("is read as it was written", async () => {
    const { host, accountId, deviceId } = await newDevice();
    expect(parseCredentialUri(credentialUri({ host, accountId, deviceId }))).toEqual({ host, accountId, deviceId });
  });

  it("is refused in any other spelling", async () => {
    const uri = credentialUri(await newDevice());
    const others = [
      "",
      uri.toUpperCase(),
      `${uri}/`,
      uri.slice(0, -1),
      uri.replace("/d/", "/r/"),
      ` ${uri}`,
      `${uri}\n`,
    ];
    for (const other of [
      ...others,
      uri.replace("barker.test", ""),
      uri.replace("barker.test", "-"),
      uri.replace("mimi", "im"),
    ])
      expect(() => parseCredentialUri(other)).toThrow(refusal("wrong_profile"));
  });
});

it("the extension of a conversation is read as it was written, and is refused if it is cut, doubled or out of order", () => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const accounts = [random(16).with(0, 2), random(16).with(0, 1), random(16).with(0, 3)];
  const conversation = { conversationId: random(16), generation: 7, accounts };
  const extension = conversationExtension(conversation);
  expect(conversationOf([extension])).toEqual({ ...conversation, accounts: [1, 0, 2].map((place) => accounts[place]) });
  const { extensionData } = extension;
  const bad = [
    extensionData.subarray(0, -1),
    new Uint8Array([...extensionData, 0]),
    extensionData.with(0, 2),
    extensionData.with(21, 0),
    extensionData.with(22, 9),
  ];
  for (const data of bad)
    expect(() => conversationOf([{ ...extension, extensionData: data }])).toThrow(refusal("wrong_profile"));
  expect(() => conversationOf([extension, extension])).toThrow(refusal("wrong_profile"));
  expect(() => conversationOf([])).toThrow(refusal("wrong_profile"));
});

describe("what the profile forbids is refused by the server and by every member:", () => {
  let groups: MlsGroup[];
  beforeAll(async () => {
    groups = await groupOf([await newDevice(), await newDevice(), await newDevice()]);
  });
  const liar = () => at(groups, 0);
  const state = () => liar().client(() => "member");
  const context = () => ({ state: state(), cipherSuite: liar().cs });

  /** Why the server refuses a message, and why a member does. */
  async function codesOf(message: Uint8Array) {
    const codes = [inspectMessage(message), process(at(groups, 1), message)].map((work) =>
      work.then(
        () => "accepted",
        (error: unknown) => (error instanceof MlsError ? error.code : "another error"),
      ),
    );
    return Promise.all(codes);
  }
  async function commitOf(extraProposals: Proposal[], wireAsPublicMessage = true) {
    const made = await createCommit(context(), { wireAsPublicMessage, extraProposals });
    return encodeMessage(made.commit);
  }
  const empty = new Uint8Array();

  it("a commit that adds without a path, as the library makes it", async () => {
    const made = await createKeyPackage(await newDevice(), { lastResort: false, now: Date.now() });
    const { keyPackage } = decodeAs("mls_key_package", made.keyPackage);
    expect(await codesOf(await commitOf([{ proposalType: "add", add: { keyPackage } }]))).toEqual([
      "no_path",
      "no_path",
    ]);
  });

  it.each<[string, Proposal]>([
    ["extensions", { proposalType: "group_context_extensions", groupContextExtensions: { extensions: [] } }],
    [
      "a new group",
      {
        proposalType: "reinit",
        reinit: {
          groupId: empty,
          version: "mls10",
          cipherSuite: SUITE,
          extensions: [],
        },
      },
    ],
    ["a type of its own", { proposalType: 0xf123, proposalData: empty }],
  ])("a commit that proposes %s", async (_, proposal) => {
    expect(await codesOf(await commitOf([proposal]))).toEqual(["forbidden_proposal", "forbidden_proposal"]);
  });

  it("a commit of proposals by reference, and the proposal by itself", async () => {
    const proposed = await createProposal(state(), true, { proposalType: "remove", remove: { removed: 2 } }, liar().cs);
    expect(await codesOf(encodeMessage(proposed.message))).toEqual(["forbidden_proposal", "forbidden_proposal"]);
    const made = await createCommit(
      { state: proposed.newState, cipherSuite: liar().cs },
      { wireAsPublicMessage: true },
    );
    expect(await codesOf(encodeMessage(made.commit))).toEqual(["forbidden_proposal", "forbidden_proposal"]);
  });

  it("a commit as a private message, whose structure the server could not check", async () => {
    expect(await codesOf(await commitOf([], false))).toEqual(["forbidden_proposal", "forbidden_proposal"]);
  });

  it("a commit from outside of the group", async () => {
    const device = await newDevice();
    const cs = await suiteFor(device.signer);
    const info = await createGroupInfoWithExternalPubAndRatchetTree(state(), [], liar().cs);
    const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
      credentialOf(device),
      CAPABILITIES,
      { notBefore: 0n, notAfter: 86_400n * 80n },
      [],
      { signKey: NO_PRIVATE_KEY, publicKey: device.signer.publicKey },
      cs,
    );
    const config = clientConfig(everybody, () => "member");
    const made = await joinGroupExternal(info, publicPackage, privatePackage, false, cs, undefined, config);
    expect(
      await codesOf(encodeMessage({ wireformat: "mls_public_message", publicMessage: made.publicMessage })),
    ).toEqual(["forbidden_proposal", "forbidden_proposal"]);
    const open = encodeMessage({ wireformat: "mls_group_info", groupInfo: info });
    await expect(inspectMessage(open)).rejects.toThrow(refusal("wrong_profile"));
    await expect(process(at(groups, 1), open)).rejects.toThrow(refusal("malformed"));
  });

  it("a commit by which a device changes its name or its key", async () => {
    const { state: own, identity, authorise, cs } = liar();
    const node = own.ratchetTree[0];
    if (node?.nodeType !== "leaf") throw new Error("The first node is a leaf.");
    const renamed = { ...node.leaf, credential: credentialOf(await newDevice()) };
    const ratchetTree = own.ratchetTree.with(0, { nodeType: "leaf", leaf: renamed });
    const changed = new Handle({ ...own, ratchetTree }, identity, authorise, cs);
    await expect(process(at(groups, 1), (await commit(changed, {})).commit)).rejects.toThrow(refusal("invalid_commit"));
    const other = await newDevice();
    const signed = { ...node.leaf, signaturePublicKey: other.signer.publicKey };
    const tree = own.ratchetTree.with(0, { nodeType: "leaf", leaf: signed });
    const swapped = new Handle({ ...own, ratchetTree: tree }, identity, authorise, await suiteFor(other.signer));
    await expect(process(at(groups, 1), (await commit(swapped, {})).commit)).rejects.toThrow(refusal("bad_signature"));
  });
});

describe("the server sees of a message", () => {
  it("its group, epoch and authenticated data, and of a Welcome and a commit whom they concern", async () => {
    const device = await newDevice();
    const [alone] = await groupOf([await newDevice()]);
    if (alone === undefined) return;
    const { keyPackage, ref } = await createKeyPackage(device, { lastResort: false, now: Date.now() });
    const made = await commit(alone, { add: [keyPackage] });
    const { groupId } = made.next.state.groupContext;
    expect(await inspectMessage(made.commit)).toMatchObject({
      kind: "commit",
      groupId,
      epoch: 0n,
      senderLeafIndex: 0,
      adds: [{ accountId: device.accountId, deviceId: device.deviceId, ref }],
      removes: [],
    });
    expect(await inspectMessage(made.welcome ?? keyPackage)).toEqual({ kind: "welcome", refs: [ref] });
    const sent = await encrypt(made.next, new TextEncoder().encode("plaintext"), new Uint8Array(32).fill(7));
    expect(await inspectMessage(sent.message)).toEqual({
      kind: "message",
      groupId,
      epoch: 1n,
      aad: new Uint8Array(32).fill(7),
    });
    const removal = await commit(made.next, { remove: [1] });
    expect(await inspectMessage(removal.commit)).toMatchObject({ adds: [], removes: [1], epoch: 1n });
  });

  it("nothing of bytes that are no message, or that were one before they were changed", async () => {
    for (const bad of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode("hello")])
      await expect(inspectMessage(bad)).rejects.toThrow(refusal("malformed"));
    const [alone] = await groupOf([await newDevice()]);
    if (alone === undefined) return;
    const { keyPackage } = await createKeyPackage(await newDevice(), { lastResort: false, now: Date.now() });
    const { commit: made, welcome } = await commit(alone, { add: [keyPackage] });
    const good = fc.constantFrom(made, welcome ?? keyPackage, keyPackage);
    const changed = fc
      .tuple(good, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }))
      .map(([bytes, changes]) => changes.reduce((bad, [place, byte]) => bad.with(place % bad.length, byte), bytes));
    const outcome = (bytes: Uint8Array) =>
      inspectMessage(bytes).then(
        ({ kind }) => kind,
        (error: unknown) => (error instanceof MlsError ? "refused" : String(error)),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), changed), async (bytes) => {
        // The server has no keys, so it cannot see every change; what it does not understand it must refuse.
        expect(["refused", "commit", "welcome", "key_package", "message"]).toContain(await outcome(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});
