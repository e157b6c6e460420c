import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, textToHtml } from "@/lib/text/html";
import { XSS } from "@/testing/xss";

const to = {
  person: (handle: string) => (handle.toLowerCase() === "maple" ? "https://town.example/@maple" : null),
  topic: (name: string) => `https://town.example/tags/${encodeURIComponent(name)}`,
};
const html = (text: string) => textToHtml(text, to);

/** The tags that `textToHtml` writes, in their exact forms. */
const OURS = [
  /<\/?p>/g,
  /<br>/g,
  /<\/?span>|<span class="(?:h-card|invisible|ellipsis)">/g,
  /<a href="https?:\/\/[^"<>]*" (?:rel="nofollow noopener noreferrer" target="_blank"|class="mention hashtag" rel="tag"|class="u-url mention")>|<\/a>/gi,
];
const withoutOurTags = (made: string) => OURS.reduce((rest, tag) => rest.replace(tag, ""), made);
const unescape = (made: string) =>
  made
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The parts of the HTML that are neither expected tags nor escaped text; must be empty for any input. */
function alive(text: string): string[] {
  return (
    withoutOurTags(html(text))
      .replace(/&(amp|lt|gt|quot|#39);/g, "")
      .match(/[<>"'&]/g) ?? []
  );
}

describe("textToHtml", () => {
  it.each(XSS)("neutralises %j", (payload) => {
    expect(alive(payload)).toEqual([]);
    expect(alive(`@maple ${payload} #topic https://a.example/${payload}`)).toEqual([]);
  });

  it("escapes every tag, attribute and entity of the text", () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom("<", ">", '"', "'", "&", "&lt;", "https://a.example/", "@maple", "#topic", " ", "\n", "\n\n"),
        fc.string({ unit: "binary", maxLength: 4 }),
        fc.constantFrom(...XSS),
      ),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(alive(parts.join(""))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("shows every character that was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(unescape(withoutOurTags(html(text)))).toBe(text.replaceAll("\n", ""));
      }),
    );
  });

  it("makes paragraphs and line breaks", () => {
    expect(html("one\ntwo\n\nthree")).toBe("<p>one<br>two</p><p>three</p>");
  });

  it("links people who exist and leaves other mentions as text", () => {
    expect(html("@Maple and @nobody")).toBe(
      '<p><span class="h-card"><a href="https://town.example/@maple" class="u-url mention">@<span>Maple</span></a></span> and @nobody</p>',
    );
  });

  it("links topics by their key and shows them as typed", () => {
    expect(html("#SeedSwap")).toBe(
      '<p><a href="https://town.example/tags/seedswap" class="mention hashtag" rel="tag">#<span>SeedSwap</span></a></p>',
    );
  });

  it("shows a link without its scheme and keeps the whole of it for copying", () => {
    expect(html("https://www.a.example/b")).toBe(
      '<p><a href="https://www.a.example/b" rel="nofollow noopener noreferrer" target="_blank"><span class="invisible">https://www.</span><span>a.example/b</span></a></p>',
    );
    const long = html(`https://a.example/${"x".repeat(40)}`);
    expect(long).toContain(
      `<span class="ellipsis">a.example/${"x".repeat(20)}</span><span class="invisible">${"x".repeat(20)}</span>`,
    );
  });

  it("never splits a character", () => {
    fc.assert(
      fc.property(fc.nat(40), (before) => {
        expect(html(`https://a.example/${"x".repeat(before)}${"𝒳".repeat(30)}`).replace(/<[^>]*>/g, "|")).not.toMatch(
          /[\ud800-\udbff]\||\|[\udc00-\udfff]/,
        );
      }),
    );
  });
});

describe("escapeHtml", () => {
  it("is reversed by decoding the entities", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(unescape(escapeHtml(text))).toBe(text);
      }),
    );
  });
});
