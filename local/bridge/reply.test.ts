import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Strings, entryJson, plainStrings, replyJson, type Reply } from "@/local/bridge/reply";

const bytes = (text: string) => Buffer.from(text);

test("base64 encoding applies to every string at every depth, except OK", () => {
  const reply: Reply = [bytes("a"), "7", null, [bytes("OK"), [bytes("ü")]]];
  expect(replyJson(reply, base64Strings)).toBe('["YQ==",7,null,["OK",["w7w="]]]');
});

test("strings are plain text without base64 encoding", () => {
  expect(replyJson([bytes('say "hi"\n'), bytes("OK")], plainStrings)).toBe('["say \\"hi\\"\\n","OK"]');
});

test("integers keep the digits that a JavaScript number would lose", () => {
  expect(entryJson("9007199254740993", base64Strings)).toBe('{"result":9007199254740993}');
});

test("errors are plain text in both encodings", () => {
  expect(entryJson(new Error('ERR "x"'), base64Strings)).toBe('{"error":"ERR \\"x\\""}');
});

test("base64 encoding preserves any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (array) => {
      const json = JSON.parse(replyJson(Buffer.from(array), base64Strings)) as string;
      const back = json === "OK" ? bytes("OK") : Buffer.from(json, "base64");
      expect(back.equals(Buffer.from(array))).toBe(true);
    }),
  );
});

test("plain encoding preserves any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(JSON.parse(replyJson(bytes(text), plainStrings))).toBe(text);
    }),
  );
});
