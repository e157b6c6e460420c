import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILE_LIMIT } from "@/lib/media/rules";
import { MediaAttachment } from "@/lib/media/schema";
import { driver } from "@/lib/neo4j";
import { call, type Answer } from "@/testing/api";
import { makePerson, makeToken } from "@/testing/people";
import { photo, type TestFormat } from "@/testing/pictures";

let token: string;
let picture: MediaAttachment;

beforeAll(async () => {
  ({ token } = await makeToken((await makePerson()).id));
  picture = MediaAttachment.parse((await send(await photo(1200, 800, "jpeg"))).json);
});
afterAll(() => driver().close());

interface Details {
  name?: string;
  to?: string;
  by?: string;
  fields?: Record<string, string>;
}

/** Uploads a file as apps do. */
function send(bytes: Uint8Array, { name = "x.jpg", to = "/api/v2/media", by = token, fields = {} }: Details = {}) {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), name);
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  return call("POST", to, { token: by, body });
}

const path = (url: string) => new URL(url).pathname;
const wrong = ({ status, json }: Answer) => ({ status, ...(json as { error: string; code: string }) });

describe("uploading a picture", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif"] satisfies TestFormat[])("works with %s", async (format) => {
    const answer = await send(await photo(900, 600, format), { name: `../${format}<script>` });
    expect(answer.status).toBe(200);
    const sent = MediaAttachment.parse(answer.json);
    expect(sent).toMatchObject({ type: "image", description: null, remote_url: null });
    expect(sent.meta.original).toEqual({ width: 900, height: 600, size: "900x600", aspect: 1.5 });
    for (const url of [sent.url, sent.preview_url, sent.url.replace("-large", "-small")]) {
      expect(await call("GET", path(url))).toMatchObject({ status: 200 });
    }
  });

  it("accepts a description and a focus, at the old address too", async () => {
    const fields = { description: "  An orange boat 🚤 ", focus: "-0.5,1" };
    const answer = await send(await photo(30, 20, "png"), { to: "/api/v1/media", fields });
    const { meta, description } = MediaAttachment.parse(answer.json);
    expect([meta.focus, description]).toEqual([{ x: -0.5, y: 1 }, "An orange boat 🚤"]);
    const junk = await send(await photo(30, 20, "png"), { fields: { focus: "left" } });
    expect(wrong(junk)).toMatchObject({ status: 422, code: "invalid" });
  });

  it("creates twenty pictures with the same content when one file is uploaded twenty times at once", async () => {
    const bytes = await photo(120, 90, "jpeg");
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(bytes)));
    expect(answers.map(({ status }) => status)).toEqual(new Array(20).fill(200));
    const sent = answers.map(({ json }) => MediaAttachment.parse(json));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(20);
    expect(new Set(sent.map(({ url }) => url)).size).toBe(1);
  });

  it("leaves no link between two people who uploaded the same file", async () => {
    const bytes = await photo(50, 50, "jpeg");
    const { token: other } = await makeToken((await makePerson()).id);
    const [mine, theirs] = await Promise.all([send(bytes), send(bytes, { by: other })]);
    expect(MediaAttachment.parse(mine.json).url).not.toBe(MediaAttachment.parse(theirs.json).url);
  });

  it("rejects files that are no pictures, whatever their names say", async () => {
    for (const text of [
      "<!doctype html><script>alert(1)</script>",
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "%PDF",
      "",
    ]) {
      expect(wrong(await send(Buffer.from(text)))).toEqual({
        status: 415,
        code: "unsupported_media_type",
        error: "Please send a picture: JPEG, PNG, WebP, AVIF or GIF.",
      });
    }
    const half = (await photo(300, 300, "png")).subarray(0, 500);
    expect(wrong(await send(half))).toMatchObject({ status: 422, code: "invalid" });
  });

  it("rejects files above 10 MB, with or without a content length", async () => {
    const bytes = new Uint8Array(FILE_LIMIT + 200_000).fill(7);
    expect(wrong(await send(bytes))).toMatchObject({ status: 413, code: "too_large" });
    // A field that is not a file is limited like any other body.
    const json = { file: "a".repeat(200_000) };
    expect(await call("POST", "/api/v2/media", { token, json })).toMatchObject({ status: 413 });
  });

  it("requires a file", async () => {
    expect(wrong(await call("POST", "/api/v2/media", { token, body: new FormData() }))).toMatchObject({ status: 422 });
    expect(wrong(await call("POST", "/api/v2/media", { token, json: { file: "x" } }))).toMatchObject({ status: 422 });
    expect(wrong(await call("POST", "/api/v2/media", { token }))).toMatchObject({ status: 422 });
  });

  it("requires permission to write", async () => {
    const { token: reader } = await makeToken((await makePerson()).id, ["read"]);
    const bytes = await photo(30, 20, "png");
    expect(wrong(await send(bytes, { by: reader }))).toMatchObject({ status: 403, code: "insufficient_scope" });
    expect(await call("POST", "/api/v2/media")).toMatchObject({ status: 401 });
  });
});

describe("a picture that no bark uses", () => {
  it("can be read and changed by its owner", async () => {
    const at = `/api/v1/media/${picture.id}`;
    expect((await call("GET", at, { token })).json).toEqual(picture);
    const put = await call("PUT", at, { token, json: { description: "A hill", focus: "0.1,0.2" } });
    expect(put.json).toMatchObject({ description: "A hill", meta: { focus: { x: 0.1, y: 0.2 } } });
    const again = await call("PUT", at, { token, body: new URLSearchParams({ description: "" }) });
    expect(again.json).toMatchObject({ description: null, meta: { focus: { x: 0.1, y: 0.2 } } });
    expect(await call("PUT", at, { token, json: { description: "a".repeat(1_501) } })).toMatchObject({ status: 422 });
  });

  it("is not found by anybody else", async () => {
    const { token: other } = await makeToken((await makePerson()).id);
    const at = `/api/v1/media/${picture.id}`;
    for (const method of ["GET", "DELETE"]) {
      expect(await call(method, at, { token: other })).toMatchObject({ status: 404 });
      expect(await call(method, at)).toMatchObject({ status: 401 });
    }
    expect(await call("PUT", at, { token: other, json: { description: "Mine" } })).toMatchObject({ status: 404 });
    expect(await call("GET", "/api/v1/media/1", { token })).toMatchObject({ status: 404 });
    expect(await call("GET", "/api/v1/media/x", { token })).toMatchObject({ status: 404 });
  });

  it("can be deleted together with its files", async () => {
    const sent = MediaAttachment.parse((await send(await photo(60, 60, "png"))).json);
    const at = `/api/v1/media/${sent.id}`;
    expect(await call("GET", path(sent.url))).toMatchObject({ status: 200 });
    expect(await call("DELETE", at, { token })).toMatchObject({ status: 200, json: {} });
    expect(await call("DELETE", at, { token })).toMatchObject({ status: 404 });
    for (const url of [sent.url, sent.preview_url]) expect(await call("GET", path(url))).toMatchObject({ status: 404 });
  });
});
