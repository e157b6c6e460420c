import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaAttachment } from "@/lib/media/schema";
import { addPicture } from "@/lib/media/writes";
import { driver } from "@/lib/neo4j";
import { apiUrl, call } from "@/lib/testing/api";
import { makePerson } from "@/lib/testing/people";
import { photo } from "@/lib/testing/pictures";

let picture: MediaAttachment;

beforeAll(async () => {
  picture = await addPicture((await makePerson()).id, await photo(1200, 800, "jpeg"), {});
});
afterAll(() => driver().close());

const path = (url: string) => new URL(url).pathname;

describe("a picture's file", () => {
  it("is kept for ever by whoever has it, and runs nothing", async () => {
    const { status, headers } = await call("GET", path(picture.url));
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "accept-ranges": "bytes",
      etag: `"${path(picture.url).slice("/media/".length, -".webp".length)}"`,
    });
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("is not sent again to those who have it", async () => {
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

  it("comes in parts", async () => {
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

  it("tells its length without being sent", async () => {
    const whole = await call("GET", path(picture.url));
    const head = await call("HEAD", path(picture.url), { headers: { range: "bytes=0-1" } });
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
  });

  it("is the only thing that can be read there", async () => {
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
