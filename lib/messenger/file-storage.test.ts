import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileStorage } from "@/lib/messenger/file-storage";

const newPath = () => join(mkdtempSync(join(tmpdir(), "messenger-")), "deep", "store");
const bytes = (...values: number[]) => new Uint8Array(values);
async function dump(path: string): Promise<Record<string, number[]>> {
  const storage = fileStorage(path);
  const all = await storage.list("");
  await storage.close();
  return Object.fromEntries(all.map(([key, value]) => [key, [...value]]));
}

it("values are there again when the file is opened", async () => {
  const path = newPath();
  const storage = fileStorage(path);
  await Promise.all([
    storage.write(
      new Map([
        ["a/1", bytes(1)],
        ["a/2", bytes(2)],
      ]),
    ),
    storage.write(
      new Map([
        ["a/1", bytes(3)],
        ["b", bytes(4)],
      ]),
    ),
    storage.write(new Map([["a/2", null]])),
  ]);
  expect(await dump(path)).toEqual({ "a/1": [3], b: [4] });
  await storage.clear();
  await storage.close();
  expect(await dump(path)).toEqual({});
});

it("a write that a crash cut anywhere is as if it had not begun, and the next one follows the ones before", async () => {
  const path = newPath();
  const storage = fileStorage(path);
  await storage.write(new Map([["kept", bytes(1)]]));
  const whole = statSync(path).size;
  await storage.write(new Map([["lost", bytes(2, 2, 2)]]));
  await storage.close();
  const all = readFileSync(path);
  for (let length = whole; length < all.length; length += 1) {
    writeFileSync(path, all.subarray(0, length));
    const again = fileStorage(path);
    expect((await again.list("")).map(([key]) => key)).toEqual(["kept"]);
    await again.write(new Map([["next", bytes(3)]]));
    await again.close();
    expect(await dump(path)).toEqual({ kept: [1], next: [3] });
  }
});

it("a file does not grow without end", async () => {
  const path = newPath();
  const storage = fileStorage(path);
  const large = new Uint8Array(200_000);
  for (let count = 0; count < 30; count += 1) await storage.write(new Map([["state", large.fill(count)]]));
  expect(statSync(path).size).toBeLessThan(2_000_000);
  await storage.write(new Map([["after", bytes(1)]]));
  await storage.close();
  expect(Object.keys(await dump(path))).toEqual(["after", "state"]);
});
