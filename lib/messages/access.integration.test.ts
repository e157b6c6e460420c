import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64Url } from "@/lib/bytes/encoding";
import { encodeMessage } from "@/lib/message-content/message";
import { ENVELOPE_MS } from "@/lib/messages/rules";
import { Posted } from "@/lib/messages/schema";
import { purgeMessagesOf, sweepMessages } from "@/lib/messages/upkeep/writes";
import { driver } from "@/lib/neo4j";
import { report } from "@/lib/reports/reads";
import { call } from "@/testing/api";
import { directBetween, groupOf, inboxOf, keepGroup, makeMessage, pull, say, start } from "@/testing/conversing";
import { encrypt } from "@/lib/mls";
import { count } from "@/testing/graph";
import { makeAccount } from "@/testing/messaging";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { IdRow } from "@/lib/neo4j";

afterAll(() => driver().close());

const P = "/api/v1/barker/e2ee";

describe("encrypted messages", () => {
  it("are refused to tokens without their scope, and to visitors; our own pages have it", async () => {
    const { person, devices } = await makeAccount();
    const token = (await makeToken(person.id, ["read", "write", "follow", "push"])).token;
    const paths = ["conversations", `inbox?device_id=${devices[0].id}`, "vault", "archive", "settings"];
    for (const path of paths) {
      expect(await call("GET", `${P}/${path}`, { token })).toMatchObject({
        status: 403,
        json: { code: "insufficient_scope" },
      });
      expect((await call("GET", `${P}/${path}`)).status).toBe(401);
      const own = await call("GET", `${P}/${path}`, await pagesOf(person.id));
      expect(own.status).toBe(200);
      expect(own.headers.get("cache-control")).toBe("private, no-store");
    }
  });

  it("are only written with a limit on requests", () => {
    const unlimited = Object.entries(routes).flatMap(([path, mounted]) =>
      Object.entries(mounted).flatMap(([method, { declaration }]) =>
        path.startsWith(P) && method !== "GET" && !declaration.limit ? [`${method} ${path}`] : [],
      ),
    );
    expect(unlimited).toEqual([]);
  });

  it("of others are not found, whatever one asks for", async () => {
    const [fern, otter, wren] = await Promise.all([makeAccount(), makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const stranger = wren.devices[0];
    const { body, code } = { body: await makeMessage(fern.devices[0], id, "x"), code: "not_found" };
    const missing = { status: 404, json: { code } };
    expect(await stranger.send("GET", `/conversations/${id}`)).toMatchObject(missing);
    expect(await stranger.send("PUT", `/conversations/${id}`, { muted: true })).toMatchObject(missing);
    for (const verb of ["accept", "decline", "leave"])
      expect(await stranger.send("POST", `/conversations/${id}/${verb}`)).toMatchObject(missing);
    const posted = { ...body, device_id: stranger.id };
    expect(await stranger.send("POST", `/conversations/${id}/messages`, posted)).toMatchObject(missing);
    // Neither can they name the device of somebody else.
    expect(await stranger.send("POST", `/conversations/${id}/messages`, body)).toMatchObject({
      status: 403,
      json: { code: "unknown_device" },
    });
    expect((await stranger.send("GET", `/inbox?device_id=${fern.devices[0].id}`)).status).toBe(403);
    await stranger.send("POST", "/inbox/ack", { device_id: stranger.id, acks: [{ conversation_id: id, number: 9 }] });
    await say(fern.devices[0], id, "still there");
    expect(await pull(otter.devices[0])).toEqual(["still there"]);
  });

  it("are deleted after a month, also when a device never fetched them", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    await say(fern.devices[0], id, "Hello");
    const there = () => count("(:Envelope {conversationId: $id})", { id });
    await sweepMessages(Date.now() + ENVELOPE_MS - 60_000);
    expect(await there()).toBe(1);
    await sweepMessages(Date.now() + ENVELOPE_MS + 60_000);
    expect(await there()).toBe(0);
    expect((await inboxOf(otter.devices[0])).envelopes).toEqual([]);
    await say(fern.devices[0], id, "later");
    expect((await inboxOf(otter.devices[0])).envelopes.map(({ number }) => number)).toEqual([3]);
  });

  it("go with a deleted account, and the others keep theirs", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const phone = fern.devices[0];
    const own = await start(phone, "self", [fern]);
    await phone.send("PUT", "/archive", { enabled: true });
    const records = [{ id: randomBytes(16).toString("hex"), epoch: 0, at: 1, body: "AAAA" }];
    await phone.send("POST", "/archive/records", { records });
    await phone.send("PUT", "/vault/words/words", { body: "AAAA" });
    await say(otter.devices[0], id, "Hello");
    await purgeMessagesOf(fern.person.id);
    const left = await Promise.all([
      count("(:KeyAccount {id: $id})-[:TAKES_PART|ARCHIVES|OPENED_BY]->()", { id: fern.id }),
      count("(:ArchiveRecord {accountId: $id})", { id: fern.id }),
      count("(:KeyAccount {id: $id})-[:HAS_DEVICE]->()-[:OFFERS]->()", { id: fern.id }),
      count("(:Conversation {id: $id})", { id: own.id }),
    ]);
    expect(left).toEqual([0, 0, 0, 0]);
    expect(await otter.devices[0].send("GET", `/conversations/${id}`)).toMatchObject({
      status: 200,
      json: { conversation: { members: [{ account_id: otter.id }] } },
    });
    expect(await say(otter.devices[0], id, "Where are you?")).toMatchObject({ status: 403, json: { code: "closed" } });
    await purgeMessagesOf(otter.person.id);
    expect(await count("(:Envelope {conversationId: $id})", { id })).toBe(0);
  });
});

describe("a report", () => {
  /** A message with real content, as the other person's device sees it. */
  async function disclosed() {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const phone = fern.devices[0];
    const salt = new Uint8Array(randomBytes(16));
    const content = encodeMessage({
      salt,
      sender: `mimi://town.example/d/${fern.id}/${phone.id}`,
      room: `mimi://town.example/r/${id}`,
      content: { kind: "text", text: "Something vile", attachments: [] },
    });
    const tag = hmac(sha256, salt, content);
    const { message, next, epoch } = await encrypt(groupOf(phone, id), content, tag);
    keepGroup(phone, id, next);
    const body = { device_id: phone.id, counter: phone.nextCounter(), generation: 0, epoch: Number(epoch) };
    const answer = await phone.send("POST", `/conversations/${id}/messages`, {
      ...body,
      message: toBase64Url(message),
    });
    const { number, at, frank } = Posted.parse(answer.json);
    const [envelope] = (await inboxOf(otter.devices[0])).envelopes;
    expect(envelope).toMatchObject({ number, at, frank });
    const shown = { number, at, frank, tag: toBase64Url(tag), salt: toBase64Url(salt), content: toBase64Url(content) };
    const file = (change: object = {}, about = fern.id) =>
      otter.devices[0].send("POST", "/reports", {
        conversation_id: id,
        account_id: about,
        comment: "Look",
        messages: [{ ...shown, ...change }],
      });
    return { fern, otter, id, shown, file };
  }

  it("discloses messages to the operator that are verified to be genuine", async () => {
    const { fern, otter, shown, file } = await disclosed();
    const answer = await file();
    expect(answer.status).toBe(200);
    expect(await report(IdRow.parse(answer.json).id, null)).toMatchObject({
      comment: "Look",
      from: { id: otter.person.id },
      about: { id: fern.person.id },
      messages: [{ at: shown.at, text: "Something vile" }],
    });
  });

  it("cannot disclose what was not sent so, then, there, and by them", async () => {
    const { fern, otter, shown, file } = await disclosed();
    const wren = await makeAccount();
    const forged = toBase64Url(new Uint8Array(32));
    const content = `${shown.content.slice(0, -2)}AA`;
    const changes = [
      { content },
      { salt: toBase64Url(new Uint8Array(16)) },
      { tag: forged },
      { frank: forged },
      { at: 1 },
    ];
    for (const change of changes)
      expect(await file(change)).toMatchObject({ status: 422, json: { code: "not_genuine" } });
    expect(await file({}, wren.id)).toMatchObject({ status: 422, json: { code: "not_genuine" } });
    expect((await file({}, otter.id)).status).toBe(403);
    expect((await file({}, "0".repeat(32))).status).toBe(404);
    const stranger = wren.devices[0];
    const elsewhere = await directBetween(wren, await makeAccount());
    const other = { conversation_id: elsewhere, account_id: fern.id, comment: "", messages: [shown] };
    expect(await stranger.send("POST", "/reports", other)).toMatchObject({ json: { code: "not_genuine" } });
  });
});

it("somebody without keys has no conversations, and cannot act for a device", async () => {
  const { token } = await makeToken((await makePerson()).id, ["messages"]);
  expect(await call("GET", `${P}/conversations`, { token })).toMatchObject({ json: { conversations: [] } });
  expect(await call("GET", `${P}/vault`, { token })).toMatchObject({ json: { entries: [] } });
  const id = "0".repeat(32);
  expect((await call("GET", `${P}/inbox?device_id=${id}`, { token })).status).toBe(403);
  expect((await call("PUT", `${P}/archive`, { token, json: { enabled: true } })).status).toBe(404);
});
