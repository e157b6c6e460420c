import { describe, expect, it, vi } from "vitest";
import { isCar } from "@/lib/imports/posts/bluesky/car";
import { postsOfBluesky } from "@/lib/imports/posts/bluesky/posts";
import { textOfRichText } from "@/lib/imports/posts/bluesky/rich-text";
import { archiveOf, DID, facet, images, linkTo, post, replyTo, repository, uriOf } from "@/testing/bluesky-archive";

const linesOf = (posts: Record<string, unknown>) => postsOfBluesky("1", archiveOf(posts));
const first = async (changes: object) => (await linesOf({ "3ka": post(changes) }))[0];
const at = (second: number) => ({ createdAt: `2023-05-01T10:00:0${second}.000Z` });
const QUOTED = "at://did:plc:oak/app.bsky.feed.post/3kb";
const PAGE = "https://bsky.app/profile/did:plc:oak/post/3kb";
const record = { $type: "app.bsky.embed.record", record: { uri: QUOTED, cid: "bafy" } };
const external = (uri: string) => ({ $type: "app.bsky.embed.external", external: { uri, title: "", description: "" } });

describe("the text of a post of Bluesky", () => {
  it("has whole links, also after letters and emoji of several bytes", () => {
    const uri = "https://example.com/a/long/path?of=an#address";
    const text = "Grüße 👩‍👩‍👧 日本 example.com/a/lon... und mehr";
    expect(textOfRichText(text, [facet(text, "example.com/a/lon...", linkTo(uri))])).toBe(
      `Grüße 👩‍👩‍👧 日本 ${uri} und mehr`,
    );
    expect(textOfRichText(uri, [facet(uri, uri, linkTo(uri))])).toBe(uri);
    expect(textOfRichText("a.example b", [facet("a.example b", "a.example", linkTo("https://www.a.example/"))])).toBe(
      "https://www.a.example/ b",
    );
  });

  it("keeps other words of a link before its address, and separates links from what would become a part of them", () => {
    const uri = "https://example.com/page";
    const words = "Read my page, please";
    expect(textOfRichText(words, [facet(words, "my page", linkTo(uri))])).toBe(`Read my page ${uri}, please`);
    const glued = "日example.com/page本";
    expect(textOfRichText(glued, [facet(glued, "example.com/page", linkTo(uri))])).toBe(`日 ${uri} 本`);
  });

  it("names people without the sign that would mean somebody here, and leaves topics as they are", () => {
    const text = "@oak.example likes #bread";
    const facets = [
      facet(text, "#bread", { $type: "app.bsky.richtext.facet#tag", tag: "bread" }),
      facet(text, "@oak.example", { $type: "app.bsky.richtext.facet#mention", did: "did:plc:oak" }),
    ];
    expect(textOfRichText(text, facets)).toBe("oak.example likes #bread");
  });

  it("stays as it is where facets overlap, cut a character or lead to no web page", () => {
    const text = "😀 one.example";
    const uri = "https://one.example/1";
    const whole = facet(text, "one.example", linkTo(uri));
    expect(textOfRichText(text, [whole, facet(text, "example", linkTo("https://two.example"))])).toBe(`😀 ${uri}`);
    const wrong = [
      { index: { byteStart: 1, byteEnd: 9 }, features: [linkTo(uri)] },
      { index: { byteStart: 5, byteEnd: 900 }, features: [linkTo(uri)] },
      { index: { byteStart: 5, byteEnd: 5 }, features: [linkTo(uri)] },
      facet(text, "one.example", linkTo("javascript:alert(1)")),
      facet(text, "one.example", linkTo("https://one.example/a b")),
      { index: {} },
      null,
    ];
    expect(textOfRichText(text, wrong)).toBe(text);
  });
});

describe("the posts of an archive of Bluesky", () => {
  it("are found in a tree of several levels, oldest first, without other records", async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => {
        const createdAt = new Date(Date.UTC(2023, 4, 1) - index * 1_000).toISOString();
        return [`3k${String(index).padStart(4, "0")}`, post({ text: `Post ${index}`, createdAt })];
      }),
    );
    const lines = await linesOf(posts);
    expect(lines.map(({ item }) => item)).toEqual(Array.from({ length: 150 }, (_, index) => `Post ${149 - index}`));
    expect(lines.every(({ result }) => result === "new")).toBe(true);
    expect(lines[0]).toMatchObject({ n: 1, post: { at: Date.UTC(2023, 4, 1) - 149_000, texts: ["Post 149"] } });
    expect(new Set(lines.map(({ target }) => target)).size).toBe(150);
    expect(await linesOf(posts)).toEqual(lines);
  });

  it("are read in turns, between which other things happen", async () => {
    // A slow machine: each look at the clock takes half a turn.
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 6));
    let [turns, isReading] = [0, true];
    const count = () => {
      turns += 1;
      if (isReading) setImmediate(count);
    };
    setImmediate(count);
    await linesOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`3k${index + 10}`, post({ text: "Post" })])),
    );
    isReading = false;
    clock.mockRestore();
    expect(turns, "other things that happened meanwhile").toBeGreaterThan(10);
  });

  it("are public and have their languages and labels", async () => {
    expect(await first({ langs: ["pt-br", "en"] })).toMatchObject({
      result: "new",
      post: { audience: "public", language: "pt-BR", sensitive: false, spoiler: "", left: 0 },
    });
    const labels = (values: unknown) => ({ labels: { $type: "com.atproto.label.defs#selfLabels", values } });
    expect(await first(labels([]))).toMatchObject({ post: { sensitive: false } });
    expect(await first(labels([{ val: "graphic-media" }]))).toMatchObject({ post: { sensitive: true } });
    expect(await first({ labels: 7, langs: "?" })).toMatchObject({ post: { sensitive: true, language: null } });
  });

  it("continue one's own threads; answers to others, and what is too old, new or long are not taken", async () => {
    const lines = await linesOf({
      "3ka": post({ ...at(0), text: "First" }),
      // The same time, as apps write threads.
      "3kb": post({ ...at(0), ...replyTo(uriOf("3ka")), text: "Second" }),
      "3kc": post({ ...at(2), ...replyTo(QUOTED) }),
      "3kd": post({ ...at(3), ...replyTo(uriOf("3kc")) }),
      "3ke": post({ ...at(4), reply: 7 }),
      "3kf": post({ ...at(5), text: "x".repeat(9_000) }),
      "3kg": post({ ...at(6), text: " " }),
      "3kh": post({ createdAt: "2090-01-01T00:00:00Z" }),
      "3ki": post({ createdAt: "2019-01-01T00:00:00Z" }),
      "3kj": post({ createdAt: "1" }),
      "3kk": post({ ...at(7), text: "x".repeat(60_000) }),
    });
    const results = Object.fromEntries(lines.map(({ item, result }) => [item, result]));
    expect(lines).toHaveLength(11);
    expect(lines.map(({ result }) => result).toSorted()).toEqual(
      [
        "new",
        "new",
        "answer",
        "answer",
        "unreadable",
        "unreadable",
        "unreadable",
        "unreadable",
        "empty",
        "too_long",
        "too_old",
      ].toSorted(),
    );
    expect(results).toMatchObject({
      First: "new",
      Second: "new",
      [uriOf("3ke")]: "unreadable",
      [uriOf("3kg")]: "empty",
    });
    const [one, two] = ["First", "Second"].map((text) => lines.find(({ item }) => item === text));
    expect(two?.post?.answers).toBe(one?.post?.keys.at(-1));
  });

  it("end with the address of what they embed, and count what is left out", async () => {
    const texts = async (text: string, embed: object) => {
      const line = await first({ text, embed });
      return [line?.result, line?.post?.texts.join("|"), line?.post?.left];
    };
    expect(await texts("See", external("https://a.example/b"))).toEqual(["new", "See\n\nhttps://a.example/b", 0]);
    expect(await texts("https://a.example", external("https://a.example/"))).toEqual(["new", "https://a.example", 0]);
    expect(await texts("See", external("data:x"))).toEqual(["new", "See", 1]);
    expect(await texts("So true", record)).toEqual(["new", `So true\n\n${PAGE}`, 0]);
    expect(await texts("", record)).toEqual(["new", PAGE, 0]);
    const feed = { ...record, record: { uri: `at://${DID}/app.bsky.feed.generator/cats`, cid: "bafy" } };
    expect(await texts("My feed", feed)).toEqual(["new", "My feed", 1]);
    expect(await texts("Cats", images(3))).toEqual(["new", "Cats", 3]);
    expect((await first({ text: "", embed: images(1) }))?.result).toBe("empty");
    expect(await texts("Film", { $type: "app.bsky.embed.video", video: {} })).toEqual(["new", "Film", 1]);
    expect(await texts("New", { $type: "app.bsky.embed.hologram" })).toEqual(["new", "New", 1]);
    const both = { $type: "app.bsky.embed.recordWithMedia", record, media: images(2) };
    expect(await texts("Look", both)).toEqual(["new", `Look\n\n${PAGE}`, 2]);
  });

  it("that become too long with their links are threads", async () => {
    const text = "A sentence of some length. ".repeat(11).trim();
    expect((await first({ text, embed: record }))?.post?.texts).toHaveLength(2);
  });

  it("are refused with a sentence when there are none", async () => {
    await expect(linesOf({})).rejects.toThrow("Validation failed: There are no posts of yours in this archive.");
    await expect(postsOfBluesky("1", repository({}))).rejects.toThrow("There are no posts");
    expect(isCar(archiveOf({}))).toBe(true);
  });
});
