import { describe, expect, it } from "vitest";
import { counted, csvRow, harmlessCell, isNotTaken, NO_TALLY, originalCell } from "@/lib/imports/rules";
import { linesOf } from "@/lib/imports/table";
import { setTestEnvironment } from "@/testing/environment";

setTestEnvironment({ BARKER_ORIGIN: "https://town.example" });

const bytes = (text: string) => new TextEncoder().encode(text);
const results = (kind: Parameters<typeof linesOf>[0], text: string) =>
  linesOf(kind, bytes(text)).map(({ item, result }) => [item, result]);
const origin = "https://town.example";
const host = "town.example";

describe("the lines of a file", () => {
  it("of follows have their settings, with and without Mastodon's heading, BOM and line ends", () => {
    const heading = "\uFEFFAccount address,Show boosts,Notify on new posts,Languages\r\n";
    const rows = `fern@${host},false,true,"de, en"\r\n@Maple,true,false,\r\noak\r\n`;
    const lines = [
      { n: 2, key: "fern", rebarks: false, notify: true, languages: ["de", "en"], result: "new" },
      { n: 3, key: "maple", rebarks: true, notify: false, languages: undefined, result: "new" },
      { n: 4, key: "oak", rebarks: undefined, notify: undefined, languages: undefined, result: "new" },
    ];
    expect(linesOf("follows", bytes(heading + rows))).toMatchObject(lines);
    expect(linesOf("follows", bytes(rows))).toMatchObject(lines.map(({ n, ...line }) => ({ n: n - 1, ...line })));
  });

  it("say what cannot be here: other servers, words that are no address, and the same again", () => {
    const text = `fern\nfern@${host.toUpperCase()}\nfern@other.example\na.b-c@other.example\nno address\n=1+1\n`;
    expect(results("blocks", text)).toEqual([
      ["fern", "new"],
      [`fern@${host.toUpperCase()}`, "repeated"],
      ["fern@other.example", "elsewhere"],
      ["a.b-c@other.example", "elsewhere"],
      ["no address", "invalid"],
      ["=1+1", "invalid"],
    ]);
  });

  it("of lists belong to titles, which may have commas, and one person may be on several", () => {
    const text = `"Bread, and jam",fern\nChoir,fern\nChoir,fern\n,fern\n${"x".repeat(201)},fern\n'=SUM(1),fern\n`;
    expect(linesOf("lists", bytes(text)).map(({ list, result }) => [list, result])).toEqual([
      ["Bread, and jam", "new"],
      ["Choir", "new"],
      ["Choir", "repeated"],
      ["", "invalid"],
      ["x".repeat(200), "invalid"],
      ["=SUM(1)", "new"],
    ]);
  });

  it("of bookmarks are addresses of barks here", () => {
    const id = "1000000000000000001";
    const text = [
      `${origin}/@fern/${id}`,
      `${origin}/users/fern/statuses/${id}`,
      `https://other.example/@fern/${id}`,
      `${origin}/@fern`,
      "javascript:alert(1)",
    ].join("\n");
    expect(results("bookmarks", text).map(([, result]) => result)).toEqual([
      "new",
      "repeated",
      "elsewhere",
      "invalid",
      "invalid",
    ]);
  });

  it("of mutes hide alerts too unless they say otherwise", () => {
    const text = "Account address,Hide notifications\nfern,false\noak,true\nelm\n";
    expect(linesOf("mutes", bytes(text)).map(({ notifications }) => notifications)).toEqual([false, true, true]);
  });

  it("show a long address shortened", () => {
    expect(linesOf("follows", bytes("x".repeat(4_000)))[0]?.item).toHaveLength(120);
  });
});

describe("a file", () => {
  it.each([
    ["nothing", bytes("")],
    ["only the heading", bytes("Account address,Show boosts\n")],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe)],
    ["zeros", bytes("a\0b")],
    ["an open quote", bytes('"fern\n'.repeat(3))],
    ["an endless line", bytes("x,".repeat(100_000))],
    ["too many lines", bytes("fern\n".repeat(10_001))],
  ])("with %s is refused with a sentence", (_what, sent) => {
    expect(() => linesOf("follows", sent)).toThrow(/^Validation failed: \p{Lu}.*\.$/u);
  });

  it("can have 10,000 lines and a heading", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `p${index}\n`).join("");
    expect(linesOf("follows", bytes(`Account address\n${many}`))).toHaveLength(10_000);
  });
});

describe("a cell", () => {
  it.each(["=1+1", "+1", "-1", "@fern", "\tx", "'=1", "plain", "'quoted'", "it's"])(
    "with %j is no formula, and is read as it was",
    (text) => {
      expect(harmlessCell(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(originalCell(harmlessCell(text))).toBe(text);
    },
  );

  it("is quoted where it has to be", () => {
    expect(csvRow(["a,b", 'say "so"', 1, true, "c"])).toBe('"a,b","say ""so""",1,true,c\n');
  });
});

describe("a tally", () => {
  it("counts results, and lists the first lines that were not taken", () => {
    const lines = Array.from({ length: 80 }, (_, n) => ({ n, item: "x", result: "unknown" as const }));
    const tally = counted(counted(NO_TALLY, lines), [{ n: 81, item: "fern", result: "added" }]);
    expect(tally.counts).toEqual({ unknown: 80, added: 1 });
    expect(tally.notTaken).toHaveLength(50);
    expect(isNotTaken({ result: "there" })).toBe(false);
  });
});
