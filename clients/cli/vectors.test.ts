import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  fromWords,
  openRecord,
  openVault,
  recordId,
  recoveryKey,
  sealRecord,
  sealVault,
  toWords,
  unwrap,
  wrap,
} from "./archive";
import { fromHex, Malformed, toHex, type Bytes } from "./bytes";
import { openFile, sealFile } from "./files";
import { decodeMessage, encodeMessage, frankingTag, messageId } from "./content";
import { padded, sign, Unopenable } from "./crypto";
import { Json } from "./json";
import { answerBox, formatOffer, openPayload, parseOffer, requestBox, sealPayload } from "./link";

const vectors = (name: string) => Json.parse(readFileSync(`docs/protocol/vectors/${name}.json`, "utf8"));
const hex = (json: Json): Bytes => fromHex(json.string());
const content = vectors("content");

describe("messages as the vectors have them", () => {
  const messages = content
    .at("messages")
    .list()
    .map((json) => [json.at("message").at("content").at("kind").string(), json] as const);

  it.each(messages)("%s", (kind, json) => {
    const bytes = hex(json.at("bytes"));
    const message = decodeMessage(bytes);
    const expected = json.at("message");
    expect(messageId(bytes, message)).toBe(json.at("message_id").string());
    expect(toHex(frankingTag(message.salt, bytes))).toBe(json.at("franking_tag").string());
    expect(message.content.kind).toBe(kind);
    expect(message.sender).toBe(expected.at("sender").string());
    expect(message.room).toBe(expected.at("room").string());
    expect(toHex(message.salt)).toBe(expected.at("salt").string());
    expect(message.expires).toEqual(expected.at("expires").maybe(({ value }) => value));
    expect(message.device).toBe(expected.at("deviceName").maybe((each) => each.string()));
    expect(message.gossip?.size).toBe(expected.at("gossip").maybe((each) => each.at("logSize").number()) ?? undefined);
    const said = "text" in message.content ? message.content.text : null;
    expect(said).toBe(
      expected
        .at("content")
        .at("text")
        .maybe((each) => each.string()),
    );
  });

  it("what this client writes is what the vectors have", () => {
    const written = content
      .at("messages")
      .list()
      .flatMap((json) => {
        const message = decodeMessage(hex(json.at("bytes")));
        const { content: said } = message;
        if (said.kind === "unknown" || said.kind === "settings" || said.kind === "draft" || said.kind === "read")
          return [];
        if ("files" in said && said.files.length > 0) return [];
        expect(toHex(encodeMessage({ ...message, content: said }))).toBe(json.at("bytes").string());
        return [said.kind];
      });
    expect(new Set(written)).toEqual(
      new Set(["text", "edit", "delete", "reaction", "leave", "name", "timer", "archive_key", "archive_count"]),
    );
  });

  it.each(
    content
      .at("refused")
      .list()
      .map((json) => [json.at("why").string(), json] as const),
  )("a message that %s is refused", (_, json) => {
    expect(() => decodeMessage(hex(json.at("bytes")))).toThrow(Malformed);
  });

  it.each(
    content
      .at("unknown")
      .list()
      .map((json) => [json.at("why").string(), json] as const),
  )("%s is unknown", (_, json) => {
    expect(decodeMessage(hex(json.at("bytes"))).content).toEqual({
      kind: "unknown",
      type: json.at("content_type").string(),
    });
  });
});

describe("the archive as the vectors have it", () => {
  const vector = vectors("archive");
  const archive = vector.at("archive");
  const account = archive.at("account_id").string();
  const keys = archive
    .at("keys")
    .list()
    .map((key) => ({ account, epoch: key.at("epoch").number(), key: hex(key.at("key")) }));
  const [first, second, third] = keys;
  if (!first || !second || !third) throw new Error("no keys in the vectors");

  it("the recovery secret has these words and this key", () => {
    const recovery = vector.at("recovery");
    const secret = hex(recovery.at("secret"));
    expect(toWords(secret)).toBe(recovery.at("words").string());
    expect(fromWords(` ${recovery.at("words").string().toUpperCase()} `)).toEqual(secret);
    expect(toHex(recoveryKey(secret).public)).toBe(recovery.at("public_key").string());
    expect(toHex(sign(recoveryKey(secret).secret, hex(recovery.at("signed"))))).toBe(recovery.at("signature").string());
    expect(() => fromWords("orange lunch")).toThrow(Malformed);
  });

  it("each key opens the one before", () => {
    const [one, two] = archive
      .at("wrapped")
      .list()
      .map((each) => hex(each.at("wrapped")));
    if (!one || !two) throw new Error("no wrapped keys in the vectors");
    expect(unwrap(third, two)).toEqual(second);
    expect(unwrap(second, one)).toEqual(first);
    expect(() => unwrap(third, one)).toThrow(Unopenable);
    expect(unwrap(second, wrap(second, first))).toEqual(first);
  });

  it("a record opens in its place only", () => {
    const record = archive.at("record");
    const id = record.at("id").string();
    const opened = openRecord(third, id, hex(record.at("sealed")));
    expect(opened.id).toBe(record.at("message_id").string());
    expect(toHex(opened.content)).toBe(record.at("message").at("content").string());
    expect(opened.number).toBe(record.at("message").at("number").number());
    expect(recordId(third, opened)).toBe(id);
    expect(() => openRecord(third, "0".repeat(32), hex(record.at("sealed")))).toThrow(Unopenable);
    expect(() => openRecord(second, id, hex(record.at("sealed")))).toThrow(Unopenable);
    const again = sealRecord(third, opened);
    expect(again.id).toBe(id);
    expect(openRecord(third, again.id, again.body)).toEqual(opened);
  });

  it("the words and a passkey open the vault, and nothing else does", () => {
    const expected = vector.at("vault").at("content");
    const entries = vector.at("vault").at("entries").list();
    const opened = (["words", "passkey"] as const).map((way) => {
      const entry = entries.find((each) => each.at("way").string() === way) ?? new Json(null);
      const [key, body] = [{ way, secret: hex(entry.at(way === "words" ? "secret" : "prf")) }, hex(entry.at("body"))];
      const vault = openVault(key, account, body);
      expect(toHex(vault.archive.key)).toBe(expected.at("key").string());
      expect(toHex(vault.secret ?? new Uint8Array())).toBe(expected.at("recoverySecret").string());
      expect(openVault(key, account, sealVault(key, vault))).toEqual(vault);
      expect(() => openVault(key, "0".repeat(32), body)).toThrow(Unopenable);
      expect(() => openVault({ ...key, secret: first.key }, account, body)).toThrow(Unopenable);
      return vault.archive.epoch;
    });
    expect(opened).toEqual([expected.at("epoch").value, expected.at("epoch").value]);
  });

  it("a code of a device, and what it gets, are those of the vectors", async () => {
    const link = vector.at("link");
    const offer = parseOffer(link.at("text").string(), link.at("now").number());
    expect(formatOffer(offer)).toBe(link.at("text").string());
    expect(offer.device).toBe(link.at("offer").at("deviceId").string());
    expect([requestBox(offer), answerBox(offer)]).toEqual([link.at("request_mailbox").value, link.at("mailbox").value]);
    expect(() => parseOffer(link.at("text").string(), offer.expires + 1)).toThrow(Malformed);
    const payload = await openPayload(offer, hex(link.at("private_key")), hex(link.at("sealed")));
    expect(payload.account).toBe(link.at("payload").at("accountId").string());
    expect(payload.head).toBe(link.at("payload").at("head").string());
    expect(await openPayload(offer, hex(link.at("private_key")), await sealPayload(offer, payload))).toEqual(payload);
    const other = { ...offer, secret: offer.nonce };
    await expect(openPayload(other, hex(link.at("private_key")), hex(link.at("sealed")))).rejects.toThrow(Unopenable);
  });

  it("a file opens, and has the length that the vectors pad it to", () => {
    const file = vector.at("attachment");
    const [key, nonce, hash] = [hex(file.at("key")), hex(file.at("nonce")), hex(file.at("hash"))];
    const opened = openFile(hex(file.at("encrypted")), { key, nonce, hash, size: file.at("size").number() });
    expect(opened).toEqual(hex(file.at("file")));
    const sealed = sealFile(opened);
    expect(sealed.encrypted).toHaveLength(hex(file.at("encrypted")).length);
    expect(openFile(sealed.encrypted, sealed)).toEqual(opened);
    expect(() => openFile(sealed.encrypted, { ...sealed, hash })).toThrow(Malformed);
    for (const each of vector.at("padding").list())
      expect(padded(each.at("length").number())).toBe(each.at("padded").number());
  });
});

it("every long hexadecimal value in the text of the protocol is one of the vectors", () => {
  const files = ["archive", "content", "keychain", "lookup", "map", "note", "tree", "vrf"];
  const values = files.flatMap(
    (name) => readFileSync(`docs/protocol/vectors/${name}.json`, "utf8").match(/[\w+/-]{20,}/g) ?? [],
  );
  const known = values.flatMap((value) => [value, Buffer.from(value, "base64url").toString("hex")]).join(" ");
  const texts = ["devices-and-history", "keys", "log", "messages"].map((name) =>
    readFileSync(`docs/protocol/${name}.md`, "utf8"),
  );
  // The key of commitments is the first half of a hash.
  const examples = texts
    .flatMap((text) => text.match(/\b[\da-f]{32,}\b/g) ?? [])
    .filter((value) => value !== "05a64d7ac9701f532403d99b959cf655");
  expect(examples.length).toBeGreaterThan(20);
  expect(examples.filter((value) => !known.includes(value))).toEqual([]);
});
