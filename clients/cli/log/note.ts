import { fromBase64, malformed, same, toHex, utf8, type Bytes } from "../bytes";
import { sha256, verify } from "../crypto";
import type { Head } from "./tree";

/* Signed notes, checkpoints and the cosignatures of witnesses (log.md, section 3). */

interface Signature {
  name: string;
  keyHash: Uint8Array;
  bytes: Uint8Array;
}

interface Note {
  text: string;
  signatures: Signature[];
}

/** The key of a log (type 1) or of a witness (type 4). */
interface NoteKey {
  name: string;
  type: number;
  hash: Uint8Array;
  key: Bytes;
}

/** @throws Malformed */
export function parseNote(source: string): Note {
  const end = source.lastIndexOf("\n\n");
  const isText = end > 0 && source.endsWith("\n") && Array.from(source).every((each) => each === "\n" || each >= " ");
  if (!isText) malformed("a signed note");
  const signatures = source
    .slice(end + 2, -1)
    .split("\n")
    .map((line) => {
      const [, name = "", encoded = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? malformed("a signature of a note");
      const bytes = fromBase64(encoded);
      return bytes.length > 4
        ? { name, keyHash: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
        : malformed("a signature of a note");
    });
  return { text: source.slice(0, end + 1), signatures };
}

/** @throws Malformed */
export function parseKey(line: string): NoteKey {
  const [, name = "", digits = "", encoded = ""] =
    /^([^\s+]+)\+([\da-f]{8})\+(\S+)$/u.exec(line) ?? malformed("a key of a note");
  const typed = fromBase64(encoded);
  const hash = sha256(utf8(`${name}\n`), typed).subarray(0, 4);
  if (typed.length !== 33 || toHex(hash) !== digits) malformed("a key of a note");
  return { name, type: typed[0] ?? 0, hash, key: typed.slice(1) };
}

const signaturesBy = ({ signatures }: Note, key: NoteKey) =>
  signatures.filter(({ name, keyHash }) => name === key.name && same(keyHash, key.hash));

/** Whether a log signed the note. */
export const isSignedBy = (note: Note, key: NoteKey): boolean =>
  key.type === 1 && signaturesBy(note, key).some(({ bytes }) => verify(key.key, utf8(note.text), bytes));

/** When a witness cosigned the note (Unix ms), or null. */
export function cosignedAt(note: Note, key: NoteKey): number | null {
  if (key.type !== 4) return null;
  for (const { bytes } of signaturesBy(note, key)) {
    if (bytes.length !== 72) continue;
    const seconds = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
    const signed = utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`);
    if (Number.isSafeInteger(seconds) && verify(key.key, signed, bytes.subarray(8))) return seconds * 1000;
  }
  return null;
}

/** @throws Malformed */
export function parseCheckpoint(text: string): Head & { origin: string } {
  const lines = text.split("\n");
  const [origin = "", digits = "", encoded = ""] = lines;
  const root = fromBase64(encoded);
  const size = Number(digits);
  const isWhole =
    origin !== "" &&
    /^(?:0|[1-9]\d*)$/.test(digits) &&
    Number.isSafeInteger(size) &&
    root.length === 32 &&
    lines.length > 3 &&
    lines.every((line, at) => (line === "") === (at === lines.length - 1));
  return isWhole ? { origin, size, root } : malformed("a checkpoint");
}
