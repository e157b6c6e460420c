import { p256 } from "@noble/curves/nist.js";
import { DAVESession } from "@snazzah/davey";
import type { Capabilities } from "ts-mls/capabilities.js";
import { createGroup, processProposal, type ClientState, type GroupState } from "ts-mls/clientState.js";
import { getCiphersuiteFromName, type CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { getCiphersuiteImpl } from "ts-mls/crypto/getCiphersuiteImpl.js";
import { encodeExternalSender } from "ts-mls/externalSender.js";
import { acceptAll } from "ts-mls/incomingMessageAction.js";
import { decodeKeyPackage, generateKeyPackageWithKey } from "ts-mls/keyPackage.js";
import { protectExternalProposalPublic } from "ts-mls/messageProtectionPublic.js";
import { processPublicMessage } from "ts-mls/processMessages.js";
import { emptyPskIndex } from "ts-mls/pskIndex.js";
import { encodeWelcome } from "ts-mls/welcome.js";
import { beforeAll, describe, expect, it } from "vitest";
import { encode } from "@/lib/bytes/tls";
import { makeCommit } from "@/lib/mls/commit";
import { MlsGroup } from "@/lib/mls/group";
import { clientConfig } from "@/lib/mls/profile";
import { NO_PRIVATE_KEY } from "@/lib/mls/suite";
import { decodeAs, encodeMessage } from "@/lib/mls/wire";
import { everybody, newDevice } from "@/testing/mls";

/*
 * davey is OpenMLS with the protocol of Discord's calls around it: cipher suite 2, credentials of eight bytes, an
 * external sender in every group. So it cannot join a group of our profile; it can join one that is made by the
 * same code with that suite and those credentials.
 */
const CALL = "42";
const SUITE_2 = "MLS_128_DHKEMP256_AES128GCM_SHA256_P256";
const serverKey = p256.utils.randomSecretKey();
const sender = encodeExternalSender({
  signaturePublicKey: p256.getPublicKey(serverKey, false),
  credential: { credentialType: "basic", identity: new Uint8Array(8) },
});
const capabilities: Capabilities = {
  versions: ["mls10"],
  ciphersuites: [SUITE_2],
  extensions: [],
  proposals: [],
  credentials: ["basic"],
};

/** A group whose members no URI names, and whom everybody accepts. */
class Call extends MlsGroup {
  override client(): ClientState {
    const config = clientConfig(everybody, () => "member");
    return {
      ...this.state,
      clientConfig: { ...config, authService: { validateCredential: () => Promise.resolve(true) } },
    };
  }
  override with(state: GroupState): Call {
    return new Call(super.with(state).state, this.identity, this.authorise, this.cs);
  }
}

/** A user of OpenMLS. */
function newPeer(user: number) {
  const session = new DAVESession(1, String(user), CALL);
  session.setExternalSender(Buffer.from(sender));
  const [keyPackage] = decodeKeyPackage(session.getSerializedKeyPackage(), 0) ?? [];
  if (keyPackage === undefined) throw new Error("davey made no KeyPackage.");
  return { session, add: { proposalType: "add" as const, add: { keyPackage } } };
}
const secretOf = (group: MlsGroup) => Buffer.from(group.state.keySchedule.epochAuthenticator);

describe("OpenMLS and this code", () => {
  let cs: CiphersuiteImpl;
  let alone: Call;
  beforeAll(async () => {
    const base = await getCiphersuiteImpl(getCiphersuiteFromName(SUITE_2));
    const key = p256.utils.randomSecretKey();
    cs = { ...base, signature: { ...base.signature, sign: (_, data) => base.signature.sign(key, data) } };
    const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
      { credentialType: "basic", identity: encode((writer) => writer.u64(1)) },
      capabilities,
      { notBefore: 0n, notAfter: 2n ** 64n - 1n },
      [],
      { signKey: NO_PRIVATE_KEY, publicKey: p256.getPublicKey(key, false) },
      cs,
    );
    const groupId = encode((writer) => writer.u64(Number(CALL)));
    const state = await createGroup(groupId, publicPackage, privatePackage, [], cs);
    // The library does not write the list of external senders as a list.
    const extensionData = encode((writer) => writer.opaque(sender));
    const groupContext = {
      ...state.groupContext,
      extensions: [{ extensionType: "external_senders" as const, extensionData }],
    };
    alone = new Call({ ...state, groupContext }, await newDevice(), everybody, cs);
  });

  /** Adds OpenMLS peers one by one, each of them applying the commits that follow. */
  async function callOf(users: number[]) {
    let group: MlsGroup = alone;
    const peers: DAVESession[] = [];
    for (const user of users) {
      const { session, add } = newPeer(user);
      const made = await makeCommit(group, [add]);
      for (const peer of peers) peer.processCommit(Buffer.from(made.commit));
      const { welcome } = decodeAs("mls_welcome", made.welcome ?? new Uint8Array());
      session.processWelcome(Buffer.from(encodeWelcome(welcome)));
      peers.push(session);
      group = made.next;
    }
    return { group, peers };
  }

  it("have the same secrets after a Welcome, and after commits that add, remove and only renew keys", async () => {
    const { group, peers } = await callOf([2, 3, 4, 5, 6]);
    for (const peer of peers) expect(peer.getEpochAuthenticator()).toEqual(secretOf(group));
    let next = group;
    for (const removed of [[], [2], [3, 4], []]) {
      const made = await makeCommit(
        next,
        removed.map((leaf) => ({ proposalType: "remove", remove: { removed: leaf } })),
      );
      next = made.next;
      for (const [place, peer] of peers.entries()) {
        if (![0, 4].includes(place)) continue;
        peer.processCommit(Buffer.from(made.commit));
        expect(peer.getEpochAuthenticator()).toEqual(secretOf(next));
      }
    }
    expect(peers[0]?.getUserIds().toSorted()).toEqual(["1", "2", "6"]);
    // A leaf that became free is used again, with a path that goes past it.
    const { session, add } = newPeer(7);
    const made = await makeCommit(next, [add]);
    for (const place of [0, 4]) peers[place]?.processCommit(Buffer.from(made.commit));
    session.processWelcome(
      Buffer.from(encodeWelcome(decodeAs("mls_welcome", made.welcome ?? new Uint8Array()).welcome)),
    );
    for (const peer of [peers[0], peers[4], session])
      expect(peer?.getEpochAuthenticator()).toEqual(secretOf(made.next));
  });

  it("have the same secrets after a commit of OpenMLS", async () => {
    const { group, peers } = await callOf([2, 3]);
    const { add } = newPeer(4);
    const signature = {
      ...cs.signature,
      sign: (_: Uint8Array, data: Uint8Array) =>
        Promise.resolve(p256.sign(data, serverKey, { prehash: true, format: "der", lowS: false })),
    };
    const { publicMessage } = await protectExternalProposalPublic(
      serverKey,
      group.state.groupContext,
      new Uint8Array(),
      add,
      { senderType: "external", senderIndex: 0 },
      { ...cs, signature },
    );
    const proposal = encodeMessage({ wireformat: "mls_public_message", publicMessage });
    const append = 0;
    const [committer, other] = peers;
    const made = committer?.processProposals(append, Buffer.from(encode((writer) => writer.opaque(proposal))));
    const bytes = made?.commit ?? Buffer.of();
    committer?.processCommit(bytes);
    other?.processProposals(append, Buffer.from(encode((writer) => writer.opaque(proposal))));
    other?.processCommit(bytes);

    const proposed = {
      wireformat: "mls_public_message" as const,
      content: publicMessage.content,
      auth: publicMessage.auth,
    };
    const pending = await processProposal(
      group.client(() => "member"),
      proposed,
      add,
      cs.hash,
    );
    const { publicMessage: commit } = decodeAs("mls_public_message", bytes);
    const { newState } = await processPublicMessage(pending, commit, emptyPskIndex, cs, acceptAll);
    for (const peer of [committer, other])
      expect(peer?.getEpochAuthenticator()).toEqual(Buffer.from(newState.keySchedule.epochAuthenticator));
    // And it follows a commit of this code again.
    const answer = await makeCommit(group.with(newState), []);
    committer?.processCommit(Buffer.from(answer.commit));
    expect(committer?.getEpochAuthenticator()).toEqual(secretOf(answer.next));
  });
});
