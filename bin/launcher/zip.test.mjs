import { deflateRawSync } from "node:zlib";

import { expect, test } from "vitest";

import { readZip } from "./zip.mjs";

/** A minimal zip with one file. @param {string} name @param {Buffer} content @param {boolean} packed */
function zipOf(name, content, packed) {
  const body = packed ? deflateRawSync(content) : content;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(packed ? 8 : 0, 10);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([local, Buffer.from(name), body, entry, Buffer.from(name), end]);
}

test.each([true, false])("readZip returns a file's original content (packed: %s)", (packed) => {
  const content = Buffer.from("redis".repeat(1000));
  const entries = readZip(zipOf("bin/redis", content, packed));
  expect([...entries.keys()]).toEqual(["bin/redis"]);
  expect(entries.get("bin/redis")?.()).toEqual(content);
});

test("readZip refuses a truncated or invalid file", () => {
  const whole = zipOf("a", Buffer.from("content"), true);
  expect(() => readZip(whole.subarray(0, whole.length - 5))).toThrow("broken zip");
  expect(() => readZip(Buffer.from("not a zip at all, but long enough"))).toThrow("broken zip");
});
