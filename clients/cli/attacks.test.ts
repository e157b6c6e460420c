import { copyFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { fromHex, toBase64Url, toHex } from "./bytes";
import { recoveryKey, fromWords } from "./archive";
import { encodeEntry, signEntry } from "./chain";
import { nextBody, sortedDevices } from "./chain-rules";
import { keyPair, random } from "./crypto";
import { history, link, remove, say, sync, unlockWith, verify, words } from "./app/commands";
import { Client } from "./app/client";
import { write, type Writable } from "./app/sending";
import { Locked, StateFile } from "./app/state";
import { renewWays } from "./app/vault";
import { servedWorld, type ServedWorld } from "./testing/served";
import { openTerminal, type TestTerminal } from "./testing/terminal";

/* What a terminal finds out by itself about a server that lies, and about itself. */

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
beforeEach(() => {
  world.lie = null;
});
afterAll(() => world.end());

/** Two terminals that have written to each other. */
async function pair(): Promise<{ fern: TestTerminal; otter: TestTerminal; id: string }> {
  const [fern, otter] = [
    await openTerminal(world, await world.makePerson()),
    await openTerminal(world, await world.makePerson()),
  ];
  await fern.run((client, to) => say(client, to, `@${otter.person.handle}`, "Hello"));
  await otter.run(sync);
  const id = Object.values(fern.client.state.conversations).find(({ kind }) => kind === "direct")?.id ?? "";
  expect(otter.texts(id)).toEqual(["Hello"]);
  return { fern, otter, id };
}

const text = (said: string): Writable => ({ kind: "text", text: said, files: [], replyTo: null });

/** Lies to one person about answers whose path begins like this. */
function lieTo(terminal: TestTerminal, path: string, change: (body: never) => unknown): void {
  world.lie = (personId, _, asked, answer) =>
    personId === terminal.person.id && asked.startsWith(path) && answer.status === 200
      ? { ...answer, body: change(structuredClone(answer.body) as never) }
      : answer;
}

/** Makes what is known of accounts old, so that they are looked up again. */
function forget(terminal: TestTerminal): void {
  for (const contact of Object.values(terminal.client.state.contacts)) contact.at = 0;
  terminal.client.save();
}

describe("a terminal", { timeout: 60_000 }, () => {
  it("does not write to a device that nobody of the account signed in, and says so until somebody accepts it", async () => {
    const { fern, otter, id } = await pair();
    const account = otter.client.account;
    const chain = fern.client.state.contacts[account]?.chain;
    if (!chain) throw new Error("no chain");
    const ghost = keyPair();
    const device = { id: toHex(random(16)), key: toHex(ghost.public), addedSeq: chain.seq + 1 };
    const body = nextBody(chain, "update", Date.now(), { devices: sortedDevices([...chain.devices, device]) });
    await world.server.append(account, encodeEntry(signEntry(body, [ghost])));
    forget(fern);
    await expect(fern.run((client) => write(client, id, text("Not to a ghost")))).rejects.toThrow("unauthorised");
    await expect(fern.run((client) => write(client, id, text("Nor now")))).rejects.toThrow("a check failed");
    const printed = await fern.run(async (client, to) => verify(client, to, true).catch(() => null));
    expect(printed.join("\n")).not.toContain("accepted");
  });

  it("does not write to another account than the log gives the handle to", async () => {
    const { fern, otter } = await pair();
    const mallory = await openTerminal(world, await world.makePerson());
    lieTo(fern, "people/", (answer: object) => ({
      ...answer,
      account_id: mallory.client.account,
      conversation_id: null,
    }));
    await expect(fern.run((client, to) => say(client, to, `@${otter.person.handle}`, "Hi"))).rejects.toThrow(
      "the log gives",
    );
  });

  it("notices an older log, and keys of another device", async () => {
    const { fern, otter } = await pair();
    const old: unknown[] = [];
    lieTo(fern, "lookup", (answer) => (old.push(structuredClone(answer)), answer));
    await fern.run((client) => client.lookUpAccount(client.account));
    const maple = await openTerminal(world, await world.makePerson());
    world.lie = null;
    await fern.run((client) => client.lookUpAccount(client.account));
    lieTo(fern, "lookup", () => old[0]);
    await expect(fern.run((client) => client.lookUpAccount(client.account))).rejects.toThrow("rolled_back");

    const stolen = await maple.client.api.post("key_packages/claim", {
      device_id: maple.client.state.device.id,
      account_id: maple.client.account,
      devices: [maple.client.state.device.id],
    });
    lieTo(otter, "key_packages/claim", () => stolen.value);
    const stranger = await openTerminal(world, await world.makePerson());
    await expect(otter.run((client, to) => say(client, to, `@${stranger.person.handle}`, "Hi"))).rejects.toThrow(
      "not listed",
    );
  });

  it("finds out by the messages of others that it is shown another log", async () => {
    const { fern, otter, id } = await pair();
    world.server.logs.set(otter.person.id, await world.server.log.fork());
    await world.server.log.publish(Date.now());
    await world.server.log.publish(Date.now());
    await world.server.logs.get(otter.person.id)?.publish(Date.now() + 1);
    await otter.run((client) => client.lookUpAccount(client.account));
    await otter.run((client) => write(client, id, text("What does your log say?")));
    await fern.run(sync);
    const printed = await fern.run((client, to) => verify(client, to, false));
    expect(printed.join("\n")).toContain(`@${otter.person.handle} was shown another log`);
    await expect(fern.run((client) => write(client, id, text("Nothing more")))).rejects.toThrow("a check failed");
    world.server.logs.delete(otter.person.id);
  });

  it("finds a changed entry of the log when it replays it", async () => {
    const { fern } = await pair();
    world.lie = (personId, _, path, answer) => {
      if (personId !== fern.person.id || !path.startsWith("tile/entries/000")) return answer;
      const bytes = (answer.body as Uint8Array).slice();
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return { ...answer, body: bytes };
    };
    await expect(fern.run((client, to) => verify(client, to, false))).rejects.toThrow("out of order");
  });

  it("shows a changed message as one line, and goes on", async () => {
    const { fern, otter, id } = await pair();
    for (const said of ["one", "two", "three"]) await otter.run((client) => write(client, id, text(said)));
    lieTo(fern, "inbox", ({ envelopes, ...rest }: { envelopes?: { payload: string }[] }) => ({
      ...rest,
      envelopes: envelopes?.map((envelope, at, all) => ({
        ...envelope,
        payload: at === all.length - 2 ? `${envelope.payload.slice(0, -8)}AAAAAAAA` : envelope.payload,
      })),
    }));
    await fern.run(sync);
    expect(fern.texts(id)).toEqual(["Hello", "one", "three"]);
    expect(fern.client.conversation(id).notices.map((notice) => notice.text)).toEqual([
      "a message could not be decrypted",
    ]);
    world.lie = null;
    expect(await fern.run((client, to) => history(client, to, `@${otter.person.handle}`))).toHaveLength(4);
  });

  it("stops when its state was copied, and lets no second process use it", async () => {
    const { fern, otter, id } = await pair();
    expect(() => new StateFile(fern.path)).toThrow(Locked);
    copyFileSync(fern.path, `${fern.path}.copy`);
    for (const said of ["one", "two"]) await fern.run((client) => write(client, id, text(said)));
    copyFileSync(`${fern.path}.copy`, fern.path);
    await expect(fern.run((client) => write(client, id, text("from a copy")))).rejects.toThrow("used elsewhere");
    await otter.run(sync);
    expect(otter.texts(id)).toEqual(["Hello", "one", "two"]);
  });

  it("takes no archive key that the server, or a removed device, made", async () => {
    const { fern } = await pair();
    const shown = await fern.run((client, to) => words(client, to));
    const mine = shown.join("\n").split("\n").at(-1) ?? "";
    const recovery = [toHex(recoveryKey(fromWords(mine)).public)];
    const spy = new Client(
      { ...fern.client.state, device: { ...fern.client.state.device, secret: toBase64Url(random(32)) } },
      { write: () => {} },
    );
    await renewWays(spy, recovery, { account: spy.account, epoch: 1, key: random(32) });
    const laptop = await openTerminal(world, fern.person, "Laptop");
    await expect(laptop.run((client, to) => unlockWith(client, to, mine))).rejects.toThrow(
      "no device of the account made",
    );
    const honest = fern.client.archiveKey;
    if (!honest) throw new Error("no archive key");
    await renewWays(fern.client, recovery, honest);
    await laptop.run((client, to) => unlockWith(client, to, mine));
    expect(laptop.client.archiveKey).toEqual(honest);

    await laptop.run((client, to) => remove(client, to, fern.client.state.device.id));
    await renewWays(fern.client, recovery, { account: spy.account, epoch: 2, key: random(32) });
    const phone = await openTerminal(world, fern.person, "Phone");
    await expect(phone.run((client, to) => unlockWith(client, to, mine))).rejects.toThrow(
      "no device of the account made",
    );
    expect(phone.client.state.archive.keys).toEqual({});
  });

  it("lets no other device in than the one whose code it was given", async () => {
    const { fern } = await pair();
    const [laptop, spy] = [await openTerminal(world, fern.person, "Laptop"), keyPair()];
    let code = "";
    const linking = laptop
      .run((client, to) =>
        link(client, { ...to, out: (line) => (code ||= /BARKER1:[\w-]+/.exec(line)?.[0] ?? "") }, null),
      )
      .catch(() => null);
    await expect.poll(() => code).not.toBe("");
    const chain = await fern.client.lookUpAccount(fern.client.account);
    if (!chain) throw new Error("no chain");
    const device = { id: toHex(random(16)), key: toHex(spy.public), addedSeq: chain.seq + 1 };
    const body = nextBody(chain, "update", Date.now(), { devices: sortedDevices([...chain.devices, device]) });
    const entry = toBase64Url(encodeEntry(signEntry(body, [spy])));
    world.lie = (personId, method, path, answer) =>
      method === "GET" &&
      path.startsWith("link/") &&
      personId === fern.person.id &&
      answer.status === 200 &&
      (answer.body as { body: string }).body.length > 200
        ? { ...answer, body: { body: entry } }
        : answer;
    await expect(fern.run((client, to) => link(client, to, code))).rejects.toThrow("show a new one");
    expect((await fern.client.lookUpAccount(fern.client.account))?.devices).toHaveLength(1);
    laptop.client.now = () => Date.now() + 400_000;
    await linking;
  });
});

/** A device of the app of somebody new. */
async function pocket(): Promise<Pocket> {
  const opened = await world.openPocket(await world.makePerson());
  await opened.running.messenger.enrol("Phone");
  await opened.running.settle();
  return opened;
}

it(
  "what two devices write at the same time is read by all in one order, whoever commits first",
  { timeout: 60_000 },
  async () => {
    const [fern, otter] = [await openTerminal(world, await world.makePerson()), await pocket()];
    await fern.run((client, to) => say(client, to, `@${otter.person.handle}`, "Hello"));
    const id = Object.values(fern.client.state.conversations).find(({ kind }) => kind === "direct")?.id ?? "";
    await settleAll(otter);
    for (let round = 0; round < 5; round += 1) {
      // Both are due to renew their keys, so both commit to the same epoch.
      fern.client.conversation(id).sentSince = 100;
      fern.client.save();
      const app = otter.running.messenger.send(id, { text: `app ${round}` });
      await Promise.all([
        fern.run((client) => write(client, id, text(`terminal ${round}`))),
        app.then(() => otter.running.settle()),
      ]);
    }
    await settleAll(otter);
    await fern.run(sync);
    const all = await textsOf(otter, id);
    expect(all).toHaveLength(11);
    expect(new Set(all).size).toBe(11);
    expect(fern.texts(id)).toEqual(all);
    expect(fromHex(id)).toHaveLength(16);
  },
);
