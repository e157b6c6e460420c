// Not a package: at the first start the launcher reads jars while npm is still installing the packages.
import { inflateRawSync } from "node:zlib";

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * Reads a zip file, such as a jar, from its central directory. Supports what Maven's jars need: neither encryption nor
 * zip64. Format: PKWARE's APPNOTE, sections 4.3.7–4.3.16.
 *
 * @param {Buffer} zip
 * @returns {Map<string, () => Buffer>} maps each entry's name to a function that unpacks it
 * @throws if the bytes are not a complete zip file
 */
export function readZip(zip) {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries = new Map();
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== entryMark) throw new Error("broken zip: no entry where one should be");
    const nameLength = zip.readUInt16LE(at + 28);
    const entry = {
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    };
    entries.set(zip.toString("utf8", at + 46, at + 46 + nameLength), () => unpack(zip, entry));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The offset of the end record: the last 22 bytes, or earlier if a comment of up to 64 kB follows.
 *
 * @param {Buffer} zip
 */
export function findEnd(zip) {
  const earliest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= earliest; at -= 1) if (zip.readUInt32LE(at) === endMark) return at;
  throw new Error("broken zip: its end is missing");
}

/**
 * @param {Buffer} zip
 * @param {{ method: number, size: number, offset: number }} entry
 */
function unpack(zip, { method, size, offset }) {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + size);
  return method === 0 ? packed : inflateRawSync(packed);
}
