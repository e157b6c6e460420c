import { ByteReader } from "@/local/backup/archive/byte-reader";
import { BackupError } from "@/local/backup/errors";

/** A file in an archive. */
export interface Entry {
  /** At most 100 bytes, with slashes. */
  name: string;
  bytes: Uint8Array;
}

const BLOCK = 512;
/** No entry that Barker writes is larger, so that a damaged length cannot fill the memory. */
const LARGEST = 256 * 1024 * 1024;

/** Writes a tar archive (POSIX ustar), so that everybody can look into one that is not encrypted. @param at Unix ms */
export async function* tar(entries: AsyncIterable<Entry>, at: number): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield header(name, bytes.length, at);
    yield bytes;
    yield new Uint8Array(padding(bytes.length));
  }
  yield new Uint8Array(2 * BLOCK);
}

/**
 * Reads such an archive.
 * @throws BackupError when it is damaged, or ends too early
 */
export async function* untar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const reader = new ByteReader(source);
  for (;;) {
    const block = Buffer.from(await reader.take(BLOCK));
    if (block.length < BLOCK) throw new BackupError("The file ends too early: it is not complete.");
    if (block.every((byte) => byte === 0)) return;
    const name = textOf(block, 0, 100);
    const size = parseInt(textOf(block, 124, 12), 8);
    if (textOf(block, 257, 5) !== "ustar" || sumOf(block) !== parseInt(textOf(block, 148, 8), 8) || !(size <= LARGEST))
      throw new BackupError("This is no backup of Barker, or it is damaged.");
    const bytes = await reader.take(size);
    const rest = await reader.take(padding(size));
    if (bytes.length < size || rest.length < padding(size))
      throw new BackupError("The file ends too early: it is not complete.");
    yield { name, bytes };
  }
}

function header(name: string, size: number, at: number): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`the name ${name} is too long for an archive`);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  block.write(name, 0);
  block.write(octal(0o600, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(Math.floor(at / 1_000), 11), 136);
  block.write("0", 156);
  block.write("ustar\x0000", 257, "latin1");
  block.write(`${sumOf(block).toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

/** The checksum of a header, in which its own field counts as spaces. */
function sumOf(block: Buffer): number {
  return block.reduce((sum, byte, place) => sum + (place >= 148 && place < 156 ? 32 : byte), 0);
}

function textOf(block: Buffer, from: number, length: number): string {
  return block
    .toString("utf8", from, from + length)
    .replace(/\0[^]*$/, "")
    .trim();
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
