import { expect, it } from "vitest";
import {
  commit,
  createGroup,
  createKeyPackage,
  decodeGroup,
  encodeGroup,
  encrypt,
  exporter,
  groupInfo,
  isActive,
  joinGroup,
  members,
  ownLeafIndex,
  process,
  unauthorisedMembers,
  type Authorise,
  type MlsGroup,
} from "@/lib/mls";
import { equal, toHex } from "@/lib/bytes/encoding";
import { isFull } from "@/testing/full";
import { addDevices, at, commitAs, everybody, groupOf, newDevice, sayAs } from "@/testing/mls";

const text = (value: string) => new TextEncoder().encode(value);
const refusal = (code: string) => expect.objectContaining({ name: "MlsError", code });
const secretOf = async (group: MlsGroup) => toHex(await exporter(group, "test", text("context"), 32));
const keyPackageOf = async (device: Awaited<ReturnType<typeof newDevice>>) =>
  createKeyPackage(device, { lastResort: false, now: Date.now() });

it("all devices of two people know the same group, its conversation, its members and its secrets", async () => {
  const [maple, otter] = [await newDevice(), await newDevice()];
  const devices = [maple, await newDevice(maple.accountId), otter, await newDevice(otter.accountId)];
  const [first, ...others] = devices;
  if (first === undefined) return;
  const accounts = [otter.accountId, maple.accountId];
  const conversationId = crypto.getRandomValues(new Uint8Array(16));
  const alone = await createGroup(first, { conversationId, generation: 3, accounts }, everybody);
  const groups = await addDevices([alone], 0, others);
  for (const [place, group] of groups.entries()) {
    const info = groupInfo(group);
    expect(info).toMatchObject({ conversationId, generation: 3, epoch: 1n });
    expect(info.groupId).toEqual(new Uint8Array([...conversationId, 0, 0, 0, 3]));
    expect(info.accounts.map(toHex)).toEqual(accounts.map(toHex).toSorted());
    expect(ownLeafIndex(group)).toBe(place);
    expect(members(group).map(({ deviceId }) => toHex(deviceId))).toEqual(
      devices.map((device) => toHex(device.deviceId)),
    );
    expect(members(group).map(({ signatureKey }) => signatureKey)).toEqual(
      devices.map((device) => device.signer.publicKey),
    );
  }
  expect(new Set(await Promise.all(groups.map(secretOf))).size).toBe(1);
  await sayAs(groups, 3, "hello");
});

it("a commit says who made it, whom it added and whom it removed", async () => {
  const devices = [await newDevice(), await newDevice(), await newDevice()];
  const groups = await groupOf(devices);
  const added = await newDevice();
  const { keyPackage } = await keyPackageOf(added);
  const made = await commit(at(groups, 1), { add: [keyPackage], remove: [2] });
  expect(made.epoch).toBe(1n);
  const read = await process(at(groups, 0), made.commit);
  expect(read).toMatchObject({
    kind: "commit",
    epoch: 1n,
    committer: { leafIndex: 1, accountId: devices[1]?.accountId, deviceId: devices[1]?.deviceId },
    added: [{ leafIndex: 2, deviceId: added.deviceId }],
    removed: [{ leafIndex: 2, deviceId: devices[2]?.deviceId }],
  });
});

it("a commit changes nothing until it is promoted, and the loser of an epoch takes the winner's", async () => {
  const groups = await groupOf([await newDevice(), await newDevice(), await newDevice()]);
  const [winner, loser] = await Promise.all([commit(at(groups, 0), {}), commit(at(groups, 1), { remove: [2] })]);
  expect(groupInfo(at(groups, 0)).epoch).toBe(1n);
  const followed = await process(at(groups, 1), winner.commit);
  expect(await secretOf(followed.next)).toBe(await secretOf(winner.next));
  await expect(process(winner.next, loser.commit)).rejects.toThrow(refusal("epoch_too_old"));
  await expect(process(winner.next, winner.commit)).rejects.toThrow(refusal("epoch_too_old"));
  await expect(process(at(groups, 0), winner.commit)).rejects.toThrow(refusal("own_message"));
  const ahead = await commit(winner.next, {});
  await expect(process(at(groups, 1), ahead.commit)).rejects.toThrow(refusal("future_epoch"));
});

it("a removed device reads nothing that is sent afterwards, and knows that it was removed", async () => {
  const groups = await groupOf([await newDevice(), await newDevice(), await newDevice()]);
  const made = await commit(at(groups, 0), { remove: [2] });
  const removed = await process(at(groups, 2), made.commit);
  expect(removed).toMatchObject({ kind: "commit", removed: [{ leafIndex: 2 }] });
  expect(isActive(removed.next)).toBe(false);
  const later = await encrypt(made.next, text("without you"));
  await expect(process(removed.next, later.message)).rejects.toThrow(refusal("removed"));
  await expect(encrypt(removed.next, text("hello?"))).rejects.toThrow(refusal("removed"));
  await expect(commit(removed.next, {})).rejects.toThrow(refusal("removed"));
  // Also not if it pretends that nothing happened.
  await expect(process(at(groups, 2), later.message)).rejects.toThrow(refusal("future_epoch"));
});

it("a new group can be joined through the last resort by several groups, and through others once", async () => {
  const otter = await newDevice();
  const lastResort = await createKeyPackage(otter, { lastResort: true, now: Date.now() });
  const other = await keyPackageOf(otter);
  for (let time = 0; time < 2; time += 1) {
    const [alone] = await groupOf([await newDevice()]);
    if (alone === undefined) return;
    const { welcome, next } = await commit(alone, { add: [lastResort.keyPackage] });
    const joined = await joinGroup(
      otter,
      welcome ?? text(""),
      [other.privateBytes, lastResort.privateBytes],
      everybody,
    );
    expect(joined.ref).toEqual(lastResort.ref);
    await sayAs([next, joined.group], 1, "here");
  }
  const [alone] = await groupOf([await newDevice()]);
  if (alone === undefined) return;
  const { welcome } = await commit(alone, { add: [lastResort.keyPackage] });
  await expect(joinGroup(otter, welcome ?? text(""), [other.privateBytes], everybody)).rejects.toThrow(
    refusal("no_key_package"),
  );
});

it("devices that nobody authorised are neither added, nor accepted in a commit, nor in a group that is joined", async () => {
  const [maple, otter, ghost] = [await newDevice(), await newDevice(), await newDevice()];
  const known: Authorise = ({ deviceId }) => Promise.resolve(!equal(deviceId, ghost.deviceId));
  const careless = await groupOf([maple, otter]);
  const careful = await decodeGroup(encodeGroup(at(careless, 1)), otter, known);
  const { keyPackage } = await keyPackageOf(ghost);
  await expect(commit(careful, { add: [keyPackage] })).rejects.toThrow(refusal("unauthorised_member"));
  const made = await commit(at(careless, 0), { add: [keyPackage] });
  await expect(process(careful, made.commit)).rejects.toThrow(refusal("unauthorised_member"));
  const late = await newDevice();
  const latePackage = await keyPackageOf(late);
  const { welcome } = await commit(made.next, { add: [latePackage.keyPackage] });
  await expect(joinGroup(late, welcome ?? text(""), [latePackage.privateBytes], known)).rejects.toThrow(
    refusal("unauthorised_member"),
  );
  // The careful one goes on as before.
  const sent = await encrypt(at(careless, 0), text("still here"));
  expect((await process(careful, sent.message)).kind).toBe("message");
});

it("when nobody can say who is authorised, a commit is neither applied nor called invalid", async () => {
  const groups = await groupOf([await newDevice(), await newDevice()]);
  const offline: Authorise = () => Promise.reject(new Error("The log cannot be reached."));
  const { identity } = at(groups, 1);
  const reader = await decodeGroup(encodeGroup(at(groups, 1)), identity, offline);
  const device = await newDevice();
  const { keyPackage, privateBytes } = await keyPackageOf(device);
  const made = await commit(at(groups, 0), { add: [keyPackage] });
  await expect(process(reader, made.commit)).rejects.toThrow(refusal("authorisation_unavailable"));
  await expect(joinGroup(device, made.welcome ?? text(""), [privateBytes], offline)).rejects.toThrow(
    refusal("authorisation_unavailable"),
  );
  const online = await decodeGroup(encodeGroup(reader), identity, everybody);
  expect((await process(online, made.commit)).kind).toBe("commit");
});

it("members whose devices were removed from their accounts are found", async () => {
  const devices = [await newDevice(), await newDevice(), await newDevice()];
  const gone = devices[2]?.deviceId ?? text("");
  const groups = await groupOf(devices);
  const authorise: Authorise = ({ deviceId }) => Promise.resolve(!equal(deviceId, gone));
  const { identity } = at(groups, 0);
  const group = await decodeGroup(encodeGroup(at(groups, 0)), identity, authorise);
  expect(await unauthorisedMembers(at(groups, 0))).toEqual([]);
  expect(await unauthorisedMembers(group)).toMatchObject([{ leafIndex: 2, deviceId: gone }]);
  // They can be removed although they are not authorised.
  expect(members((await commit(group, { remove: [2] })).next)).toHaveLength(2);
});

it("a changed or cut Welcome is refused, and the true one is joined afterwards", async () => {
  const [alone] = await groupOf([await newDevice()]);
  if (alone === undefined) return;
  const device = await newDevice();
  const { keyPackage, privateBytes } = await keyPackageOf(device);
  const { welcome } = await commit(alone, { add: [keyPackage] });
  const bytes = welcome ?? text("");
  for (let place = 0; place < bytes.length; place += 7) {
    const bad = bytes.with(place, (bytes[place] ?? 0) ^ 16);
    await expect(joinGroup(device, bad, [privateBytes], everybody)).rejects.toMatchObject({ name: "MlsError" });
    const cut = bytes.subarray(0, place);
    await expect(joinGroup(device, cut, [privateBytes], everybody)).rejects.toMatchObject({ name: "MlsError" });
  }
  await expect(joinGroup(await newDevice(), bytes, [privateBytes], everybody)).rejects.toThrow(
    refusal("no_key_package"),
  );
  expect(members((await joinGroup(device, bytes, [privateBytes], everybody)).group)).toHaveLength(2);
});

it("a group that was stored still asks who is authorised, and for which role", async () => {
  const devices = [await newDevice(), await newDevice()];
  const groups = await groupOf(devices);
  const asked: string[] = [];
  const authorise: Authorise = ({ deviceId }, role) => {
    asked.push(`${role} ${toHex(deviceId)}`);
    return Promise.resolve(true);
  };
  const bytes = encodeGroup(at(groups, 1));
  const stored = await decodeGroup(bytes, at(groups, 1).identity, authorise);
  expect(encodeGroup(stored)).toEqual(bytes);
  const added = await newDevice();
  const { keyPackage } = await keyPackageOf(added);
  const made = await commit(at(groups, 0), { add: [keyPackage] });
  const { next } = await process(stored, made.commit);
  expect(asked.toSorted()).toEqual(
    [`added ${toHex(added.deviceId)}`, `committer ${toHex(devices[0]?.deviceId ?? added.deviceId)}`].toSorted(),
  );
  await sayAs([made.next, next], 1, "after storing");
});

it("no stored group contains a signing key, and cut or changed bytes are refused or read as something else", async () => {
  const [alone] = await groupOf([await newDevice()]);
  if (alone === undefined) return;
  expect(alone.state.signaturePrivateKey).toHaveLength(0);
  const bytes = encodeGroup(alone);
  for (const bad of [bytes.subarray(0, -1), new Uint8Array([...bytes, 0]), bytes.with(0, 9), new Uint8Array()])
    await expect(decodeGroup(bad, alone.identity, everybody)).rejects.toThrow(refusal("malformed"));
});

it("a member is not added twice, a leaf that is blank is not removed, and nobody removes themselves", async () => {
  const devices = [await newDevice(), await newDevice()];
  const groups = await groupOf(devices);
  const [first] = devices;
  if (first === undefined) return;
  const again = await keyPackageOf(first);
  await expect(commit(at(groups, 1), { add: [again.keyPackage] })).rejects.toThrow(refusal("invalid_commit"));
  await expect(commit(at(groups, 1), { remove: [7] })).rejects.toThrow(refusal("invalid_commit"));
  await expect(commit(at(groups, 1), { remove: [1] })).rejects.toThrow(refusal("invalid_commit"));
  const impostor = { ...(await newDevice()), deviceId: first.deviceId };
  const { keyPackage } = await keyPackageOf(impostor);
  await expect(commit(at(groups, 1), { add: [keyPackage] })).rejects.toThrow(refusal("invalid_commit"));
});

it("a group that lost its left half goes on, and a leaf can be added where a path went past it", async () => {
  let groups = await groupOf(await Promise.all(Array.from({ length: 7 }, () => newDevice())));
  groups = await commitAs(groups, 6, {});
  groups = await addDevices(groups, 0, [await newDevice()]);
  groups = await sayAs(groups, 7, "joined");
  groups = await commitAs(groups, 5, { remove: [0, 1, 2, 3] });
  groups = await commitAs(groups, 0, {});
  groups = await sayAs(groups, 3, "the right half");
  groups = await addDevices(groups, 2, [await newDevice()]);
  groups = await sayAs(groups, groups.length - 1, "on the left");
  expect(new Set(await Promise.all(groups.map(secretOf))).size).toBe(1);
});

it("random adds, removals, commits and messages by random members leave all in one group", async () => {
  let seed = 7;
  const below = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  let groups = await groupOf([await newDevice(), await newDevice()]);
  for (let round = 0; round < (isFull ? 400 : 40); round += 1) {
    const committer = below(groups.length);
    const other = below(groups.length);
    const action = below(3);
    if (action === 0 && groups.length < 10) groups = await addDevices(groups, committer, [await newDevice()]);
    else if (action === 1 && other !== committer && groups.length > 2)
      groups = await commitAs(groups, committer, { remove: [ownLeafIndex(at(groups, other))] });
    else groups = await commitAs(groups, committer, {});
    groups = await sayAs(groups, below(groups.length), `round ${round}`);
    expect(new Set(groups.map((group) => members(group).length))).toEqual(new Set([groups.length]));
  }
  expect(new Set(await Promise.all(groups.map(secretOf))).size).toBe(1);
}, 180_000);
