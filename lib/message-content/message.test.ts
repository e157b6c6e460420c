import fc from "fast-check";
import { expect, it } from "vitest";
import { ContentError } from "@/lib/message-content/cbor";
import { decodeMessage, encodeMessage, roomUri } from "@/lib/message-content/message";
import type { Attachment, Content, Message } from "@/lib/message-content/types";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const text = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength, unit: "grapheme" }).filter((value) => value.length <= maxLength);
const attachment: fc.Arbitrary<Attachment> = fc.record(
  {
    url: fc.webUrl({ validSchemes: ["https"] }).filter((url) => url.length <= 500),
    mediaType: fc.constantFrom("image/webp", "video/mp4", "application/octet-stream"),
    size: fc.nat(),
    key: bytes(32),
    nonce: bytes(12),
    hash: bytes(32),
    alt: fc.string({ maxLength: 200, unit: "grapheme" }),
    fileName: fc.string({ maxLength: 20 }),
    thumbhash: fc.uint8Array({ minLength: 1, maxLength: 30 }),
  },
  { requiredKeys: ["url", "mediaType", "size", "key", "nonce", "hash", "alt", "fileName"] },
);
const attachments = fc.array(
  fc
    .tuple(attachment, fc.option(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }))))
    .map(([file, size]) => (size ? { ...file, width: size[0], height: size[1] } : file)),
  { maxLength: 3 },
);
const epoch = fc.nat();
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.record(
    { kind: fc.constant("text" as const), text: text(300), attachments, inReplyTo: bytes(32) },
    { requiredKeys: ["kind", "text", "attachments"] },
  ),
  fc.record({ kind: fc.constant("edit" as const), replaces: bytes(32), text: text(300), attachments }),
  fc.record({ kind: fc.constant("delete" as const), replaces: bytes(32) }),
  fc.record({ kind: fc.constant("reaction" as const), inReplyTo: bytes(32), emoji: fc.constantFrom("👍", "❤️", "👩‍👩‍👧") }),
  fc.constant({ kind: "leave" as const }),
  fc.record({ kind: fc.constant("name" as const), name: fc.option(text(50)) }),
  fc.record({ kind: fc.constant("timer" as const), seconds: fc.option(fc.nat()) }),
  fc.record({
    kind: fc.constant("read" as const),
    markers: fc.array(fc.record({ conversationId: bytes(16), number: fc.maxSafeNat() }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("draft" as const),
    conversationId: bytes(16),
    text: fc.string({ maxLength: 50 }),
    at: fc.maxSafeNat(),
  }),
  fc.record({
    kind: fc.constant("settings" as const),
    values: fc.dictionary(
      fc.string({ maxLength: 20 }).filter((name) => name !== "__proto__"),
      fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null)),
      { noNullPrototype: true, maxKeys: 5 },
    ),
  }),
  fc.record({ kind: fc.constant("archive_key" as const), epoch, key: bytes(32) }),
  fc.record({ kind: fc.constant("archive_count" as const), epoch, count: fc.maxSafeNat() }),
);
const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    salt: bytes(16),
    sender: fc.constant("mimi://barker.test/d/00/11"),
    room: bytes(16).map((id) => roomUri("barker.test", id)),
    content,
    expires: fc.record({ relative: fc.boolean(), seconds: fc.nat() }),
    gossip: fc.record({ logSize: fc.maxSafeNat(), root: bytes(32), seq: fc.nat(), head: bytes(32) }),
    deviceName: text(30),
  },
  { requiredKeys: ["salt", "sender", "room", "content"] },
);

it("a message of any kind is read as it was written", () => {
  fc.assert(
    fc.property(anyMessage, (written) => {
      expect(decodeMessage(encodeMessage(written))).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

/** Whether bytes are read, as what is written in the same bytes again, or refused as they should be. */
function outcomeOf(bad: Uint8Array): string {
  try {
    const message = decodeMessage(bad);
    if (message.content.kind !== "unknown") decodeMessage(encodeMessage(message));
    return "read";
  } catch (error) {
    return error instanceof ContentError ? "refused" : String(error);
  }
}

it("bytes that are no message are refused with a ContentError and nothing else", () => {
  const mutated = fc
    .tuple(anyMessage.map(encodeMessage), fc.nat(), fc.nat({ max: 255 }), fc.boolean())
    .map(([good, at, byte, cut]) => {
      const bad = good.slice(0, cut ? at % good.length : good.length);
      if (bad.length > 0) bad[at % bad.length] = byte;
      return bad;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bad) => {
      expect(outcomeOf(bad)).toMatch(/^(read|refused)$/);
    }),
    { numRuns: 3000 },
  );
});

const plain = { salt: new Uint8Array(16), sender: "mimi://barker.test/d/00/11", room: "mimi://barker.test/r/00" };
const file: Attachment = {
  url: "https://barker.test/1",
  mediaType: "image/webp",
  size: 1,
  key: new Uint8Array(32),
  nonce: new Uint8Array(12),
  hash: new Uint8Array(32),
  alt: "",
  fileName: "",
};
const textWith = (words: string, files = 0): Message => ({
  ...plain,
  content: { kind: "text", text: words, attachments: Array.from({ length: files }, () => file) },
});

it("a text has at most 10,000 characters, however many bytes they take, and a message at most ten files", () => {
  for (const fitting of [textWith("🦦".repeat(10_000)), textWith("", 1), textWith("x", 10), textWith("", 10)])
    expect(decodeMessage(encodeMessage(fitting))).toEqual(fitting);
  for (const wrong of [textWith("🦦".repeat(10_001)), textWith("x", 11), textWith(""), textWith("\ud83e")])
    expect(() => encodeMessage(wrong)).toThrow(ContentError);
});

it("what the reader would refuse is not written", () => {
  const wrong: Message[] = [
    { ...textWith("x"), salt: new Uint8Array(15) },
    { ...textWith("x"), deviceName: "x".repeat(101) },
    { ...textWith("x"), expires: { relative: true, seconds: -1 } },
    { ...plain, content: { kind: "reaction", inReplyTo: new Uint8Array(32), emoji: "" } },
    { ...plain, content: { kind: "reaction", inReplyTo: new Uint8Array(31), emoji: "👍" } },
    { ...plain, content: { kind: "name", name: "x".repeat(101) } },
    { ...plain, content: { kind: "read", markers: [{ conversationId: new Uint8Array(15), number: 1 }] } },
    { ...plain, content: { kind: "archive_key", epoch: 1.5, key: new Uint8Array(32) } },
    { ...plain, content: { kind: "text", text: "x", attachments: [{ ...file, mediaType: "no type" }] } },
    { ...plain, content: { kind: "text", text: "x", attachments: [{ ...file, thumbhash: new Uint8Array(65) }] } },
  ];
  for (const message of wrong) expect(() => encodeMessage(message)).toThrow(ContentError);
});
