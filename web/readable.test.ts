import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import * as fc from "fast-check";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { describe, expect, it } from "vitest";
import { isRouterStateReadable, readAddress } from "@/web/readable";

const origin = "http://localhost:3000";

function asked(url: string, headers: Record<string, string | string[]> = {}): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { url, headers });
}

describe("an address", () => {
  it.each(["/", "/home", "/tags/%E2%9D%A4", "/api/v1/statuses/1/", "/@maple?q=%zz&%=%", "//api/v1", "/a%2Fb%25"])(
    "%j can be read",
    (path) => {
      expect(readAddress(asked(path), origin)?.origin).toBe(origin);
    },
  );

  it.each([
    "/%",
    "/%zz",
    "/tags/%ff",
    "/media/%c3%28",
    "/@maple/%00",
    "/a%ed%a0%80",
    "@evil.example/",
    "*",
    "http://evil.example/",
    "",
    `/${"x".repeat(10_000)}`,
  ])("%j is rejected", (path) => {
    expect(readAddress(asked(path), origin)).toBeNull();
  });

  it("that is accepted never leads to another site, and can be parsed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webPath(), fc.string({ unit: "binary" }), fc.stringMatching(/^[/@:%.\\a-f0-9]+$/)),
        (path) => {
          const url = readAddress(asked(path), origin);
          if (url === null) return;
          expect(url.origin).toBe(origin);
          for (const part of url.pathname.split("/")) expect(() => decodeURIComponent(part)).not.toThrow();
        },
      ),
    );
  });
});

describe("a router's state", () => {
  const text = fc.constantFrom("", "children", "(main)", "home", "d", "c", "refetch", "tags");
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.tuple(
        fc.oneof(text, fc.tuple(text, text, text, fc.option(fc.array(text, { maxLength: 2 })))),
        fc.constant({}),
      ),
      fc.tuple(text, fc.dictionary(text, tie("tree"), { maxKeys: 2 }), fc.constant(null), fc.option(text)),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  }));

  it("is accepted only when Next can parse it, and when Next's own router sends it", () => {
    const sent = fc.oneof(
      tree.map((state) => encodeURIComponent(JSON.stringify(state))),
      fc.string(),
    );
    fc.assert(
      fc.property(sent, (state) => {
        const readable = isRouterStateReadable(asked("/", { "next-router-state-tree": state }));
        expect(() => readable && parseAndValidateFlightRouterState(state)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    const page = ["", { children: ["(main)", { children: ["tags", { children: [["topic", "a", "d", null], {}] }] }] }];
    for (const state of [page, [...page, null, "refetch"], [...page, null, null, 16]]) {
      const header = encodeURIComponent(JSON.stringify(state));
      expect(parseAndValidateFlightRouterState(header)).toEqual(state);
      expect(isRouterStateReadable(asked("/", { "next-router-state-tree": header }))).toBe(true);
    }
  });
});
