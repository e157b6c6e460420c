import { createHash } from "node:crypto";
import { decode } from "cborg";
import { z } from "zod";
import { invalid } from "@/lib/errors";
import { inTurns } from "@/lib/imports/posts/turns";

/** The largest block that is read, in bytes: it is decoded in one go. Posts and nodes of the tree have a few thousand. */
const BLOCK = 50_000;
/** More blocks than a genuine archive of 32 MB has. */
const BLOCKS = 300_000;
/** A CIDv1 of DAG-CBOR with a SHA-256 hash begins so; the 32 bytes of the hash follow. */
const CID_START = Uint8Array.of(0x01, 0x71, 0x12, 0x20);
const CID_LENGTH = 36;
/** The tag of links in DAG-CBOR. */
const LINK_TAG = 42;
/** The longest header, in bytes, and how it begins: a map of two, whose first key is "roots". */
const HEADER = 100;
const HEADER_START = Uint8Array.of(0xa2, 0x65, 0x72, 0x6f, 0x6f, 0x74, 0x73);

/** A link to a block, by its CID. */
export class Cid {
  constructor(readonly bytes: Uint8Array) {}
}

const Header = z.object({ version: z.literal(1), roots: z.tuple([z.instanceof(Cid)]) });

/** The blocks of an archive of Bluesky. */
export interface Blocks {
  root: Cid;
  /**
   * Decodes a block of DAG-CBOR, after comparing it with the hash in its CID. Links are instances of Cid.
   * @returns null for a block of more than 50 kB
   * @throws ApiError invalid when it is missing or damaged, or when too many blocks are read repeatedly
   */
  read(cid: Cid): unknown;
}

/** The error for an archive of Bluesky that cannot be read. */
export function damaged() {
  const message = "This archive of Bluesky is damaged, or is not whole. Please download it again.";
  return invalid("file", "ERR_INVALID", message);
}

/** Whether a file begins like a CAR file (version 1) with a single root. */
export function isCar(bytes: Uint8Array): boolean {
  return (bytes[0] ?? 0) <= HEADER && beginsWith(bytes.subarray(1), HEADER_START);
}

/**
 * Finds the blocks of a CAR file.
 * @throws ApiError invalid when it is none, or has too many blocks
 * @see https://ipld.io/specs/transport/car/carv1/
 */
export async function blocksOf(car: Uint8Array): Promise<Blocks> {
  const pause = inTurns();
  const [length, start] = varint(car, 0);
  if (length > HEADER || start + length > car.length) throw damaged();
  const header = Header.safeParse(decoded(car.subarray(start, start + length)));
  if (!header.success) throw damaged();
  /** Where blocks begin and end in the file, by their hash. */
  const places = new Map<string, [from: number, to: number]>();
  let count = 0;
  for (let at = start + length; at < car.length; count++) {
    if (count % 500 === 0) await pause();
    if (count > BLOCKS) throw invalid("file", "ERR_TOO_LONG", "There is too much in this archive.");
    const [size, from] = varint(car, at);
    at = from + size;
    if (at > car.length || size < CID_LENGTH) throw damaged();
    places.set(hashIn(car.subarray(from, from + CID_LENGTH)), [from + CID_LENGTH, at]);
  }
  /** How many bytes may still be read: some blocks can be read again, but a file cannot make that endless. */
  let left = 2 * car.length;
  return {
    root: header.data.roots[0],
    read(cid) {
      const hash = hashIn(cid.bytes);
      const place = places.get(hash);
      if (!place) throw damaged();
      const block = car.subarray(...place);
      if (block.length > BLOCK) return null;
      left -= block.length;
      if (left < 0) throw damaged();
      if (createHash("sha256").update(block).digest("base64") !== hash) throw damaged();
      return decoded(block);
    },
  };
}

/** An unsigned LEB128 number of at most 4 bytes, and where it ends. */
function varint(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 4; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [value, from + index + 1];
  }
  throw damaged();
}

/** The hash in a CID of a block of DAG-CBOR, as a key. */
function hashIn(cid: Uint8Array): string {
  if (cid.length !== CID_LENGTH || !beginsWith(cid, CID_START)) throw damaged();
  return Buffer.from(cid.buffer, cid.byteOffset, cid.length).toString("base64", CID_START.length);
}

function beginsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decoded(block: Uint8Array): unknown {
  try {
    return decode(block, {
      strict: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      tags: { [LINK_TAG]: (content) => linked(content()) },
    });
  } catch {
    // Whatever the library says about damaged bytes, also that they are nested too deep for it.
    throw damaged();
  }
}

/** A link in DAG-CBOR: the CID after a zero byte. */
function linked(content: unknown): Cid {
  if (!(content instanceof Uint8Array) || content[0] !== 0) throw damaged();
  return new Cid(content.subarray(1));
}
