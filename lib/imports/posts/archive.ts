import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { unzipSync } from "fflate";

/** What is read of an archive at most, unpacked: an attacker could pack gigabytes of zeros into some kilobytes. */
const UNPACKED = 160_000_000;
/** The largest file in it that is looked at. */
const FILE = 12_000_000;
/** More files than any archive of this size has. */
const FILES = 20_000;
const BLOCK = 512;

const unpack = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);

/**
 * Files of an archive in one of Mastodon's formats, tar.gz or zip. A single outbox.json counts as an archive of that file.
 * @param wants whether a file of this name is to be read; names are as in the archive
 * @returns null when it is none of them, is damaged, or is too large unpacked
 */
export async function filesOfArchive(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
): Promise<Map<string, Uint8Array> | null> {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      return filesOfTar(await unpack(bytes, { maxOutputLength: UNPACKED }), wants);
    }
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return filesOfZip(bytes, wants);
    const isJson = /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
    return isJson ? new Map(wants(OUTBOX) ? [[OUTBOX, bytes]] : []) : null;
  } catch {
    // Whatever a library says about damaged bytes.
    return null;
  }
}

/** The file with the posts. */
export const OUTBOX = "outbox.json";

function filesOfZip(bytes: Uint8Array, wants: (name: string) => boolean): Map<string, Uint8Array> {
  let [size, count] = [0, 0];
  const found = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1;
      if (count > FILES || originalSize > FILE || !wants(name)) return false;
      size += originalSize;
      if (size > UNPACKED) throw new RangeError("too large");
      return true;
    },
  });
  return new Map(Object.entries(found));
}

/** Reads the headers of a tar (POSIX.1-2001), also with long names in headers of their own. */
function filesOfTar(tar: Uint8Array, wants: (name: string) => boolean): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const text = (from: number, length: number) =>
    new TextDecoder().decode(tar.subarray(from, from + length)).replace(/\0[^]*$/, "");
  let longName: string | null = null;
  let count = 0;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; count++) {
    const size = Number.parseInt(text(at + 124, 12).trim() || "0", 8);
    if (!(size >= 0) || count > FILES) break;
    const type = text(at + 156, 1);
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    const prefix = text(at + 257, 5) === "ustar" ? text(at + 345, 155) : "";
    const name: string = longName ?? (prefix === "" ? text(at, 100) : `${prefix}/${text(at, 100)}`);
    longName = null;
    if (type === "x") longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1] ?? null;
    else if (type === "L") longName = new TextDecoder().decode(content).replace(/\0[^]*$/, "");
    else if (/^0?$/.test(type) && size <= FILE && wants(name)) found.set(name, content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}
