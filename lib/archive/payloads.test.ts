import * as fc from "fast-check";
import { expect, it } from "vitest";
import { decodeArchivedBody, decodeLinkPayload, encodeArchivedBody, encodeLinkPayload } from "@/lib/archive/payloads";
import { ArchiveError } from "@/lib/archive/seal";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const body = fc.record({
  conversationId: bytes(16),
  messageId: bytes(32),
  accountId: bytes(16),
  deviceId: bytes(16),
  at: fc.maxSafeNat(),
  number: fc.nat(2 ** 32 - 1),
  frank: fc.option(bytes(32)),
  content: fc.uint8Array({ maxLength: 300, size: "max" }),
});
const payload = fc.record({
  accountId: bytes(16),
  seq: fc.nat(2 ** 32 - 1),
  head: bytes(32),
  archive: fc.option(fc.record({ epoch: fc.nat(2 ** 32 - 1), key: bytes(32) })),
});

it("an archived message and what a linked device gets read back as they were written", () => {
  fc.assert(fc.property(body, (value) => expect(decodeArchivedBody(encodeArchivedBody(value))).toEqual(value)));
  fc.assert(fc.property(payload, (value) => expect(decodeLinkPayload(encodeLinkPayload(value))).toEqual(value)));
});

it("other bytes throw an ArchiveError", () => {
  const wrong = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    body.map((value) => encodeArchivedBody(value).subarray(0, -1)),
    payload.map((value) => Uint8Array.of(...encodeLinkPayload(value), 0)),
  );
  fc.assert(
    fc.property(wrong, (value) => {
      // A body may end with the length of content that is cut with it, so both readers are only asked not to fail otherwise.
      for (const read of [decodeArchivedBody, decodeLinkPayload]) {
        try {
          read(value);
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError);
        }
      }
      expect(() => decodeLinkPayload(Uint8Array.of(2, ...value))).toThrow(ArchiveError);
      expect(() => decodeArchivedBody(Uint8Array.of(2, ...value))).toThrow(ArchiveError);
    }),
  );
});
