import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fields, readBody } from "@/lib/http/body";

const send = (body: BodyInit | null, type?: string) =>
  readBody(
    new Request("http://localhost/", {
      method: "POST",
      body,
      headers: type === undefined ? {} : { "content-type": type },
    }),
  );
const entries = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string({ unit: "grapheme" }), {
  noNullPrototype: true,
});

describe("readBody", () => {
  it("parses the same fields from JSON, a form and a multipart form", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (sent) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(sent)) form.append(name, value);
        // Browsers send line ends in multipart texts as CRLF, as RFC 7578 requires.
        const read = await send(form);
        for (const [name, value] of Object.entries(sent))
          expect(String(read[name]).replaceAll("\r\n", "\n")).toBe(value.replace(/\r\n?/g, "\n"));
        expect({ ...(await send(new URLSearchParams(sent))) }).toEqual(sent);
        expect(await send(JSON.stringify(sent), "application/json")).toEqual(sent);
      }),
      { numRuns: 50 },
    );
  });

  it("parses names with brackets as nested fields", async () => {
    const sent =
      "source[privacy]=private&fields_attributes[0][name]=Pond&fields_attributes[1][name]=Bank&id[]=1&id[]=2";
    expect(JSON.parse(JSON.stringify(await send(new URLSearchParams(sent))))).toEqual({
      source: { privacy: "private" },
      fields_attributes: { 0: { name: "Pond" }, 1: { name: "Bank" } },
      id: ["1", "2"],
    });
  });

  it.each(["__proto__[polluted]=1", "constructor[prototype][polluted]=1", "a[__proto__][polluted]=1"])(
    "takes %s for a name like any other",
    async (sent) => {
      await send(new URLSearchParams(sent));
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    },
  );

  it("recognises a media type whatever its case and parameters", async () => {
    expect(await send('{"a":1}', "Application/JSON; charset=utf-8")).toEqual({ a: 1 });
    expect({ ...(await send("a=1", "application/x-www-form-urlencoded;charset=UTF-8")) }).toEqual({ a: "1" });
  });

  it("parses an empty body as no fields, whatever its type", async () => {
    expect(await send(null)).toEqual({});
    expect(await send("", "text/plain")).toEqual({});
  });

  it.each([
    ["cut off", '{"a":'],
    ["a list", "[1]"],
    ["a number", "7"],
    ["null", "null"],
    ["a text", '"bark"'],
    ["not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("rejects JSON that is %s", async (_what, body) => {
    await expect(send(body, "application/json")).rejects.toMatchObject({ code: "bad_request" });
  });

  it("rejects a malformed multipart form", async () => {
    await expect(send("--x", "multipart/form-data; boundary=y")).rejects.toMatchObject({ code: "bad_request" });
    await expect(send("--x", "multipart/form-data")).rejects.toMatchObject({ code: "bad_request" });
  });

  it("rejects other types", async () => {
    await expect(send("<a/>", "application/xml")).rejects.toMatchObject({ code: "unsupported_media_type" });
    await expect(send("bark", "text/plain")).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  it("rejects more than 100,000 bytes, with or without a content length", async () => {
    const text = (bytes: number) => JSON.stringify({ a: "x".repeat(bytes - 8) });
    expect(await send(text(100_000), "application/json")).toMatchObject({});
    await expect(send(text(100_001), "application/json")).rejects.toMatchObject({ code: "too_large" });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const request = new Request(
      "http://localhost/",
      Object.assign({ method: "POST", body: endless }, { duplex: "half" }),
    );
    await expect(readBody(request)).rejects.toMatchObject({ code: "too_large" });
    expect(pulled).toBeLessThan(15);
  });
});

describe("fields", () => {
  it("turns names with brackets into arrays", () => {
    expect({ ...fields(new URLSearchParams("id[]=1&id[]=2&one[]=3&limit=5")) }).toEqual({
      id: ["1", "2"],
      one: ["3"],
      limit: "5",
    });
  });

  it("appends a plain name to its array, and takes the last of repeated plain names", () => {
    expect({ ...fields(new URLSearchParams("id[]=1&id=2&limit=5&limit=6")) }).toEqual({ id: ["1", "2"], limit: "6" });
  });

  it("cannot change a prototype", () => {
    const read = fields([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect(Object.keys(read)).toEqual(["__proto__", "constructor"]);
  });
});
