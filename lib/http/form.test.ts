import { describe, expect, it } from "vitest";
import { parseForm } from "@/lib/http/form";

const encoded = (text: string) => new Uint8Array(Buffer.from(text));
const part = (name: string, file = "") => `Content-Disposition: form-data; name="${name}"${file}\r\n\r\nvalue\r\n`;
const form = (boundary: string, parts: string[]) =>
  encoded(`${parts.map((one) => `--${boundary}\r\n${one}`).join("")}--${boundary}--\r\n`);

describe("a multipart form", () => {
  it.each([
    ["multipart/form-data; boundary=abc", "abc"],
    ['multipart/form-data; boundary="a b:c"', "a b:c"],
    [
      "Multipart/Form-Data; charset=utf-8; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
      "----WebKitFormBoundary7MA4YWxkTrZu0gW",
    ],
  ])("is parsed with %j", async (type, boundary) => {
    expect([...(await parseForm(form(boundary, [part("a"), part("b")]), type))]).toEqual([
      ["a", "value"],
      ["b", "value"],
    ]);
  });

  it("can contain files", async () => {
    const [[name, file] = []] = await parseForm(
      form("x", [part("f", '; filename="../a.svg"')]),
      "multipart/form-data; boundary=x",
    );
    expect(name).toBe("f");
    expect(file).toBeInstanceOf(File);
  });

  it.each([
    "multipart/form-data",
    "multipart/form-data; boundary=",
    `multipart/form-data; boundary=${"a".repeat(71)}`,
    'multipart/form-data; boundary="a\\"b"',
    "multipart/form-data; boundary=ä",
    "multipart/mixed; boundary=x",
  ])("is rejected with %j", async (type) => {
    await expect(parseForm(form("x", [part("a")]), type)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("is rejected with thousands of parts before they are parsed", async () => {
    const many = form("x", new Array(100_000).fill(part("a", '; filename="a"')));
    await expect(parseForm(many, "multipart/form-data; boundary=x")).rejects.toMatchObject({ code: "bad_request" });
    expect([
      ...(await parseForm(form("x", new Array(100).fill(part("a"))), "multipart/form-data; boundary=x")),
    ]).toHaveLength(100);
  });
});
