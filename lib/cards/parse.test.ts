import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage, parsePage } from "@/lib/cards/parse";

const AT = "https://millpond.test/walks/lamps";
const page = (head: string) => parsePage(`<!doctype html><html lang="en-GB"><head>${head}</head><body>`, AT);

describe("what a page says about itself", () => {
  it("is read from Open Graph first", () => {
    expect(
      page(`<title>Something else</title>
        <meta property="og:title" content="The night the lamps went out &amp; on">
        <meta property="og:description" content="A walk
          in nine pictures"><meta name="description" content="no">
        <meta property="og:site_name" content="Mill Pond"><meta name="author" content="Otter">
        <meta property="og:image" content="/lamps.jpg"><meta property="og:image:alt" content="A lamp">
        <meta property="article:published_time" content="2026-11-02T18:30:00Z">`),
    ).toEqual({
      title: "The night the lamps went out & on",
      description: "A walk in nine pictures",
      siteName: "Mill Pond",
      author: "Otter",
      authorAddress: null,
      picture: "https://millpond.test/lamps.jpg",
      pictureDescription: "A lamp",
      language: "en-GB",
      publishedAt: Date.UTC(2026, 10, 2, 18, 30),
    });
  });

  it("is read from HTML's own elements where there is nothing else", () => {
    expect(page(`<title>Lamps <b>&lt;out&gt;</title><meta name=description content='A walk'>`)).toMatchObject({
      title: "Lamps <b><out>",
      description: "A walk",
      picture: null,
    });
  });

  it("is not read from comments, scripts and the body", () => {
    const facts = parsePage(
      `<head><!-- <title>no</title> --><script>"<title>no</title>"</script></head>
       <body><title>no</title><meta property="og:title" content="no">`,
      AT,
    );
    expect(facts.title).toBe("");
  });

  it.each(["javascript:alert(1)", "data:image/png;base64,AA", "ftp://a.test/x", "http://[", ""])(
    "has no picture at %j",
    (address) => {
      expect(page(`<meta property="og:image" content="${address}">`).picture).toBeNull();
    },
  );

  it("is cut to a bounded length, and loses what would turn the direction of the text after it", () => {
    const { title } = page(`<title>${"👩‍🚒 lamps ".repeat(900)}</title>`);
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.length).toBeGreaterThan(290);
    expect(title).toMatch(/…$/);
    expect(page("<title>a\u202Eb\u2067c\u0000d</title>").title).toMatch(/^abc.{0,2}d$/u);
  });

  it("is read from anything without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.string(), (junk, more) => {
        const facts = parsePage(`<title>${junk}<meta property="og:image" content="${more}">`, AT);
        expect(facts.title.length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it("is read in linear time from markup that never ends", () => {
    const started = performance.now();
    parsePage("<meta property='og:title' content='".repeat(30_000), AT);
    parsePage("<".repeat(1_000_000), AT);
    parsePage("<title>&".repeat(100_000), AT);
    parsePage("<b>".repeat(100_000) + "</i>".repeat(100_000), AT);
    parsePage(`<title>a${"\u0301\u0316".repeat(200_000)}`, AT);
    parsePage(`<meta property="og:image" content="https://${"a.".repeat(400_000)}">`, AT);
    parsePage(`<link rel="${" a".repeat(400_000)}" href=x>`, AT);
    parsePage(Array.from({ length: 40_000 }, (_, n) => `<meta name=x${n} content=y>`).join(""), AT);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("is read as far as elements are nested at most 100 deep", () => {
    const nested = (depth: number) => page(`${"<div>".repeat(depth)}<meta name=author content=Owl>`).author;
    expect([nested(90), nested(110)]).toEqual(["Owl", ""]);
  });

  it("is not an address of more than 2,048 characters, nor more than 4,096 of anything", () => {
    const long = `https://millpond.test/${"x".repeat(3_000)}`;
    expect(page(`<meta property="og:image" content="${long}">`).picture).toBeNull();
    expect(page(`<meta name=author content="${" ".repeat(4_096)}Owl">`).author).toBe("");
  });
});

describe("the charset of a page", () => {
  const german = "<title>Schöne Grüße</title>";
  const single = Uint8Array.from(german, (letter) => letter.charCodeAt(0));

  it.each([
    ["its headers", single, "iso-8859-1", german],
    ["its own element", Uint8Array.from(`<meta charset=latin1>${german}`, (c) => c.charCodeAt(0)), null, german],
    ["a guess, for bytes that are no UTF-8", single, null, german],
    ["UTF-8 where nothing is named", new TextEncoder().encode(german), null, german],
    [
      "a mark at its beginning, whatever its headers say",
      new TextEncoder().encode(`\ufeff${german}`),
      "latin1",
      german,
    ],
    ["a name that does not exist, which is ignored", new TextEncoder().encode(german), "klingon", german],
    ["Shift JIS", Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]), "shift_jis", "日本"],
  ])("is that of %s", (_, bytes, charset, text) => {
    expect(decodePage(bytes, charset)).toContain(text);
  });
});
