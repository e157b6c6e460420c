import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { toBase64Url } from "@/lib/bytes/encoding";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { claim, directBetween, makeCommit, makeMessage, postCommit, start } from "@/testing/conversing";
import { makeAccount, newPackages } from "@/testing/messaging";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const P = "/api/v1/barker/e2ee";
const hex = () => randomBytes(16).toString("hex");
const bytes = (length: number) => toBase64Url(new Uint8Array(randomBytes(length)));

/** All endpoints of encrypted messages, with something in the place of their parameters. */
const endpoints = Object.entries(routes).flatMap(([path, mounted]) =>
  path.startsWith(P)
    ? Object.entries(mounted).map(([method, { declaration }]) => ({
        method,
        path: path
          .replace("[way]", "words")
          .replace("[n]", "1")
          .replace(/\[[^\]]*\]/g, hex()),
        declaration,
      }))
    : [],
);

describe("a token", () => {
  it("without the scope of messages reaches nothing but the public log", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id, ["read", "write", "follow", "push"]);
    const open = endpoints.filter(({ declaration }) => declaration.auth === "none");
    const guarded = endpoints.filter((endpoint) => !open.includes(endpoint));
    for (const { method, path, declaration } of guarded) {
      expect(declaration.scope).toBe("messages");
      const json = method === "GET" ? undefined : {};
      expect(await call(method, path, { token, json })).toMatchObject({
        status: 403,
        json: { code: "insufficient_scope" },
      });
      expect((await call(method, path, { json })).status).toBe(401);
    }
    const names = open.map(({ method, path }) => `${method} ${path.slice(P.length + 1).split("/")[0]}`);
    expect(names.toSorted()).toEqual(["GET checkpoint", "GET policy", "GET tile"]);
    expect(endpoints.length).toBeGreaterThan(30);
  });
});

describe("somebody else's", () => {
  it("devices cannot be used, named, fed or emptied", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const [victim, thief] = [fern.devices[0], otter.devices[0]];
    await victim.publish(2, true);
    const count = async () => (await victim.send("GET", `/devices/${victim.id}/key_packages`)).json;
    const id = await directBetween(fern, otter);
    const before = await count();
    const forged = { key_packages: await newPackages(thief, 1) };
    const tries = [
      thief.send("GET", `/devices/${victim.id}/key_packages`),
      thief.send("POST", `/devices/${victim.id}/key_packages`, forged),
      thief.send("PUT", `/devices/${victim.id}`, { name: "Mine now" }),
      thief.send("GET", `/inbox?device_id=${victim.id}`),
      thief.send("GET", `/unread?device_id=${victim.id}`),
      thief.send("POST", "/inbox/ack", { device_id: victim.id, acks: [{ conversation_id: id, number: 1 }] }),
      thief.send("POST", "/key_packages/claim", { device_id: victim.id, account_id: otter.id }),
    ];
    for (const answer of await Promise.all(tries)) expect([403, 404]).toContain(answer.status);
    // Nor does one's own device take keys of another.
    expect((await victim.send("POST", `/devices/${victim.id}/key_packages`, forged)).status).toBe(422);
    expect(await count()).toEqual(before);
  });

  it("vault, archive and linking mailboxes stay theirs", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const [own, other] = [fern.devices[0], otter.devices[0]];
    await own.send("PUT", "/vault/words/words", { body: bytes(64) });
    await own.send("PUT", "/archive", { enabled: true });
    const record = { id: hex(), epoch: 0, at: 1, body: bytes(64) };
    expect((await own.send("POST", "/archive/records", { records: [record] })).json).toEqual({ stored: 1 });
    const mailbox = hex();
    await own.send("PUT", `/link/${mailbox}`, { body: bytes(64) });
    await other.send("PUT", "/archive", { enabled: true });
    await other.send("DELETE", "/vault/words/words");
    await other.send("POST", "/archive/records", { records: [{ ...record, body: bytes(64) }] });
    expect((await other.send("GET", `/link/${mailbox}`)).status).toBe(404);
    await other.send("PUT", `/link/${mailbox}`, { body: bytes(32) });
    await other.send("DELETE", "/archive");
    expect((await own.send("GET", "/vault")).json).toMatchObject({ entries: [{ way: "words" }] });
    expect((await own.send("GET", "/archive/records")).json).toMatchObject({ records: [record] });
    expect((await own.send("GET", `/link/${mailbox}`)).json).toMatchObject({ body: expect.stringMatching(/^.{86}$/) });
  });
});

describe("what is too large or makes no sense", () => {
  it("is refused, whatever it is", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const device = fern.devices[0];
    const id = await directBetween(fern, otter);
    const post = { device_id: device.id, counter: device.nextCounter(), generation: 0, epoch: 1 };
    const records = Array.from({ length: 101 }, (_, at) => ({ id: hex(), epoch: 0, at, body: "AAAA" }));
    const tries = [
      device.send("POST", `/conversations/${id}/messages`, { ...post, message: bytes(66_000) }),
      device.send("POST", `/conversations/${id}/messages`, { ...post, message: bytes(500) }),
      device.send("POST", `/conversations/${id}/messages`, { ...post, message: "not base64!" }),
      device.send("POST", `/conversations/${id}/commits`, { ...post, commit: bytes(500), welcome: null }),
      device.send("PUT", `/link/${hex()}`, { body: bytes(17_000) }),
      device.send("PUT", "/vault/words/words", { body: bytes(5_000) }),
      device.send("PUT", "/vault/pin/1234", { body: bytes(64) }),
      device.send("PUT", "/archive/epochs/-1", { wrapped: null }),
      device.send("POST", "/archive/records", { records }),
      device.send("POST", `/devices/${device.id}/key_packages`, { key_packages: Array(51).fill("AAAA") }),
      device.send("POST", "/append", { entry: bytes(300) }),
      device.send("GET", "/lookup?label=person:1"),
      device.send("GET", "/conversations/' OR 1=1"),
      call("POST", `${P}/attachments`, {
        token: fern.token,
        headers: { "content-type": "application/octet-stream" },
        body: new Uint8Array(16 * 1024 * 1024 + 1),
      }),
    ];
    for (const [at, { status }] of (await Promise.all(tries)).entries()) {
      expect([at, [400, 404, 413, 422].includes(status)]).toEqual([at, true]);
    }
  });
});

describe("a message of the epoch before", () => {
  it("is refused when a device came with the commit, and when one went", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const phone = fern.devices[0];
    await otter.devices[0].publish(2);
    const { id } = await start(phone, "direct", [fern, otter]);
    const tablet = await otter.addDevice();
    await tablet.publish(2);
    const tooLate = { status: 409, json: { code: "epoch_too_old" } };
    const late = await makeMessage(phone, id, "Not for the tablet");
    const add = await claim(phone, otter, [tablet]);
    const added = await makeCommit(phone, id, { add, accounts: [fern, otter] });
    expect((await postCommit(phone, id, added)).status).toBe(200);
    const post = (body: object) =>
      phone.send("POST", `/conversations/${id}/messages`, { ...body, counter: phone.nextCounter() });
    expect(await post(late)).toMatchObject(tooLate);
    const later = await makeMessage(phone, id, "Readable by the tablet");
    await otter.removeDevice(tablet);
    const removed = await makeCommit(phone, id, { remove: [tablet], accounts: [fern, otter] });
    expect((await postCommit(phone, id, removed)).status).toBe(200);
    expect(await post(later)).toMatchObject(tooLate);
  });
});
