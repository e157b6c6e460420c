import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { frankingTag } from "@/lib/archive/franking";
import { fromHex, toHex } from "@/lib/bytes/encoding";
import { ContentError } from "@/lib/message-content/cbor";
import { decodeMessage, encodeMessage, messageId } from "@/lib/message-content/message";

const bytes = z.string().transform(fromHex);
const vectors = z
  .object({
    messages: z.array(z.object({ message: z.unknown(), bytes, message_id: z.string(), franking_tag: z.string() })),
    refused: z.array(z.object({ why: z.string(), bytes })),
    unknown: z.array(z.object({ why: z.string(), content_type: z.string(), bytes })),
  })
  .parse(JSON.parse(readFileSync("docs/protocol/vectors/content.json", "utf8")));

/** As the vectors write it: bytes are hexadecimal. */
const written = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? toHex(part) : part)));

it("the published messages are read and written as the vectors say, with the same ids and franking tags", () => {
  expect(vectors.messages.length).toBeGreaterThan(15);
  for (const vector of vectors.messages) {
    const message = decodeMessage(vector.bytes);
    expect(written(message)).toEqual(vector.message);
    expect(toHex(encodeMessage(message))).toBe(toHex(vector.bytes));
    expect(toHex(messageId(vector.bytes, message))).toBe(vector.message_id);
    expect(toHex(frankingTag(message.salt, vector.bytes))).toBe(vector.franking_tag);
  }
});

it.each(vectors.refused)("content that $why is refused", ({ bytes: bad }) => {
  expect(() => decodeMessage(bad)).toThrow(ContentError);
});

it.each(vectors.unknown)("$why is read as unknown, and cannot be written", ({ bytes: other, content_type }) => {
  const message = decodeMessage(other);
  expect(message.content).toEqual({ kind: "unknown", contentType: content_type });
  expect(() => encodeMessage(message)).toThrow(ContentError);
});

it("a message has another id from another device, in another conversation, or with another salt", () => {
  const [vector] = vectors.messages;
  const original = vector?.bytes ?? new Uint8Array();
  const { sender, room, salt } = decodeMessage(original);
  const ids = [
    { sender, room, salt },
    { sender: `${sender}0`, room, salt },
    { sender, room: `${room}0`, salt },
    { sender: `${sender}${room.slice(0, 1)}`, room: room.slice(1), salt },
    { sender, room, salt: salt.map((byte) => byte ^ 1) },
  ].map((place) => toHex(messageId(original, place)));
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(id).toMatch(/^01[\da-f]{62}$/);
});
