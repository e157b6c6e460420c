import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaAttachment } from "@/lib/media/schema";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { addPicture, storeProfilePicture } from "@/lib/media/writes";
import { driver } from "@/lib/neo4j";
import { apiUrl, call } from "@/testing/api";
import { makePerson } from "@/testing/people";
import { suspend, unsuspend } from "@/testing/staff";
import { ask } from "@/testing/graph";
import { photo } from "@/testing/pictures";
import { until } from "@/testing/until";
import { z } from "zod";

let picture: MediaAttachment;

beforeAll(async () => {
  picture = await addPicture((await makePerson()).id, await photo(1200, 800, "jpeg"), {});
});
const path = (url: string) => new URL(url).pathname;
const statusOf = async (url: string, headers = {}) => (await call("GET", path(url), { headers })).status;
/** Waits until the file is gone; the web process caches pictures for less than a minute. */
const gone = (url: string) => until(async () => (await statusOf(url)) === 404, 55_000);
const back = (url: string) => until(async () => (await statusOf(url)) === 200, 55_000);
afterAll(() => driver().close());

describe("the pictures of somebody", () => {
  it(
    "are removed within a minute when they are suspended, also from browser caches, and restored afterwards",
    { timeout: 150_000 },
    async () => {
      const { id, handle } = await makePerson();
      const [sent, key] = [
        await addPicture(id, await photo(300, 200, "jpeg"), {}),
        await storeProfilePicture(id, await photo(300, 300, "png"), "avatar"),
      ];
      const urls = [sent.url, sent.preview_url, `http://localhost/media/${key}-avatar.webp`];
      for (const url of urls) expect(await statusOf(url)).toBe(200);
      const { headers } = await call("GET", path(sent.url));
      await suspend(handle);
      for (const url of urls) await gone(url);
      expect(await statusOf(sent.url, { "if-none-match": headers.get("etag") ?? "" })).toBe(404);
      await unsuspend(handle);
      for (const url of urls) await back(url);
    },
  );

  it("are removed within a minute when their account or their bark is deleted", { timeout: 150_000 }, async () => {
    const [leaver, author] = [await makePerson(), await makePerson()];
    const left = await addPicture(leaver.id, await photo(300, 200, "jpeg"), {});
    const taken = await addPicture(author.id, await photo(300, 200, "jpeg"), {});
    const created = await createBark(author.id, { text: "Look", media: [taken.id] });
    expect([await statusOf(left.url), await statusOf(taken.url)]).toEqual([200, 200]);
    await ask(
      "MATCH (p:Person {id: $id}) SET p:DeletionPending REMOVE p:Person RETURN p.id",
      { id: leaver.id },
      z.unknown(),
    );
    await deleteBark(author.id, created.ok ? created.status.id : "");
    await gone(left.url);
    await gone(taken.url);
  });
});

describe("a picture's file", () => {
  it("may be cached for less than a minute, and cannot run scripts", async () => {
    const { status, headers } = await call("GET", path(picture.url));
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=45",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "accept-ranges": "bytes",
      etag: `"${path(picture.url).slice("/media/".length, -".webp".length)}"`,
    });
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("is not sent again to clients that have it", async () => {
    const { headers } = await call("GET", path(picture.url));
    const etag = headers.get("etag") ?? "";
    const known = await call("GET", path(picture.url), { headers: { "if-none-match": `"other", W/${etag}` } });
    expect(known).toMatchObject({ status: 304, text: "" });
    expect(known.headers.get("etag")).toBe(etag);
    expect(known.headers.get("content-length")).toBeNull();
    expect(await call("GET", path(picture.url), { headers: { "if-none-match": '"x"' } })).toMatchObject({
      status: 200,
    });
  });

  it("supports range requests", async () => {
    const whole = Buffer.from(await (await fetchFile()).arrayBuffer());
    const part = await fetchFile({ range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 10-19/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    const end = await fetchFile({ range: "bytes=-5" });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(whole.subarray(-5));
    const beyond = await fetchFile({ range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${whole.length}`]);
    const changed = await fetchFile({ range: "bytes=0-1", "if-range": '"another"' });
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, whole.length]);
  });

  it("answers HEAD with its length", async () => {
    const whole = await call("GET", path(picture.url));
    const head = await call("HEAD", path(picture.url), { headers: { range: "bytes=0-1" } });
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
  });

  it("is the only thing that can be read at such addresses", async () => {
    const key = "a".repeat(32);
    for (const name of [
      `${key}-large.webp`,
      `${key}-huge.webp`,
      `${key}-large.svg`,
      `..%2f..%2f${key}-large.webp`,
      "..%2f..%2f..%2f..%2fetc%2fpasswd",
      "%2e%2e%2fsecrets.json",
      `${path(picture.url).slice(7)}%00`,
      "%ff",
    ]) {
      expect(await call("GET", `/media/${name}`)).toMatchObject({ status: 404 });
    }
    expect(await call("POST", path(picture.url))).toMatchObject({ status: 405 });
  });

  async function fetchFile(headers: Record<string, string> = {}): Promise<Response> {
    return fetch((await apiUrl()) + path(picture.url), { headers });
  }
});
