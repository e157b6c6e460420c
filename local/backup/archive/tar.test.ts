import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MANIFEST, textEntry, verified, withManifest, type Manifest } from "@/local/backup/archive/manifest";
import { tar, untar, type Entry } from "@/local/backup/archive/tar";
import { each, gathered } from "@/testing/streams";

const CONTENTS: Omit<Manifest, "checksums"> = {
  format: 1,
  version: "0.1.0",
  at: 1_790_000_000_000,
  origin: "https://town.example",
  graph: "graph-1",
  nodes: 2,
  relationships: 1,
  labels: { Person: 2 },
  types: { FOLLOWS: 1 },
  migrations: [],
  keyLog: 0,
  media: { files: 0, bytes: 0, missing: 0 },
};
const ENTRIES = [
  textEntry("secrets.json", "{}"),
  { name: "media/sealed/0", bytes: new Uint8Array() },
  { name: "media/one", bytes: new Uint8Array(512).fill(7) },
  { name: "media/two", bytes: new Uint8Array(100_000).fill(9) },
];

const written = async (entries: Entry[]) => Buffer.concat(await gathered(tar(each(entries), CONTENTS.at)));
const read = (bytes: Uint8Array) => gathered(untar(each([bytes.subarray(0, 700), bytes.subarray(700)])));
const complete = () => gathered(withManifest(each(ENTRIES), () => CONTENTS));

it("an archive returns its entries, and the program tar reads it", async () => {
  const bytes = await written(ENTRIES);
  expect((await read(bytes)).map(({ name, bytes: content }) => [name, content.length])).toEqual(
    ENTRIES.map(({ name, bytes: content }) => [name, content.length]),
  );
  const folder = mkdtempSync(join(tmpdir(), "tar-"));
  try {
    writeFileSync(join(folder, "a.tar"), bytes);
    execFileSync("tar", ["xf", "a.tar"], { cwd: folder });
    expect(readFileSync(join(folder, "media/two"))).toEqual(Buffer.alloc(100_000, 9));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("an archive that is cut off anywhere, or is none, is refused", async () => {
  const bytes = await written(ENTRIES);
  for (const length of [0, 100, 512, 600, 1_024, bytes.length - 1_024])
    await expect(read(bytes.subarray(0, length)), String(length)).rejects.toThrow("not complete");
  await expect(read(Buffer.alloc(2_000, 65))).rejects.toThrow("This is no backup");
});

it("a complete backup is verified, and its manifest returned", async () => {
  expect(await verified(each(await complete()))).toMatchObject(CONTENTS);
});

it("a backup is refused with the name of the entry that is different, missing or surplus", async () => {
  const entries = await complete();
  const changed = entries.map((entry) =>
    entry.name === "media/one" ? { ...entry, bytes: new Uint8Array(512).fill(8) } : entry,
  );
  await expect(verified(each(changed))).rejects.toThrow("media/one differs");
  await expect(verified(each(entries.filter(({ name }) => name !== "media/two")))).rejects.toThrow("media/two differs");
  const [first = textEntry("", ""), ...rest] = entries;
  await expect(verified(each([first, textEntry("more", ""), ...rest]))).rejects.toThrow("more differs");
});

it("a backup is refused without its manifest, with other checksums, and with another format", async () => {
  const entries = await complete();
  await expect(verified(each(entries.slice(0, -1)))).rejects.toThrow("no manifest");
  const without = entries.filter(({ name }) => !name.startsWith("checksums/"));
  await expect(verified(each(without))).rejects.toThrow("other checksums");
  const newer = { ...CONTENTS, format: 2, checksums: [] };
  const later = [...entries.slice(0, -1), textEntry(MANIFEST, JSON.stringify(newer))];
  await expect(verified(each(later))).rejects.toThrow("The backup has format 2");
});

it("lists of checksums have at most a thousand lines, and the program sha256sum understands them", async () => {
  const many = Array.from({ length: 2_001 }, (_, at) => textEntry(`media/${at}`, String(at)));
  const entries = await gathered(withManifest(each(many), () => CONTENTS));
  const lists = entries.filter(({ name }) => name.startsWith("checksums/"));
  expect(lists.map(({ bytes }) => Buffer.from(bytes).toString().trimEnd().split("\n").length)).toEqual([
    1_000, 1_000, 1,
  ]);
  expect(Buffer.from(lists[0]?.bytes ?? []).toString()).toMatch(/^[0-9a-f]{64} {2}media\/0\n/);
  expect(await verified(each(entries))).toMatchObject({
    checksums: lists.map(({ name }) => [name, expect.any(String)]),
  });
});
