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
  fc.assert(
    fc.property(body, (value) => {
      expect(decodeArchivedBody(encodeArchivedBody(value))).toEqual(value);
    }),
  );
  fc.assert(
    fc.property(payload, (value) => {
      expect(decodeLinkPayload(encodeLinkPayload(value))).toEqual(value);
    }),
  );
});

it("cut, extended and newer bytes throw an ArchiveError", () => {
  fc.assert(
    fc.property(body, payload, (message, link) => {
      const [archived, linked] = [encodeArchivedBody(message), encodeLinkPayload(link)];
      for (const wrong of [
        archived.subarray(0, -1),
        Uint8Array.of(...archived, 0),
        Uint8Array.of(2, ...archived.slice(1)),
      ])
        expect(() => decodeArchivedBody(wrong)).toThrow(ArchiveError);
      for (const wrong of [linked.subarray(0, -1), Uint8Array.of(...linked, 0), Uint8Array.of(2, ...linked.slice(1))])
        expect(() => decodeLinkPayload(wrong)).toThrow(ArchiveError);
    }),
  );
});
