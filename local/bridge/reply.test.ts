import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Strings, entryJson, plainStrings, replyJson, type Reply } from "@/local/bridge/reply";

const bytes = (text: string) => Buffer.from(text);

test("base64 reaches every string at every depth, but not OK", () => {
  const reply: Reply = [bytes("a"), "7", null, [bytes("OK"), [bytes("ü")]]];
  expect(replyJson(reply, base64Strings)).toBe('["YQ==",7,null,["OK",["w7w="]]]');
});

test("without base64 strings are text", () => {
  expect(replyJson([bytes('say "hi"\n'), bytes("OK")], plainStrings)).toBe('["say \\"hi\\"\\n","OK"]');
});

test("integers keep digits that a JavaScript number would lose", () => {
  expect(entryJson("9007199254740993", base64Strings)).toBe('{"result":9007199254740993}');
});

test("errors are plain text in either encoding", () => {
  expect(entryJson(new Error('ERR "x"'), base64Strings)).toBe('{"error":"ERR \\"x\\""}');
});

test("bytes come back from base64 as they were, whatever they are", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (array) => {
      const json = JSON.parse(replyJson(Buffer.from(array), base64Strings)) as string;
      const back = json === "OK" ? bytes("OK") : Buffer.from(json, "base64");
      expect(back.equals(Buffer.from(array))).toBe(true);
    }),
  );
});

test("any text survives without base64", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(JSON.parse(replyJson(bytes(text), plainStrings))).toBe(text);
    }),
  );
});
