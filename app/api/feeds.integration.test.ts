import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Parser } from "htmlparser2";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { addPicture } from "@/lib/media/writes";
import { closeDatabase } from "@/lib/instance/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { freshHandle, makePerson, type TestPerson } from "@/testing/people";
import { photo } from "@/testing/pictures";

const origin = env().BARKER_ORIGIN;
const topic = `t${freshHandle()}`;
let author: TestPerson;
const ids: Record<string, string> = {};

async function write(name: string, content: Omit<Parameters<typeof createBark>[1], "replyTo">): Promise<void> {
  const made = await createBark(author.id, content);
  if (!made.ok) throw new Error(made.reason);
  ids[name] = made.status.id;
}

beforeAll(async () => {
  author = await makePerson();
  const picture = async () => [
    (await addPicture(author.id, await photo(60, 40, "png"), { description: 'A "pond" & <reeds>' })).id,
  ];
  await write("plain", { text: `Hello & <b>"you"</b> #${topic}` });
  await write("picture", { text: "Look", media: await picture() });
  await write("sensitive", { text: "Careful", sensitive: true, media: await picture() });
  await write("noted", { text: "The butler did it", spoiler: "The end of a film <i>" });
  await write("private", { text: `Only for friends #${topic}`, audience: "private" });
  await write("unlisted", { text: "Quietly", audience: "unlisted" });
});
afterAll(async () => {
  tcpRedis().disconnect();
  await closeDatabase();
});

/** The elements of a document by name, each with its text and attributes; throws when it is not well-formed. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, text: "" };
        found.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const inner = open.at(-1);
        if (inner) inner.text += text;
      },
      // Elements that close themselves are said to be closed implicitly.
      onclosetag: (name) => {
        if (open.pop()?.name !== name) throw new Error(`${name} is not closed`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

describe.each(["rss", "atom"] as const)("the feed of a person as %s", (format) => {
  it("has their public barks, behind a content note only the note, and no sensitive pictures", async () => {
    const { status, text, headers } = await call("GET", `/@${author.handle}.${format}`);
    expect([status, headers.get("content-type")]).toEqual([200, `application/${format}+xml; charset=utf-8`]);
    const found = elements(text);
    const items = found
      .filter(({ name }) => name === (format === "rss" ? "guid" : "id"))
      .map((element) => element.text);
    const url = (name: string) => `${origin}/@${author.handle}/${ids[name]}`;
    expect(items.filter((item) => /\/\d+$/.test(item))).toEqual(["noted", "sensitive", "picture", "plain"].map(url));
    expect(text).not.toContain("butler");
    expect(
      found
        .filter(({ name }) => name === "description" || name === "content")
        .map((element) => element.text)
        .join(),
    ).toContain("Hello &amp; &lt;b&gt;");
    const enclosures = found.filter(
      ({ name, attributes }) => name === "enclosure" || attributes["rel"] === "enclosure",
    );
    expect(enclosures.length).toBe(1);
    expect(text).toContain("A &quot;pond&quot; &amp; &lt;reeds&gt;");
  });

  it("is sent once to a reader that has it, until something changes", async () => {
    const { headers } = await call("GET", `/@${author.handle}.${format}`);
    const again = { "if-none-match": headers.get("etag") ?? "" };
    expect((await call("GET", `/@${author.handle}.${format}`, { headers: again })).status).toBe(304);
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    await write("later", { text: "Later" });
    expect((await call("GET", `/@${author.handle}.${format}`, { headers: again })).status).toBe(200);
    await deleteBark(author.id, ids["later"] ?? "");
  });

  it("is there for topics, of everybody and of one person, and for nobody else", async () => {
    for (const path of [`/tags/${topic.toUpperCase()}.${format}`, `/@${author.handle}/tagged/${topic}.${format}`]) {
      const { status, text } = await call("GET", path);
      expect([status, text.includes(ids["plain"] ?? "-"), text.includes("friends")], path).toEqual([200, true, false]);
    }
    expect((await call("GET", `/@${freshHandle()}.${format}`)).status).toBe(404);
  });
});

describe("a public bark on another site", () => {
  it("is described by oEmbed, and shown by a page for frames without scripts and cookies", async () => {
    const url = `${origin}/@${author.handle}/${ids["plain"]}`;
    const described = await call("GET", `/api/oembed?url=${encodeURIComponent(url)}&maxwidth=300`);
    expect(described.json).toMatchObject({ type: "rich", version: "1.0", author_name: author.handle, width: 300 });
    expect(described.json).toHaveProperty("html", expect.stringContaining(`src="${url}/embed"`));
    const shown = await call("GET", new URL(`${url}/embed`).pathname);
    expect(shown.text).toContain("Hello &amp; &lt;b&gt;");
    expect(shown.text).not.toMatch(/<script|<b>"you"| on\w+=/);
    const policy = shown.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(shown.headers.get("set-cookie")).toBeNull();
  });

  it("keeps its content note and its cover there", async () => {
    const noted = await call("GET", `/@${author.handle}/${ids["noted"]}/embed`);
    expect(noted.text).toContain('<summary dir="auto">The end of a film &lt;i&gt;</summary>');
    const sensitive = await call("GET", `/@${author.handle}/${ids["sensitive"]}/embed`);
    expect(sensitive.text).toMatch(/<details>.*<img src="\/media/s);
  });

  it.each(["private", "unlisted"])("is missing when it is %s, deleted, or of another site", async (name) => {
    const url = `${origin}/@${author.handle}/${ids[name]}`;
    expect((await call("GET", new URL(`${url}/embed`).pathname)).status).toBe(404);
    expect((await call("GET", `/api/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404);
    const elsewhere = `https://barker.test/@${author.handle}/${ids["plain"]}`;
    expect((await call("GET", `/api/oembed?url=${encodeURIComponent(elsewhere)}`)).status).toBe(404);
  });
});
