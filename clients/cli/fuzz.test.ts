import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { openVault } from "./archive";
import { fromHex, Malformed, parse } from "./bytes";
import { Cbor } from "./cbor";
import { decodeEntry, encodeEntry } from "./chain";
import { decodeMessage } from "./content";
import { Unopenable } from "./crypto";
import { Json } from "./json";
import { parseOffer } from "./link";
import { decodeLeaf } from "./log/leaves";
import { checkLookup, LogFault, policyOf } from "./log/lookup";
import { parseCheckpoint, parseKey, parseNote } from "./log/note";
import { decodeMls, MlsFault } from "./mls/profile";

/* Whatever a server or another member sends, nothing but the errors that callers expect comes out. */

const vectors = (name: string) => Json.parse(readFileSync(`docs/protocol/vectors/${name}.json`, "utf8"));
const entry = vectors("keychain").at("chains").list()[0]?.at("entries").list()[0]?.bytes() ?? new Uint8Array();
const message = fromHex(vectors("content").at("messages").list()[1]?.at("bytes").string() ?? "");
const offer = vectors("archive").at("link").at("text").string();
const note = vectors("note").at("checkpoint").at("note").string();

/** Some bytes with one of them changed, cut or doubled; or anything. */
const like = (bytes: Uint8Array) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => bytes.with(at % bytes.length, byte)),
    fc.nat().map((at) => bytes.subarray(0, at % bytes.length)),
    fc.nat(255).map((byte) => Uint8Array.of(...bytes, byte)),
  );
const likeText = (text: string) =>
  fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(), fc.string({ maxLength: 2 })).map(([at, other]) => {
      const place = at % text.length;
      return text.slice(0, place) + other + text.slice(place + 1);
    }),
  );

/** What `read` throws, or null. */
async function thrown(read: () => unknown): Promise<unknown> {
  try {
    await read();
    return null;
  } catch (error) {
    return error;
  }
}

const isExpected = (error: unknown) =>
  error === null || [Malformed, Unopenable, MlsFault, LogFault].some((kind) => error instanceof kind);

/** What `read` throws of some values besides what callers expect. */
async function unexpected<Value>(values: fc.Arbitrary<Value>, read: (value: Value) => unknown): Promise<string[]> {
  const found: string[] = [];
  for (const value of fc.sample(values, 500)) {
    const error = await thrown(() => read(value));
    if (!isExpected(error)) found.push(`${JSON.stringify(value)}: ${String(error)}`);
  }
  return found;
}

it("bytes of any kind are read, or refused as malformed", async () => {
  expect(await unexpected(like(entry), decodeEntry)).toEqual([]);
  expect(await unexpected(like(message), decodeMessage)).toEqual([]);
  expect(await unexpected(like(message), (bytes) => Cbor.decode(bytes))).toEqual([]);
  expect(
    await unexpected(like(entry), (bytes) =>
      openVault({ way: "words", secret: new Uint8Array(32) }, "0".repeat(32), bytes),
    ),
  ).toEqual([]);
  expect(await unexpected(fc.uint8Array({ maxLength: 100 }), decodeLeaf)).toEqual([]);
  expect(await unexpected(fc.uint8Array({ maxLength: 300 }), decodeMls)).toEqual([]);
  expect(
    await unexpected(fc.uint8Array({ maxLength: 50 }), (bytes) =>
      parse(bytes, (reader) => reader.list((inner) => inner.vector())),
    ),
  ).toEqual([]);
});

it("texts of any kind are read, or refused as malformed", async () => {
  expect(await unexpected(likeText(offer), (code) => parseOffer(code, 1_795_910_400_000))).toEqual([]);
  expect(await unexpected(likeText(note), parseNote)).toEqual([]);
  expect(await unexpected(likeText(note), parseCheckpoint)).toEqual([]);
  expect(await unexpected(fc.string(), parseKey)).toEqual([]);
});

it("an answer about a label that has any field changed is refused with a code, or says the same", async () => {
  const first = vectors("lookup").at("lookups").list()[0] ?? new Json(null);
  const known = {
    label: first.at("label").string(),
    policy: policyOf(first.at("policy")),
    last: null,
    chain: null,
    version: null,
    now: first.at("now").number(),
  };
  const honest = checkLookup(first.at("response"), known);
  const response = first.at("response").value as Record<string, unknown>;
  const changed = fc
    .tuple(fc.constantFrom(...Object.keys(response)), fc.jsonValue())
    .map(([key, value]) => ({ ...response, [key]: value }));
  expect(
    await unexpected(changed, (answer) => {
      const { head, version, chain } = checkLookup(new Json(answer), known);
      expect({ head, version, chain }).toEqual({ head: honest.head, version: honest.version, chain: honest.chain });
    }),
  ).toEqual([]);
  // Each answer has several signatures to check.
}, 60_000);

it("an entry is read to the one encoding that it has", () => {
  fc.assert(
    fc.property(like(entry), (bytes) => {
      let again: Uint8Array = bytes;
      try {
        again = encodeEntry(decodeEntry(bytes));
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
      }
      expect(new Uint8Array(again)).toEqual(new Uint8Array(bytes));
    }),
  );
});
