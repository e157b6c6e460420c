import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { SEALED_LIMIT, sealedName } from "@/lib/media/rules";
import { removeSealedOf, sweepSealed } from "@/lib/media/sealed/writes";
import { storage } from "@/lib/media/storage";
import { ArchivePage } from "@/lib/messages/archive/schema";
import { driver, IdRow, write } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { HOUR_MS } from "@/lib/time";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makeAccount, type TestDevice } from "@/testing/messaging";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const P = "/api/v1/barker/e2ee";
const hex = () => randomBytes(16).toString("hex");
const bytes = (length: number) => randomBytes(length).toString("base64url");

const record = (at: number) => ({ id: hex(), epoch: 1, at, body: bytes(200) });
const add = (device: TestDevice, records: object[]) => device.send("POST", "/archive/records", { records });

async function page(device: TestDevice, query: string) {
  return ArchivePage.parse((await device.send("GET", `/archive/records?${query}`)).json);
}

describe("the archive of an account", () => {
  it("takes records from any device, each once, and gives them newest first", async () => {
    const fern = await makeAccount(2);
    const [phone, laptop] = fern.devices;
    if (!laptop) throw new Error("no laptop");
    expect(await phone.send("GET", "/archive")).toMatchObject({ json: { enabled: false, count: 0, epochs: [] } });
    expect(await add(phone, [record(1)])).toMatchObject({ status: 409, json: { code: "archive_off" } });
    expect(await phone.send("PUT", "/archive", { enabled: true })).toMatchObject({ json: { enabled: true } });
    const records = Array.from({ length: 25 }, (_, at) => record(1_700_000_000_000 + Math.floor(at / 2)));
    expect(await add(phone, records)).toMatchObject({ status: 200, json: { stored: 25 } });
    const both = await Promise.all([add(phone, records), add(laptop, [...records, record(5)])]);
    expect(both.map(({ json }) => json)).toEqual([{ stored: 0 }, { stored: 1 }]);
    expect(await phone.send("GET", "/archive")).toMatchObject({ json: { count: 26 } });
    const got: { id: string; at: number }[] = [];
    for (let before: string | null = "", rounds = 0; before !== null && rounds < 9; rounds += 1) {
      const one: ArchivePage = await page(laptop, `limit=7${before && `&before=${before}`}`);
      got.push(...one.records);
      before = one.next;
    }
    expect(got).toHaveLength(26);
    expect(new Set(got.map(({ id }) => id)).size).toBe(26);
    expect(got.map(({ at }) => at)).toEqual(got.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(got.find(({ id }) => id === records[3]?.id)).toEqual(records[3]);
  });

  it("keeps the wrapped keys of its epochs, and is deleted with all of them", async () => {
    const phone = (await makeAccount()).devices[0];
    const wrapped = bytes(60);
    expect((await phone.send("PUT", "/archive/epochs/0", { wrapped })).status).toBe(409);
    await phone.send("PUT", "/archive", { enabled: true });
    await phone.send("PUT", "/archive/epochs/0", { wrapped });
    await phone.send("PUT", "/archive/epochs/1", { wrapped: null });
    // The first key of an epoch stays; the same one can be sent again.
    expect((await phone.send("PUT", "/archive/epochs/0", { wrapped })).status).toBe(200);
    expect(await phone.send("PUT", "/archive/epochs/0", { wrapped: bytes(60) })).toMatchObject({
      status: 409,
      json: { code: "epoch_taken" },
    });
    await add(phone, [record(1), record(2)]);
    expect(await phone.send("PUT", "/archive", { enabled: false })).toMatchObject({
      json: {
        enabled: false,
        count: 2,
        epochs: [
          { n: 0, wrapped },
          { n: 1, wrapped: null },
        ],
      },
    });
    expect((await phone.send("DELETE", "/archive")).status).toBe(200);
    expect(await phone.send("GET", "/archive")).toMatchObject({ json: { enabled: false, count: 0, epochs: [] } });
    expect((await page(phone, "limit=10")).records).toEqual([]);
  });

  it("is nobody else's, and takes no junk", async () => {
    const [phone, stranger] = [(await makeAccount()).devices[0], (await makeAccount()).devices[0]];
    for (const one of [phone, stranger]) await one.send("PUT", "/archive", { enabled: true });
    const own = record(1);
    await add(phone, [own]);
    expect((await page(stranger, "limit=10")).records).toEqual([]);
    // The same id of somebody else is another record.
    expect(await add(stranger, [own])).toMatchObject({ json: { stored: 1 } });
    for (const wrong of [
      { ...own, id: "x" },
      { ...own, at: -1 },
      { ...own, body: "" },
      { ...own, body: "ü" },
    ])
      expect((await add(phone, [wrong])).status).toBe(422);
    expect(
      (
        await add(
          phone,
          Array.from({ length: 101 }, () => record(1)),
        )
      ).status,
    ).toBe(422);
    expect((await phone.send("GET", "/archive/records?before=junk")).status).toBe(422);
    expect((await phone.send("PUT", "/archive/epochs/-1", { wrapped: null })).status).toBe(404);
  });
});

describe("the vault of an account", () => {
  it("keeps the ways in, which only their owner reads", async () => {
    const [phone, stranger] = [(await makeAccount()).devices[0], (await makeAccount()).devices[0]];
    const [words, passkey] = [bytes(80), bytes(90)];
    await phone.send("PUT", "/vault/words/words", { body: words });
    await phone.send("PUT", "/vault/passkey/credential-1_x", { body: bytes(9) });
    await phone.send("PUT", "/vault/passkey/credential-1_x", { body: passkey });
    expect(await phone.send("GET", "/vault")).toMatchObject({
      json: {
        entries: [
          { way: "words", id: "words", body: words },
          { way: "passkey", body: passkey },
        ],
      },
    });
    expect(await stranger.send("GET", "/vault")).toMatchObject({ json: { entries: [] } });
    await stranger.send("DELETE", "/vault/words/words");
    await phone.send("DELETE", "/vault/passkey/credential-1_x");
    expect(await phone.send("GET", "/vault")).toMatchObject({ json: { entries: [{ way: "words" }] } });
    expect((await phone.send("PUT", "/vault/pin/1", { body: words })).status).toBe(404);
    expect((await phone.send("PUT", "/vault/words/a%2Fb", { body: words })).status).toBe(404);
    for (let at = 0; at < 19; at += 1) await phone.send("PUT", `/vault/passkey/${at}`, { body: "AA" });
    expect((await phone.send("PUT", "/vault/passkey/one-more", { body: "AA" })).status).toBe(422);
  });
});

describe("the mailbox for linking a device", () => {
  it("hands over what the other device has left, once, within five minutes, to the same person", async () => {
    const fern = await makeAccount(2);
    const stranger = (await makeAccount()).devices[0];
    const [phone, laptop] = fern.devices;
    if (!laptop) throw new Error("no laptop");
    const [box, body] = [hex(), bytes(500)];
    expect((await laptop.send("GET", `/link/${box}`)).status).toBe(404);
    expect((await phone.send("PUT", `/link/${box}`, { body })).status).toBe(200);
    const seconds = await tcpRedis().ttl(keys.messageLink(fern.person.id, box));
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThanOrEqual(300);
    expect((await stranger.send("GET", `/link/${box}`)).status).toBe(404);
    expect(await laptop.send("GET", `/link/${box}`)).toMatchObject({ status: 200, json: { body } });
    expect((await laptop.send("GET", `/link/${box}`)).status).toBe(404);
    expect((await phone.send("PUT", `/link/${box}`, { body: bytes(17_000) })).status).toBe(422);
  });
});

describe("an encrypted file", () => {
  const post = (token: string, body: BodyInit, type = "application/octet-stream") =>
    call("POST", `${P}/attachments`, { token, body, headers: { "content-type": type } });
  const get = async (token: string, id: string) => {
    const { status, headers, text } = await call("GET", `${P}/attachments/${id}`, { token });
    return { status, type: headers.get("content-type"), text };
  };

  it("is stored as it is, and read by whoever knows its id", async () => {
    const { token, person } = await makeAccount();
    const other = (await makeToken((await makePerson()).id, ["messages"])).token;
    const { status, json } = await post(token, "sealed bytes");
    expect(status).toBe(200);
    const { id } = IdRow.parse(json);
    expect(await get(other, id)).toEqual({ status: 200, type: "application/octet-stream", text: "sealed bytes" });
    expect((await get(other, hex())).status).toBe(404);
    expect((await call("GET", `/media/${id}`)).status).toBe(404);
    await removeSealedOf(person.id);
    expect((await get(other, id)).status).toBe(404);
    expect(await storage().get(sealedName(id))).toBeNull();
  });

  it("has a size, a type and a sender with the scope", async () => {
    const { token } = await makeAccount();
    expect((await post(token, "")).status).toBe(422);
    expect((await post(token, "{}", "application/json")).status).toBe(415);
    expect((await post(token, new Uint8Array(SEALED_LIMIT + 1))).status).toBe(413);
    expect((await post((await makeToken((await makePerson()).id)).token, "x")).status).toBe(403);
  });

  it("whose storing was interrupted is removed after an hour", async () => {
    const { person } = await makeAccount();
    const id = hex();
    await write("sealed/begin", { id, personId: person.id, size: 3, at: Date.now() }, IdRow);
    await storage().put(sealedName(id), new Uint8Array(3));
    await sweepSealed();
    expect(await count("(:SealedFile {id: $id})", { id })).toBe(1);
    await sweepSealed(Date.now() + 2 * HOUR_MS);
    expect(await count("(:SealedFile {id: $id})", { id })).toBe(0);
    expect(await storage().get(sealedName(id))).toBeNull();
  });
});
