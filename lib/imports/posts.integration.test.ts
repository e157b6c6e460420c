import { zipSync } from "fflate";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { Import } from "@/lib/imports/schema";
import { sweepArchives } from "@/lib/media/archives/writes";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { carriedOut, join, settle, upload, work, type Importer } from "@/testing/imports";
import { archiveOf, facet, images, linkTo, post, replyTo, uriOf } from "@/testing/bluesky-archive";
import { note, outbox } from "@/testing/mastodon-archive";

afterAll(() => driver().close());

const FOLLOWERS = "https://far.example/users/fern/followers";

async function archive(): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#d9430f" } })
    .png()
    .toBuffer();
  const picture = {
    type: "Document",
    mediaType: "image/png",
    url: "/media_attachments/files/1/a.png",
    name: "An orange",
  };
  const film = { type: "Document", mediaType: "video/mp4", url: "/media_attachments/files/1/b.mp4", name: null };
  const gone = { ...picture, url: "/media_attachments/files/1/gone.png" };
  const at = (second: number) => `2023-05-01T10:00:0${second}Z`;
  const notes = [
    note({ id: "https://far.example/1", content: "<p>First #bread</p>", attachment: [picture], published: at(0) }),
    note({
      id: "https://far.example/2",
      content: `<p>${"A long sentence. ".repeat(30)}</p>`,
      inReplyTo: "https://far.example/1",
      published: at(1),
    }),
    note({
      id: "https://far.example/3",
      content: "<p>For few</p>",
      to: [FOLLOWERS],
      cc: [],
      summary: "Quiet",
      sensitive: true,
      published: at(2),
    }),
    note({ id: "https://far.example/4", content: "<p>Film</p>", attachment: [film, gone], published: at(3) }),
    note({
      id: "https://far.example/5",
      content: "<p>Psst</p>",
      to: ["https://far.example/users/oak"],
      cc: [],
      published: at(4),
    }),
  ];
  return new Uint8Array(
    zipSync({ "outbox.json": outbox(notes), "media_attachments/files/1/a.png": new Uint8Array(png) }),
  );
}

const statusesOf = async ({ id, token }: Importer) =>
  z.array(Status).parse((await call("GET", `/api/v1/accounts/${id}/statuses?limit=40`, { token })).json);

it("posts of an archive become barks of their time, told to nobody, once, and can be undone", async () => {
  const [owner, follower] = [await join(), await join()];
  await call("POST", `/api/v1/accounts/${owner.id}/follow`, { token: follower.token });
  const entries = await count("(o:Outbox {actorId: $id})", { id: owner.id });
  const bytes = await archive();
  const bring = async () => {
    const { status, json, text } = await upload(owner.token, "posts", bytes);
    if (status !== 200) throw new Error(text);
    return settle(owner.token, Import.parse(json).id);
  };
  const ready = await bring();
  expect(ready).toMatchObject({ kind: "posts", state: "ready", counts: { new: 4, direct: 1 } });
  expect(await statusesOf(owner)).toEqual([]);

  await call("POST", `/api/v1/barker/imports/${ready.id}/start`, { token: owner.token });
  while ((await work()) > 0) await Promise.all([work(), work()]);
  const done = await settle(owner.token, ready.id);
  expect(done).toMatchObject({ state: "done", counts: { added: 3, partly: 1, direct: 1 } });
  const statuses = await statusesOf(owner);
  const texts = statuses.map(({ content }) => content.replaceAll(/<[^>]+>/g, ""));
  expect(texts[0]).toBe("Film");
  expect(texts.slice(2, -1).toReversed().join(" ")).toBe("A long sentence. ".repeat(30).trim());
  const first = statuses.at(-1);
  expect(first).toMatchObject({ visibility: "public", language: "en", created_at: "2023-05-01T10:00:00.000Z" });
  expect(first).toMatchObject({ media_attachments: [{ description: "An orange" }], tags: [{ name: "bread" }] });
  expect(first).toMatchObject({ application: { name: "Import" } });
  expect(statuses.at(-2)).toMatchObject({ in_reply_to_id: first?.id });
  expect(statuses[1]).toMatchObject({ visibility: "private", spoiler_text: "Quiet", sensitive: true });

  // Nobody is told, and what is for followers is not for others.
  expect(await count("(o:Outbox {actorId: $id})", { id: owner.id })).toBe(entries);
  expect((await call("GET", "/api/v1/notifications", { token: follower.token })).json).toEqual([]);
  const stranger = await join();
  expect((await call("GET", `/api/v1/statuses/${statuses[1]?.id}`, { token: stranger.token })).status).toBe(404);

  const again = await bring();
  expect(again).toMatchObject({ counts: { there: 4, direct: 1 } });
  const json = { status: "Better" };
  await call("PUT", `/api/v1/statuses/${statuses[0]?.id}`, { token: owner.token, json });
  const undone = await carriedOut(owner.token, ready, "undo");
  expect(undone).toMatchObject({ state: "undone", counts: { undone: 3, changed: 1, direct: 1 } });
  expect((await statusesOf(owner)).map(({ content }) => content)).toEqual(["<p>Better</p>"]);
  // What was undone can be brought again.
  expect(await bring()).toMatchObject({ counts: { new: 3, there: 1, direct: 1 } });
  await sweepArchives(Date.now() + 4 * 86_400_000);
  expect(await count("(a:StoredArchive)", {})).toBe(0);
});

/** An archive of Bluesky with a thread, a post with pictures, an answer to somebody else and a post of long ago. */
function blueskyArchive(): Uint8Array<ArrayBuffer> {
  const at = (second: number) => ({ createdAt: `2023-05-01T10:00:0${second}.250Z` });
  const mention = { $type: "app.bsky.richtext.facet#mention", did: "did:plc:oak" };
  const more = "And more @oak.example";
  const text = "Grüße 🥖 example.com/a/lo... #bread";
  return archiveOf({
    "3ka": post({ ...at(0), text, facets: [facet(text, "example.com/a/lo...", linkTo("https://example.com/a/loaf"))] }),
    "3kb": post({ ...at(1), ...replyTo(uriOf("3ka")), text: more, facets: [facet(more, "@oak.example", mention)] }),
    "3kc": post({ ...at(2), text: "Two cats", embed: images(2), langs: ["de"] }),
    "3kd": post({ ...at(3), ...replyTo("at://did:plc:oak/app.bsky.feed.post/3kz"), text: "Yes" }),
    "3ke": post({ text: "Old", createdAt: "2021-05-01T10:00:00Z" }),
  });
}

it("posts of an archive of Bluesky become barks of their time, told to nobody, once, and can be undone", async () => {
  const [owner, follower] = [await join(), await join()];
  await call("POST", `/api/v1/accounts/${owner.id}/follow`, { token: follower.token });
  const entries = await count("(o:Outbox {actorId: $id})", { id: owner.id });
  const bring = async () => {
    const { status, json, text } = await upload(owner.token, "posts", blueskyArchive());
    if (status !== 200) throw new Error(text);
    return settle(owner.token, Import.parse(json).id);
  };
  const ready = await bring();
  expect(ready).toMatchObject({ state: "ready", lines: 5, counts: { new: 3, answer: 1, too_old: 1 } });
  expect(ready.not_taken).toMatchObject([
    { line: 1, item: "Old", reason: "too_old" },
    { line: 5, item: "Yes", reason: "answer" },
  ]);
  expect(await statusesOf(owner)).toEqual([]);

  const done = await carriedOut(owner.token, ready, "start");
  expect(done).toMatchObject({ state: "done", counts: { added: 2, partly: 1, answer: 1, too_old: 1 } });
  const [cats, second, first, ...others] = await statusesOf(owner);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ created_at: "2023-05-01T10:00:00.250Z", visibility: "public", language: "en" });
  expect(first).toMatchObject({ tags: [{ name: "bread" }], application: { name: "Import" }, mentions: [] });
  expect(first?.content).toMatch(/^<p>Grüße 🥖 <a href="https:\/\/example\.com\/a\/loaf"/);
  expect(second).toMatchObject({ in_reply_to_id: first?.id, content: "<p>And more oak.example</p>" });
  expect(cats).toMatchObject({ content: "<p>Two cats</p>", language: "de", media_attachments: [] });
  expect(await count("(o:Outbox {actorId: $id})", { id: owner.id })).toBe(entries);
  expect((await call("GET", "/api/v1/notifications", { token: follower.token })).json).toEqual([]);
  // Nothing of the file is needed any more.
  expect(await count("(a:StoredArchive)", {})).toBe(0);

  expect(await bring()).toMatchObject({ counts: { there: 3, answer: 1, too_old: 1 } });
  const report = await call("GET", `/api/v1/barker/imports/${done.id}/report.csv`, { token: owner.token });
  expect(report.text).toContain("Two cats");
  const undone = await carriedOut(owner.token, done, "undo");
  expect(undone).toMatchObject({ state: "undone", counts: { undone: 3, answer: 1, too_old: 1 } });
  expect(await statusesOf(owner)).toEqual([]);
  expect(await bring()).toMatchObject({ counts: { new: 3, answer: 1, too_old: 1 } });
});

it("a file without posts is refused with a sentence", async () => {
  const owner = await join();
  const files = ["junk", "{}", new Uint8Array(zipSync({ "a.txt": new Uint8Array(3) })), archiveOf({})];
  for (const file of [...files, blueskyArchive().slice(0, 500)]) {
    expect(await upload(owner.token, "posts", file)).toMatchObject({ status: 422, json: { code: "invalid" } });
  }
});
