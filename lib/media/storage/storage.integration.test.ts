import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileName } from "@/lib/media/rules";
import type { Storage } from "@/lib/media/storage";
import { diskStorage } from "@/lib/media/storage/disk";
import { s3Storage } from "@/lib/media/storage/s3";
import { listen } from "@/testing/listen";
import { isSigned } from "@/testing/signature";

let folder: string;
let server: S3rver;
const storages = new Map<string, Storage>();
// The fixed credentials of s3rver.
const account = { region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "barker-storage-"));
  server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: "pictures", configs: [] }],
  });
  const { port } = await server.run();
  storages.set("the disk", diskStorage(folder));
  storages.set("S3", s3Storage({ ...account, endpoint: `http://127.0.0.1:${port}`, bucket: "pictures" }));
  storages.set("no bucket", s3Storage({ ...account, endpoint: `http://127.0.0.1:${port}/`, bucket: "elsewhere" }));
  storages.set(
    "a wrong key",
    s3Storage({ ...account, accessKeyId: "guess", endpoint: `http://127.0.0.1:${port}`, bucket: "pictures" }),
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const same = (one: Uint8Array | null, other: Uint8Array) => one !== null && Buffer.compare(one, other) === 0;
const freshName = () => fileName(randomBytes(16).toString("hex"), "large");

function storage(name: string): Storage {
  const found = storages.get(name);
  if (!found) throw new Error(`no storage is called ${name}`);
  return found;
}

describe.each(["the disk", "S3"])("%s", (which) => {
  it("returns what was stored until it is removed", async () => {
    const name = freshName();
    const bytes = new Uint8Array(randomBytes(700_000));
    expect(await storage(which).get(name)).toBeNull();
    await storage(which).put(name, bytes);
    expect(same(await storage(which).get(name), bytes)).toBe(true);
    await storage(which).remove(name);
    expect(await storage(which).get(name)).toBeNull();
    await storage(which).remove(name);
  });

  it("stores a file once when twenty put it at the same time", async () => {
    const name = freshName();
    const bytes = new Uint8Array(randomBytes(50_000));
    await Promise.all(Array.from({ length: 20 }, () => storage(which).put(name, bytes)));
    expect(same(await storage(which).get(name), bytes)).toBe(true);
  });

  it("accepts only valid file names", async () => {
    for (const name of ["../../etc/passwd", "a.webp", `${"a".repeat(32)}-large.webp/..`, ""]) {
      await expect(async () => storage(which).get(name)).rejects.toThrow(RangeError);
      await expect(async () => storage(which).put(name, new Uint8Array())).rejects.toThrow(RangeError);
      await expect(async () => storage(which).remove(name)).rejects.toThrow(RangeError);
    }
  });
});

describe("the disk", () => {
  it("leaves no partial files, and makes files unreadable for other accounts", async () => {
    const name = freshName();
    await storage("the disk").put(name, new Uint8Array(9));
    const inside = join(folder, "media", name.slice(0, 2));
    expect((await readdir(inside)).filter((file) => file.startsWith("."))).toEqual([]);
    expect((await stat(join(inside, name))).mode & 0o077).toBe(0);
  });

  it("throws when it cannot store a file", async () => {
    await expect(diskStorage("/dev/null").put(freshName(), new Uint8Array(9))).rejects.toThrow(/ENOTDIR/);
  });
});

describe("S3", () => {
  it("signs every request, checked here because s3rver does not", async () => {
    const checked: boolean[] = [];
    const strict = createServer((incoming, outgoing) => {
      void isSigned(incoming, account).then((good) => {
        checked.push(good);
        outgoing.writeHead(200).end();
      });
    });
    const there = s3Storage({ ...account, endpoint: `http://127.0.0.1:${await listen(strict)}`, bucket: "pictures" });
    await there.put(freshName(), new Uint8Array(randomBytes(999)));
    await there.get(freshName());
    await there.remove(freshName());
    strict.closeAllConnections();
    strict.close();
    expect(checked).toEqual([true, true, true]);
  });

  it("throws away when the key is rejected, or the bucket does not exist", async () => {
    for (const which of ["a wrong key", "no bucket"]) {
      await expect(storage(which).put(freshName(), new Uint8Array(9))).rejects.toMatchObject({ code: "away" });
    }
  });

  it("throws away while the server is down or fails, and works again afterwards", async () => {
    let broken = true;
    const flaky = createServer((_, outgoing) => void outgoing.writeHead(broken ? 500 : 200).end("x"));
    const port = await listen(flaky);
    const there = s3Storage({ ...account, endpoint: `http://127.0.0.1:${port}`, bucket: "pictures" });
    await expect(there.get(freshName())).rejects.toMatchObject({ code: "away", status: 503 });
    broken = false;
    expect(await there.get(freshName())).toEqual(new Uint8Array([120]));
    flaky.closeAllConnections();
    flaky.close();
    await expect(there.get(freshName())).rejects.toMatchObject({ code: "away" });
  });
});
