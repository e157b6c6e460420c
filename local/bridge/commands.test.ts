import fc from "fast-check";
import { expect, test } from "vitest";
import { isAllowed, parseCommand } from "@/local/bridge/commands";

test("parseCommand returns the name in upper case and the arguments as strings", () => {
  expect(parseCommand(["set", "age", 7, true, ""])).toEqual({ ok: true, words: ["SET", "age", "7", "true", ""] });
});

test.each([[null], ["GET"], [{}], [[]], [["SET", "a", null]], [["SET", "a", {}]], [["SET", ["a"]]], [[["GET"]]]])(
  "%j is no command",
  (value) => {
    expect(parseCommand(value).ok).toBe(false);
  },
);

test.each([
  "BLPOP",
  "blmove",
  "SUBSCRIBE",
  "Monitor",
  "multi",
  "WATCH",
  "SELECT",
  "auth",
  "SHUTDOWN",
  "CONFIG",
  "CLIENT",
])("%s would disturb the others who share the connection", (name) => {
  expect(parseCommand([name, "x", "0"])).toMatchObject({ ok: false, error: expect.stringContaining("not available") });
});

test("reading a stream is allowed unless it blocks", () => {
  expect(isAllowed(["XREAD", "COUNT", "1", "STREAMS", "block", "0"])).toBe(true);
  expect(isAllowed(["XREAD", "block", "0", "STREAMS", "jobs", "$"])).toBe(false);
  expect(isAllowed(["XREADGROUP", "GROUP", "g", "me", "BLOCK", "5", "STREAMS", "jobs", ">"])).toBe(false);
  expect(isAllowed(["XREAD", "BLOCK", "0"])).toBe(false);
});

test("parseCommand returns strings or an error for any JSON value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed = parseCommand(value);
      const good = parsed.ok ? parsed.words.every((word) => typeof word === "string") : parsed.error.startsWith("ERR ");
      expect(good).toBe(true);
    }),
  );
});
