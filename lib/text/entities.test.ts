import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities, topicKey } from "@/lib/text/entities";

/** Random texts built from the parts of real barks, so that entities touch each other in every way. */
const barkish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "@maple",
        "#SeedSwap",
        "#1",
        "#été",
        "@",
        "#",
        "https://a.example/x?y=1#z",
        "http://b.example",
        "www.d.example/e",
        "www.",
        "https://",
      ),
      fc.constantFrom(
        " ",
        "\n",
        ".",
        ",",
        "(",
        ")",
        "/",
        "&",
        "_",
        "@@",
        "##",
        "mailto:x@y.example",
        "//c.example",
        "👩‍👩‍👧",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const kinds = (text: string) => entities(text).filter(({ kind }) => kind !== "text");

describe("entities", () => {
  it("add up to the text, whatever it is", () => {
    fc.assert(
      fc.property(barkish, (text) => {
        expect(
          entities(text)
            .map((entity) => entity.text)
            .join(""),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          entities(text)
            .map((entity) => entity.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  it("are never empty", () => {
    fc.assert(
      fc.property(barkish, (text) => {
        expect(entities(text).every((entity) => entity.text.length > 0)).toBe(true);
      }),
    );
  });

  it("link only to http and https", () => {
    fc.assert(
      fc.property(barkish, (text) => {
        const addresses = entities(text).flatMap((entity) => (entity.kind === "url" ? [entity.href] : []));
        expect(addresses.filter((address) => !/^https?:\/\//i.test(address))).toEqual([]);
      }),
    );
  });

  it.each([
    ["hello @maple!", [{ kind: "mention", text: "@maple", handle: "maple" }]],
    ["(@maple)", [{ kind: "mention", text: "@maple", handle: "maple" }]],
    ["@maple_tree,", [{ kind: "mention", text: "@maple_tree", handle: "maple_tree" }]],
    ["#SeedSwap today", [{ kind: "topic", text: "#SeedSwap", name: "seedswap" }]],
    [`#${"a".repeat(100)}`, [{ kind: "topic", text: `#${"a".repeat(100)}`, name: "a".repeat(100) }]],
    ["#2026goals", [{ kind: "topic", text: "#2026goals", name: "2026goals" }]],
    ["#Ａｐｐｌｅ", [{ kind: "topic", text: "#Ａｐｐｌｅ", name: "apple" }]],
    ["see www.a.example/b.", [{ kind: "url", text: "www.a.example/b", href: "https://www.a.example/b" }]],
    ["WWW.a.example", [{ kind: "url", text: "WWW.a.example", href: "https://WWW.a.example" }]],
    ["写真はwww.a.example", [{ kind: "url", text: "www.a.example", href: "https://www.a.example" }]],
    ["www.", []],
    ["www.pond", []],
    ["www.3.4", []],
    ["awww.so cute.yes", []],
    ["x@www.a.example", []],
    ["ftp.www.a.example", []],
    ["www.a.example@b.example", []],
    ["see https://a.example/b.", [{ kind: "url", text: "https://a.example/b", href: "https://a.example/b" }]],
    [
      "https://a.example/@maple#part",
      [{ kind: "url", text: "https://a.example/@maple#part", href: "https://a.example/@maple#part" }],
    ],
  ])("are found in %j", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    "it ends.So it begins",
    "a.example/path",
    "maple@town.example",
    "@maple@elsewhere.example",
    "word@maple",
    "word#topic",
    "#123",
    "##topic",
    "@@maple",
    "&#x41;",
    `@${"a".repeat(31)}`,
    `#${"a".repeat(101)}`,
    `#${"a\u0e31".repeat(51)}`,
    "javascript:alert(1)",
    "ftp://a.example",
    "mailto:maple@town.example",
    "//a.example",
  ])("are not found in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("a text that is far too long", () => {
  it.each(["http://", "日www.a.b", "http://a.example/|", "http://a_b.example/｜"])(
    "of %j again and again is read in a time that grows with its length only",
    (part) => {
      const took = (length: number) => {
        const text = part.repeat(Math.ceil(length / part.length));
        const begun = performance.now();
        entities(text);
        return performance.now() - begun;
      };
      // The shortest of three: the machine may do other things as well.
      const least = (length: number) => Math.min(took(length), took(length), took(length));
      // Eight times the text takes about eight times as long, and 64 times if the rest is read at each of them.
      expect(least(320_000)).toBeLessThan(30 * Math.max(5, least(40_000)));
    },
  );

  it("has no link of more than 2,500 characters", () => {
    const link = (length: number) => `https://a.example/${"x".repeat(length)}`;
    expect(kinds(link(2_400))).toMatchObject([{ kind: "url" }]);
    expect(kinds(link(2_600))).toEqual([]);
    expect(kinds(link(100_000))).toEqual([]);
  });
});

describe("topicKey", () => {
  it("is the same for all spellings of a topic, and idempotent", () => {
    expect(topicKey("SeedSwap")).toBe(topicKey("seedswap"));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (topic) => {
        expect(topicKey(topicKey(topic))).toBe(topicKey(topic));
      }),
    );
  });
});
