import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseBlocks, proseToHtml } from "@/lib/text/prose";
import { XSS } from "@/testing/xss";

describe("a page that operators wrote", () => {
  it("has headings, paragraphs, lists and links", () => {
    const html = proseToHtml(
      "## Who we are\nA mill town.\nWith a mill.\n\n- [Write to us](mailto:mill@town.example)\n- see https://town.example/a\n\nThe [rules](/rules).",
    );
    expect(html).toBe(
      "<h2>Who we are</h2><p>A mill town.<br>With a mill.</p>" +
        '<ul><li><a href="mailto:mill@town.example" rel="nofollow noopener">Write to us</a></li>' +
        '<li>see <a href="https://town.example/a" rel="nofollow noopener">https://town.example/a</a></li></ul>' +
        '<p>The <a href="/rules" rel="nofollow noopener">rules</a>.</p>',
    );
  });

  it.each(["[x](javascript:alert(1))", "[x](//evil.example)", "[x](data:text/html,x)", "[x]( /a)"])(
    "does not link %s",
    (text) => expect(proseToHtml(text)).not.toContain("<a "),
  );

  it("contains no tag and no attribute of the text, whatever it is", () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom("<", ">", '"', "'", "&", "[", "](", ")", "- ", "## ", "\n", "\n\n", "https://a.example/", "/a"),
        fc.constantFrom(...XSS),
        fc.string({ unit: "binary", maxLength: 4 }),
      ),
      { maxLength: 12 },
    );
    const ours = /<\/?(p|h2|ul|li|a)>|<br>|<a href="(https?:\/\/|mailto:|\/)[^"<>]*" rel="nofollow noopener">/gi;
    fc.assert(
      fc.property(hostile, (parts) => {
        const rest = proseToHtml(parts.join("")).replace(ours, "");
        expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, "").match(/[<>"'&]/g) ?? []).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps all words of a text without marks", () => {
    expect(proseBlocks("one\n\ntwo @maple #topic")).toEqual([
      { kind: "paragraph", runs: [{ text: "one" }] },
      { kind: "paragraph", runs: [{ text: "two " }, { text: "@maple" }, { text: " " }, { text: "#topic" }] },
    ]);
    expect(proseBlocks("")).toEqual([]);
  });
});
