import { mkdirSync, readFileSync } from "node:fs";
import { open, rename, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";
import { decode, encode } from "cborg";
import { concat, equal } from "@/lib/bytes/encoding";
import { memoryStorage } from "@/lib/messenger/node-ports";
import type { MessengerStorage } from "@/lib/messenger/ports";

/** A file is written anew when it has this many times the bytes of what it holds, and at least these. */
const WASTE = 4;
const SMALL_BYTES = 1_000_000;
const HEAD_BYTES = 8;

/** One write as it stands in the file: its length, the beginning of its hash, and the changes. */
function frameOf(changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const body = encode([...changes]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return concat(length, sha256(body).subarray(0, 4), body);
}

/** The values after all whole writes in a file, and where these end. A crash can only cut the last one. */
function replay(bytes: Uint8Array): { values: Map<string, Uint8Array>; end: number } {
  const values = new Map<string, Uint8Array>();
  let end = 0;
  while (bytes.length - end >= HEAD_BYTES) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0);
    const body = bytes.subarray(end + HEAD_BYTES, end + HEAD_BYTES + length);
    if (body.length < length || !equal(sha256(body).subarray(0, 4), bytes.subarray(end + 4, end + HEAD_BYTES))) break;
    for (const [key, value] of decode(body) as [string, Uint8Array | null][]) {
      if (value === null) values.delete(key);
      else values.set(key, value);
    }
    end += HEAD_BYTES + length;
  }
  return { values, end };
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Uint8Array();
    throw error;
  }
}

/**
 * Values in a file of this process alone, for bots. Each write is appended and on the disk before it resolves; the file
 * is written anew when most of it is outdated.
 */
export function fileStorage(path: string): MessengerStorage & { close(): Promise<void> } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { values, end } = replay(contentOf(path));
  const memory = memoryStorage(values);
  let size = end;
  let live = sizeOf(values);
  let file: Promise<FileHandle> | undefined;
  let queue: Promise<void> = Promise.resolve();

  /** Opens the file without what a crash left of the last write. */
  async function opened(): Promise<FileHandle> {
    const handle = await open(path, "a+", 0o600);
    await handle.truncate(size);
    return handle;
  }

  async function append(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    const handle = await (file ??= opened());
    const frame = frameOf(changes);
    await handle.appendFile(frame);
    await handle.datasync();
    size += frame.length;
    await memory.write(changes);
    live = sizeOf(memory.values);
    if (size > SMALL_BYTES && size > WASTE * live) await compact();
  }

  async function compact(): Promise<void> {
    const next = await open(`${path}.next`, "w", 0o600);
    const frame = frameOf(memory.values);
    await next.writeFile(frame);
    await next.sync();
    await next.close();
    await (await file)?.close();
    await rename(`${path}.next`, path);
    size = frame.length;
    file = opened();
  }

  /** Writes one after the other. A failure is that of its own write only. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    const result = queue.then(act);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    get: (key) => memory.get(key),
    list: (prefix) => memory.list(prefix),
    write: (changes) => inTurn(() => append(changes)),
    close: () =>
      inTurn(async () => {
        await (await file)?.close();
        file = undefined;
      }),
    clear: () => inTurn(() => append(new Map([...memory.values.keys()].map((key) => [key, null])))),
  };
}

function sizeOf(values: ReadonlyMap<string, Uint8Array>): number {
  let size = 0;
  for (const [key, value] of values) size += key.length + value.length;
  return size;
}
