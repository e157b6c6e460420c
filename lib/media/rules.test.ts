import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FILE_NAME, fileNames, fitted, formatOf } from "@/lib/media/rules";
import { MediaDetails } from "@/lib/media/schema";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("the format of a file", () => {
  it.each([
    ["\xff\xd8\xff\xe0", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n", "image/png"],
    ["RIFF....WEBPVP8 ", "image/webp"],
    ["GIF87a", "image/gif"],
    ["GIF89a", "image/gif"],
    ["\0\0\0\x1cftypavif....", "image/avif"],
    ["\0\0\0\x1cftypmif1....miafavif....", "image/avif"],
    ["\0\0\0\x18ftypheic....mif1heic", null],
    // A brand beyond the end of its box does not count.
    ["\0\0\0\x10ftypmif1....avif", null],
    ["RIFF....WAVE", null],
    ["GIF90a", null],
    ["BM......", null],
    ["II*\0....", null],
    ["%PDF-1.7", null],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", null],
    ["<?xml version='1.0'?><svg/>", null],
    ["<!doctype html><script>alert(1)</script>", null],
    ["", null],
    ["\xff", null],
  ])("of %j is %j", (text, format) => {
    expect(formatOf(bytes(text))).toBe(format);
  });

  it("is determined for any bytes from the first ones alone", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 50 }), (start, rest) => {
        const format = formatOf(start);
        expect([null, formatOf(Uint8Array.from([...start, ...rest]))]).toContain(format);
      }),
    );
  });
});

describe("the name of a file", () => {
  it("is valid when it was generated", () => {
    const key = "0123456789abcdef".repeat(2);
    for (const kind of ["picture", "avatar", "header"] as const) {
      for (const name of fileNames(key, kind)) expect(name).toMatch(FILE_NAME);
    }
  });

  it("cannot lead to another path", () => {
    const near = fc.stringMatching(/^[0-9a-f./\\%\0-]{30,40}(large|\.\.)?\.webp$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (name) => {
        expect(FILE_NAME.test(name)).toBe(
          /^[0-9a-f]{32}-(large|medium|small|avatar|header)\.webp$/.test(name) && !/[./\\]/.test(name.slice(0, -5)),
        );
      }),
    );
    expect(FILE_NAME.test(`../${"a".repeat(29)}-large.webp`)).toBe(false);
    expect(FILE_NAME.test(`${"a".repeat(32)}-large.webp\n`)).toBe(false);
  });
});

describe("the size of a scaled picture", () => {
  it("keeps the aspect ratio, fits, and is never enlarged or zero", () => {
    const side = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 4_000 }), (width, height, edge) => {
        const small = fitted({ width, height }, edge);
        expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(1);
        expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(Math.min(edge, Math.max(width, height)));
        const fits = Math.max(width, height) <= edge;
        expect(small.width === width && small.height === height).toBe(fits);
      }),
    );
  });
});

describe("the details of a picture", () => {
  it.each([
    ["0.0,0.5", { x: 0, y: 0.5 }],
    ["-1, 1", { x: -1, y: 1 }],
    [".25,-7", { x: 0.25, y: -1 }],
  ])("have a focus: %s", (focus, point) => {
    expect(MediaDetails.parse({ focus }).focus).toEqual(point);
  });

  it.each(["", "1", "a,b", "1,2,3", "1;2", "NaN,0", "1e3,0"])("reject the focus %j", (focus) => {
    expect(MediaDetails.safeParse({ focus }).success).toBe(false);
  });

  it("limit the description to 1,500 characters", () => {
    expect(MediaDetails.safeParse({ description: "a".repeat(1_500) }).success).toBe(true);
    expect(MediaDetails.safeParse({ description: "a".repeat(1_501) }).success).toBe(false);
  });
});
