import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { decryptAttachment } from "@/lib/archive/attachments";
import { formatLinkOffer, linkMailbox, linkRequestMailbox, openLink, parseLinkOffer } from "@/lib/archive/link";
import { openRecord, recordId, unwrapPrevious } from "@/lib/archive/records";
import { decodeArchivedBody, decodeLinkPayload, encodeArchivedBody, encodeLinkPayload } from "@/lib/archive/payloads";
import { fromWords, recoverySigner, toWords } from "@/lib/archive/recovery";
import { openVault, type VaultWay } from "@/lib/archive/vault";
import { fromHex, toHex } from "@/lib/bytes/encoding";
import { paddedLength } from "@/lib/mls/padding";

const bytes = z.string().transform(fromHex);
const way = z.discriminatedUnion("way", [
  z.object({ way: z.literal("words"), secret: bytes, body: bytes }),
  z.object({ way: z.literal("passkey"), prf: bytes, body: bytes }),
  z.object({ way: z.literal("passphrase"), passphrase: z.string(), body: bytes, without_recovery_secret: z.boolean() }),
]);
const vectors = z
  .object({
    recovery: z.object({ secret: bytes, words: z.string(), public_key: bytes, signed: bytes, signature: bytes }),
    archive: z.object({
      account_id: bytes,
      keys: z.array(z.object({ epoch: z.number(), key: bytes })),
      wrapped: z.array(z.object({ epoch: z.number(), wrapped: bytes })),
      record: z.object({
        epoch: z.number(),
        conversation_id: bytes,
        message_id: bytes,
        id: bytes,
        message: z.unknown(),
        plaintext: bytes,
        sealed: bytes,
      }),
    }),
    vault: z.object({
      account_id: bytes,
      content: z.object({ epoch: z.number(), key: bytes, recoverySecret: bytes }),
      entries: z.array(way),
    }),
    link: z.object({
      now: z.number(),
      offer: z.unknown(),
      private_key: bytes,
      text: z.string(),
      request_mailbox: z.string(),
      mailbox: z.string(),
      payload: z.unknown(),
      payload_bytes: bytes,
      sealed: bytes,
    }),
    attachment: z.object({ file: bytes, key: bytes, nonce: bytes, hash: bytes, size: z.number(), encrypted: bytes }),
    padding: z.array(z.object({ length: z.number(), padded: z.number() })),
  })
  .parse(JSON.parse(readFileSync("docs/protocol/vectors/archive.json", "utf8")));

/** As the vectors write it: bytes are hexadecimal. */
const written = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? toHex(part) : part)));

it("the published recovery secret has these words, this key and this signature", async () => {
  const { secret, words, public_key, signed, signature } = vectors.recovery;
  expect(toWords(secret)).toBe(words);
  expect(fromWords(words)).toEqual(secret);
  const signer = recoverySigner(secret);
  expect(signer.publicKey).toEqual(public_key);
  expect(await signer.sign(signed)).toEqual(signature);
});

it("the published archive keys open one another and the record", async () => {
  const { account_id: accountId, keys, wrapped, record } = vectors.archive;
  for (const { epoch, wrapped: body } of wrapped) {
    const [previous, key] = [keys[epoch - 1], keys[epoch]].map((entry) => ({
      accountId,
      epoch: entry?.epoch ?? 0,
      key: entry?.key ?? new Uint8Array(),
    }));
    expect(key && (await unwrapPrevious(key, body))).toEqual(previous);
  }
  const key = { accountId, epoch: record.epoch, key: keys[record.epoch]?.key ?? new Uint8Array() };
  expect(recordId(key, record.conversation_id, record.message_id)).toEqual(record.id);
  const opened = await openRecord(key, record.id, record.sealed);
  expect(opened).toEqual(record.plaintext);
  const message = decodeArchivedBody(opened);
  expect(written(message)).toEqual(record.message);
  expect(encodeArchivedBody(message)).toEqual(record.plaintext);
  expect(decodeArchivedBody(encodeArchivedBody({ ...message, frank: null })).frank).toBeNull();
  expect(() => decodeArchivedBody(record.plaintext.subarray(1))).toThrow(/malformed|version/);
});

it("the published vault entries open by words, passkey and passphrase", async () => {
  const { account_id, content, entries } = vectors.vault;
  expect(entries.map((entry) => entry.way)).toEqual(["words", "passkey", "passphrase"]);
  for (const entry of entries) {
    const held = entry.way === "passphrase" ? { ...content, recoverySecret: null } : content;
    expect(await openVault(entry satisfies VaultWay, account_id, entry.body)).toEqual(held);
  }
});

it("the published link offer is read and written, and its answer opens", async () => {
  const { now, text, private_key, sealed, ...link } = vectors.link;
  const offer = parseLinkOffer(text, now);
  expect(written(offer)).toEqual(link.offer);
  expect(formatLinkOffer(offer)).toBe(text);
  expect([linkRequestMailbox(offer), linkMailbox(offer)]).toEqual([link.request_mailbox, link.mailbox]);
  const opened = await openLink(offer, private_key, sealed, now);
  expect(opened).toEqual(link.payload_bytes);
  const payload = decodeLinkPayload(opened);
  expect(written(payload)).toEqual(link.payload);
  expect(encodeLinkPayload(payload)).toEqual(link.payload_bytes);
  const without = { ...payload, archive: null };
  expect(decodeLinkPayload(encodeLinkPayload(without))).toEqual(without);
  expect(() => decodeLinkPayload(opened.subarray(0, -1))).toThrow(/malformed/);
});

it("the published file opens, and lengths are padded as the vectors say", async () => {
  const { file, encrypted, ...keys } = vectors.attachment;
  expect(await decryptAttachment(encrypted, keys)).toEqual(file);
  expect(vectors.padding.map(({ length }) => paddedLength(length))).toEqual(
    vectors.padding.map(({ padded }) => padded),
  );
});
