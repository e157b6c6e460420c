import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of an archive, whose bytes arrive in pieces. */
export interface ZipEntry {
  name: string;
  /** Whether it is compressed already, as pictures are. */
  packed: boolean;
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Streams a zip archive; only the current piece is in memory. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { name, packed, pieces } of entries) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    archive.add(file);
    for await (const piece of pieces) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** A JSON file with one value. */
export function jsonFile(name: string, value: unknown): ZipEntry {
  return { name, packed: false, pieces: [bytes(`${JSON.stringify(value, null, 2)}\n`)] };
}

/** A JSON file with an array, one entry per line, streamed. */
export function jsonList(name: string, items: AsyncIterable<unknown>): ZipEntry {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let before = "[\n";
    for await (const item of items) {
      yield bytes(before + JSON.stringify(item));
      before = ",\n";
    }
    yield bytes(before === "[\n" ? "[]\n" : "\n]\n");
  }
  return { name, packed: false, pieces: pieces() };
}
