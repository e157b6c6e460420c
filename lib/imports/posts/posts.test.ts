import { gzipSync, strToU8, zipSync } from "fflate";
import { gzipSync as quickly } from "node:zlib";
import { describe, expect, it } from "vitest";
import { filesOfArchive } from "@/lib/imports/posts/archive";
import { postsOf } from "@/lib/imports/posts/outbox";
import { partsOfText, textOfHtml } from "@/lib/imports/posts/text";
import { BARK_LIMIT, barkLength } from "@/lib/text/length";
import { note, outbox, tar } from "@/testing/mastodon-archive";

describe("the text of a post", () => {
  it("keeps paragraphs, writes links out, and names the server of people", () => {
    const html =
      '<p>Hello <span class="h-card"><a href="https://far.example/@fern" class="u-url mention">@<span>fern</span></a></span> &amp; all<br>see <a href="https://far.example/a-long-path"><span class="invisible">https://</span><span class="ellipsis">far.example/a-</span></a></p><p><a href="https://far.example/tags/bread" class="mention hashtag" rel="tag">#<span>bread</span></a><script>alert(1)</script></p>';
    expect(textOfHtml(html)).toBe(
      "Hello @fern@far.example & all\nsee https://far.example/a-long-path\n\n#breadalert(1)",
    );
  });

  it("is cut between paragraphs, sentences or words into parts that fit, and nothing is lost", () => {
    const texts = [
      "A sentence of some length. ".repeat(20).trim(),
      `${"Word ".repeat(30)}\n\n${"another ".repeat(30)}`.trim(),
      "x".repeat(500),
      "👩‍👩‍👧‍👦".repeat(300),
      "short",
    ];
    for (const text of texts) {
      const parts = partsOfText(text);
      expect(parts.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      for (const part of parts) expect(barkLength(part)).toBeLessThanOrEqual(BARK_LIMIT);
    }
    expect(partsOfText(texts[0] ?? "")[0]).toMatch(/\.$/);
    expect(partsOfText("")).toEqual([""]);
  });
});

describe("the posts of an archive", () => {
  const results = async (notes: object[]) => (await postsOf("1", outbox(notes))).map(({ result }) => result);

  it("are taken with who may see them, and never become more public", async () => {
    const publicly = "https://www.w3.org/ns/activitystreams#Public";
    const followers = "https://far.example/users/fern/followers";
    const lines = await postsOf(
      "1",
      outbox([
        note({ id: "a", to: [publicly], cc: [followers] }),
        note({ id: "b", to: [followers], cc: [publicly] }),
        note({ id: "c", to: [followers], cc: [] }),
        note({ id: "d", to: ["https://far.example/users/oak"], cc: [] }),
        note({ id: "e", to: "as:Public", cc: null }),
        note({ id: "f", to: 7, cc: {} }),
      ]),
    );
    expect(lines.map(({ result, post }) => [result, post?.audience])).toEqual([
      ["new", "public"],
      ["new", "unlisted"],
      ["new", "private"],
      ["direct", undefined],
      ["new", "public"],
      ["direct", undefined],
    ]);
  });

  it("continue one's own threads; answers to others, polls, and what is too old, new or long are not taken", async () => {
    expect(
      await results([
        note({ id: "a", content: "<p>First</p>" }),
        note({ id: "b", inReplyTo: "a", published: "2023-05-01T10:00:01Z" }),
        note({ id: "c", inReplyTo: "https://far.example/of-others", published: "2023-05-01T10:00:02Z" }),
        note({ id: "d", inReplyTo: "c", published: "2023-05-01T10:00:03Z" }),
        note({ id: "a", published: "2023-05-01T10:00:04Z" }),
        note({ id: "e", type: "Question", published: "2023-05-01T10:00:05Z" }),
        note({ id: "f", content: `<p>${"x".repeat(9_000)}</p>`, published: "2023-05-01T10:00:06Z" }),
        note({ id: "g", content: "<p> </p>", published: "2023-05-01T10:00:07Z" }),
        note({ id: "h", published: "2090-01-01T00:00:00Z" }),
      ]),
    ).toEqual(["new", "new", "answer", "answer", "repeated", "poll", "too_long", "empty", "unreadable"]);
    expect(await results([note({ id: "i", published: "2019-01-01T00:00:00Z" })])).toEqual(["too_old"]);
  });

  it.each(["", "[]", "{}", '{"orderedItems":[]}', '{"orderedItems":[{"type":"Announce","object":"x"}]}'])(
    "in %j are refused with a sentence",
    async (text) => {
      await expect(postsOf("1", strToU8(text))).rejects.toThrow(/^Validation failed: There /);
    },
  );
});

describe("an archive", () => {
  const content = strToU8('{"orderedItems":[]}');
  const wants = (name: string) => name.endsWith("outbox.json");

  it("is read as zip, as tar.gz, and as the file alone", async () => {
    const packed = [
      zipSync({ "outbox.json": content, "media/a.png": strToU8("x") }),
      gzipSync(tar({ "media/a.png": strToU8("x".repeat(600)), "./outbox.json": content })),
      content,
    ];
    for (const bytes of packed) expect([...((await filesOfArchive(bytes, wants)) ?? [])]).toHaveLength(1);
  });

  it("that is damaged, of another kind, or would be too large unpacked is null", async () => {
    expect(await filesOfArchive(strToU8("junk"), wants)).toBeNull();
    expect(await filesOfArchive(zipSync({ "outbox.json": content }).subarray(0, 40), wants)).toBeNull();
    expect(await filesOfArchive(gzipSync(tar({ "outbox.json": content })).subarray(0, 30), wants)).toBeNull();
    expect(await filesOfArchive(quickly(new Uint8Array(170_000_000), { level: 1 }), wants)).toBeNull();
  });
});
