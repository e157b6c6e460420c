import { describe, expect, it } from "vitest";
import { fromHex as appBytes, toHex as appHex } from "@/lib/bytes/encoding";
import { signerFromSeed } from "@/lib/keychain/signing";
import * as app from "@/lib/mls";
import { toHex, utf8, zeros, type Bytes } from "../bytes";
import { keyPair, random } from "../crypto";
import { makeCommit } from "./commit";
import { decodeGroup, encodeGroup, encryptMessage, epochOf, join, newGroup, type Group } from "./group";
import { decodePackage, encodePackage, generatePackage, publish, readPackage, refOf } from "./key-package";
import { membersOf, placeOf, type Own } from "./profile";
import { receive } from "./receive";

/* Devices of this client and of the app, which share only ts-mls, in the same groups. */

const host = "barker.example";
const now = Date.now();
const conversation = toHex(random(16));
const anybody = () => Promise.resolve(true);
const tag = random(32);

interface Device {
  package: () => Promise<Bytes>;
  join: (welcome: Uint8Array) => Promise<void>;
  /** The epoch and devices that it sees. */
  view: () => { epoch: number; devices: string[] };
  send: (words: string) => Promise<Bytes>;
  /** What it reads of a message, or how it sees the group after a commit. */
  take: (bytes: Uint8Array) => Promise<string>;
  commit: (change: { add?: Bytes[]; remove?: string[] }) => Promise<{ commit: Bytes; welcome: Bytes | null }>;
  id: string;
}

function cliDevice(
  account: string,
  group: Group | null = null,
): Device & { found: (accounts: string[]) => Promise<void> } {
  const own: Own = { host, account, device: toHex(random(16)), secret: random(32) };
  let state = group;
  let packages: Bytes[] = [];
  const current = () => {
    if (!state) throw new Error("not in the group");
    // Every step goes through the encoding, as it does when the client is started anew.
    return decodeGroup(encodeGroup(state), own);
  };
  return {
    id: own.device,
    async found(accounts) {
      state = await newGroup(own, { conversation, generation: 0, accounts }, now);
    },
    async package() {
      const made = await generatePackage(own, false, now);
      packages.push(encodePackage(made));
      return publish(made);
    },
    async join(welcome) {
      const joined = await join(own, welcome, packages.map(decodePackage), anybody);
      expect(await refOf(decodePackage(packages[0] ?? zeros(0)).keyPackage)).toBe(joined.ref);
      packages = [];
      state = joined.group;
      expect(placeOf(joined.group).conversation).toBe(conversation);
    },
    view: () => ({ epoch: epochOf(current()), devices: membersOf(current().ratchetTree).map(({ device }) => device) }),
    async send(words) {
      const { message, next } = await encryptMessage(current(), utf8(words), tag);
      state = next;
      return message;
    },
    async take(bytes) {
      const received = await receive(current(), bytes, anybody);
      state = received.next;
      if (!("content" in received)) return received.isOut ? "out" : "commit";
      expect(toHex(received.tag)).toBe(toHex(tag));
      return `${received.sender.device}: ${new TextDecoder().decode(received.content)}`;
    },
    async commit({ add = [], remove = [] }) {
      const added = await Promise.all(add.map((bytes) => readPackage(bytes, now)));
      const leaves = membersOf(current().ratchetTree).filter(({ device }) => remove.includes(device));
      const made = await makeCommit(current(), {
        add: added.map(({ keyPackage }) => keyPackage),
        remove: leaves.map(({ leaf }) => leaf),
      });
      state = made.next;
      return made;
    },
  };
}

function appDevice(account: string): Device & { found: (accounts: string[]) => Promise<void> } {
  const device = toHex(random(16));
  const identity = {
    host,
    accountId: appBytes(account),
    deviceId: appBytes(device),
    signer: signerFromSeed(random(32)),
  };
  let state: app.MlsGroup | null = null;
  const privates: Uint8Array[] = [];
  const current = () => {
    if (!state) throw new Error("not in the group");
    return state;
  };
  return {
    id: device,
    async found(accounts) {
      const place = { conversationId: appBytes(conversation), generation: 0, accounts: accounts.map(appBytes) };
      state = await app.createGroup(identity, place, anybody);
    },
    async package() {
      const { keyPackage, privateBytes } = await app.createKeyPackage(identity, { lastResort: false, now });
      privates.push(privateBytes);
      return new Uint8Array(keyPackage);
    },
    async join(welcome) {
      state = (await app.joinGroup(identity, welcome, privates, anybody)).group;
    },
    view: () => ({
      epoch: Number(app.groupInfo(current()).epoch),
      devices: app.members(current()).map(({ deviceId }) => appHex(deviceId)),
    }),
    async send(words) {
      const { message, next } = await app.encrypt(current(), utf8(words), tag);
      state = next;
      return new Uint8Array(message);
    },
    async take(bytes) {
      const received = await app.process(current(), bytes);
      state = received.next;
      if (received.kind === "commit") return app.isActive(received.next) ? "commit" : "out";
      return `${appHex(received.sender.deviceId)}: ${new TextDecoder().decode(received.content)}`;
    },
    async commit({ add = [], remove = [] }) {
      const leaves = app.members(current()).filter(({ deviceId }) => remove.includes(appHex(deviceId)));
      const made = await app.commit(current(), { add, remove: leaves.map(({ leafIndex }) => leafIndex), now });
      state = made.next;
      return { commit: new Uint8Array(made.commit), welcome: made.welcome && new Uint8Array(made.welcome) };
    },
  };
}

const without = (devices: readonly Device[], one: Device) => devices.filter((each) => each !== one);

/** All of them send, and all others read it. */
async function everybodyTalks(devices: readonly Device[]): Promise<void> {
  for (const sender of devices) {
    const message = await sender.send(`from ${sender.id}`);
    for (const other of without(devices, sender)) {
      expect(await other.take(message)).toBe(`${sender.id}: from ${sender.id}`);
    }
  }
  const views = devices.map((device) => JSON.stringify(device.view()));
  expect(new Set(views).size).toBe(1);
}

const [alice, bob] = [toHex(random(16)), toHex(random(16))];

describe("devices of this client and of the app", () => {
  it.each([
    ["this client's device", cliDevice, appDevice],
    ["the app's device", appDevice, cliDevice],
  ])("%s begins a group, others join, talk, renew their keys, and are removed", async (_, founderOf, otherOf) => {
    const founder = founderOf(alice);
    await founder.found([alice, bob]);
    const [second, third, fourth] = [otherOf(bob), founderOf(bob), otherOf(alice)];
    const added = [second, third];
    const first = await founder.commit({ add: await Promise.all(added.map((device) => device.package())) });
    for (const device of added) await device.join(first.welcome ?? zeros(0));
    await everybodyTalks([founder, second, third]);

    const more = await second.commit({ add: [await fourth.package()] });
    for (const device of [founder, third]) expect(await device.take(more.commit)).toBe("commit");
    await fourth.join(more.welcome ?? zeros(0));
    const all = [founder, second, third, fourth];
    await everybodyTalks(all);

    for (const renewing of all) {
      const { commit } = await renewing.commit({});
      for (const device of without(all, renewing)) expect(await device.take(commit)).toBe("commit");
    }
    await everybodyTalks(all);

    // Without the founder, the left half of the tree is one device: the root of its path may be blank.
    const out = await fourth.commit({ remove: [founder.id] });
    expect(await founder.take(out.commit)).toBe("out");
    for (const device of [second, third]) expect(await device.take(out.commit)).toBe("commit");
    await everybodyTalks([second, third, fourth]);
    const alone = await third.commit({ remove: [second.id] });
    expect(await fourth.take(alone.commit)).toBe("commit");
    await everybodyTalks([third, fourth]);
    const again = founderOf(alice);
    const back = await fourth.commit({ add: [await again.package()] });
    expect(await third.take(back.commit)).toBe("commit");
    await again.join(back.welcome ?? zeros(0));
    await everybodyTalks([third, fourth, again]);
    const last = await again.commit({ remove: [third.id, fourth.id] });
    expect(await third.take(last.commit)).toBe("out");
    await again.commit({});
    const late = otherOf(bob);
    const { welcome } = await again.commit({ add: [await late.package()] });
    await late.join(welcome ?? zeros(0));
    await everybodyTalks([again, late]);
  });

  it("messages that come late, in another order, twice or changed are read once or refused", async () => {
    const [sender, reader] = [appDevice(alice), cliDevice(bob)];
    await sender.found([alice, bob]);
    const { welcome } = await sender.commit({ add: [await reader.package()] });
    await reader.join(welcome ?? zeros(0));
    const sent: Bytes[] = [];
    for (let at = 0; at < 20; at += 1) sent.push(await sender.send(`${at}`));
    const renewal = await sender.commit({});
    await reader.take(renewal.commit);
    for (const at of [19, 0, 7, 3]) expect(await reader.take(sent[at] ?? zeros(0))).toBe(`${sender.id}: ${at}`);
    await expect(reader.take(sent[7] ?? zeros(0))).rejects.toThrow("undecryptable");
    const message = sent[5] ?? zeros(0);
    await expect(reader.take(message.with(message.length - 1, (message.at(-1) ?? 0) ^ 1))).rejects.toThrow(
      "undecryptable",
    );
    await expect(reader.take(message.subarray(0, -1))).rejects.toThrow("malformed");
    expect(await reader.take(message)).toBe(`${sender.id}: 5`);
  });

  it("a device that no chain lists is let in by nobody", async () => {
    const own: Own = { host, account: alice, device: toHex(random(16)), secret: random(32) };
    const group = await newGroup(own, { conversation, generation: 0, accounts: [alice, bob] }, now);
    const [friend, ghost] = [cliDevice(bob), appDevice(bob)];
    const first = await makeCommit(group, {
      add: [(await readPackage(await friend.package(), now)).keyPackage],
      remove: [],
    });
    await friend.join(first.welcome ?? zeros(0));
    const theirs = await friend.commit({ add: [await ghost.package()] });
    const isListed = (member: { device: string }) => Promise.resolve(member.device !== ghost.id);
    await expect(receive(first.next, theirs.commit, isListed)).rejects.toThrow("unauthorised_member");
    const packages: never[] = [];
    await expect(join(own, theirs.welcome ?? zeros(0), packages, isListed)).rejects.toThrow("no_key_package");
    expect(keyPair(own.secret).public).toHaveLength(32);
  });
});
