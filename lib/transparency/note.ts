import { sha256 } from "@noble/hashes/sha2.js";
import { concat, equal, fromBase64, fromHex, toBase64, toHex, utf8 } from "@/lib/bytes/encoding";
import { DecodeError, encode } from "@/lib/bytes/tls";
import { verifySignature, type Signer } from "@/lib/keychain/signing";

/* Signed notes, checkpoints and cosignatures of logs (C2SP signed-note, tlog-checkpoint, tlog-cosignature). */

/** A log signs with type 1, a witness with type 4, in which the signature also has a time. */
export type NoteKeyType = "ed25519" | "cosignature";
const TYPE_BYTES = { ed25519: 0x01, cosignature: 0x04 } as const satisfies Record<NoteKeyType, number>;

/** Who may sign notes. */
export interface NoteKey {
  /** Not empty; without spaces and "+". */
  name: string;
  type: NoteKeyType;
  /** 32 bytes. */
  publicKey: Uint8Array;
}
export interface NoteSignature {
  name: string;
  /** The first 4 bytes of the SHA-256 of the name and the key. */
  keyHash: Uint8Array;
  signature: Uint8Array;
}
export interface Note {
  /** What is signed, which ends with a line feed. */
  text: string;
  signatures: NoteSignature[];
}
/** The newest state of a log. */
export interface Checkpoint {
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

const MAX_SIGNATURES = 100;
const NAME = /^[^\s+]+$/u;

function keyHash({ name, type, publicKey }: NoteKey): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(TYPE_BYTES[type]), publicKey)).slice(0, 4);
}

/** A key as one line: "name+hash+key". */
export function encodeVerifierKey(key: NoteKey): string {
  const typed = concat(Uint8Array.of(TYPE_BYTES[key.type]), key.publicKey);
  return `${key.name}+${toHex(keyHash(key))}+${toBase64(typed)}`;
}

/** @throws DecodeError for a line that `encodeVerifierKey` does not make */
export function parseVerifierKey(line: string): NoteKey {
  const [, name = "", hash = "", encoded = ""] = /^([^\s+]+)\+([\da-f]{8})\+(\S+)$/u.exec(line) ?? [];
  const typed = fromBase64(encoded);
  const type = (["ed25519", "cosignature"] as const).find((known) => TYPE_BYTES[known] === typed[0]);
  if (type === undefined || typed.length !== 33) throw new DecodeError("no key of a note");
  const key = { name, type, publicKey: typed.slice(1) };
  if (!equal(keyHash(key), fromHex(hash))) throw new DecodeError("a key with a wrong hash");
  return key;
}

/** The note as text: what is signed, an empty line, and a line for each signature. */
export function encodeNote({ text, signatures }: Note): string {
  const lines = signatures.map(
    ({ name, keyHash: hash, signature }) => `— ${name} ${toBase64(concat(hash, signature))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

/** @throws DecodeError for a text that is no signed note */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf("\n\n");
  // Line feeds are the only control characters of a note.
  const controls = Array.from(note).some((character) => character < " " && character !== "\n");
  if (end < 0 || !note.endsWith("\n") || controls) throw new DecodeError("no signed note");
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw new DecodeError("too many signatures");
  const signatures = lines.map((line) => {
    const [, name = "", encoded = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (name === "" || bytes.length < 5) throw new DecodeError("no signature of a note");
    return { name, keyHash: bytes.slice(0, 4), signature: bytes.slice(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** What a cosignature signs: the time in Unix seconds, and the text of the note. */
const cosigned = (text: string, time: number) => utf8(`cosignature/v1\ntime ${time}\n${text}`);

function checkName(name: string): void {
  if (!NAME.test(name)) throw new RangeError(`"${name}" is no name for a key of a note`);
}

/** A log's signature of the text of a note. */
export async function signNote(text: string, name: string, signer: Signer): Promise<NoteSignature> {
  checkName(name);
  const hash = keyHash({ name, type: "ed25519", publicKey: signer.publicKey });
  return { name, keyHash: hash, signature: await signer.sign(utf8(text)) };
}

/** A witness's signature of the text of a checkpoint, at a time in Unix seconds. */
export async function cosignNote(text: string, name: string, signer: Signer, time: number): Promise<NoteSignature> {
  checkName(name);
  const hash = keyHash({ name, type: "cosignature", publicKey: signer.publicKey });
  const signature = await signer.sign(cosigned(text, time));
  return {
    name,
    keyHash: hash,
    signature: concat(
      encode((writer) => writer.u64(time)),
      signature,
    ),
  };
}

/** The valid signature of this key, if the note has one. */
function findSignature(note: Note, key: NoteKey): { time: number } | null {
  const hash = keyHash(key);
  for (const { name, keyHash: other, signature } of note.signatures) {
    if (name !== key.name || !equal(hash, other)) continue;
    if (key.type === "ed25519") {
      if (verifySignature(key.publicKey, utf8(note.text), signature)) return { time: 0 };
    } else if (signature.length === 72) {
      const time = signature.slice(0, 8).reduce((value, byte) => value * 256 + byte, 0);
      const valid =
        Number.isSafeInteger(time) && verifySignature(key.publicKey, cosigned(note.text, time), signature.slice(8));
      if (valid) return { time };
    }
  }
  return null;
}

/** Whether the key of a log signed the note. */
export function verifyNote(note: Note, key: NoteKey): boolean {
  return key.type === "ed25519" && findSignature(note, key) !== null;
}

/** When the witness with this key cosigned the checkpoint (Unix seconds), or null when it did not. */
export function cosignedAt(note: Note, key: NoteKey): number | null {
  return key.type === "cosignature" ? (findSignature(note, key)?.time ?? null) : null;
}

/** The text that a log signs. */
export function encodeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * The checkpoint in the text of a note. Lines after the third are extensions, which are ignored.
 * @throws DecodeError
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", digits = "", encoded = "", ...others] = text.split("\n");
  const size = Number(digits);
  const root = fromBase64(encoded);
  const wellFormed =
    origin !== "" &&
    /^(0|[1-9]\d*)$/.test(digits) &&
    Number.isSafeInteger(size) &&
    root.length === 32 &&
    others.at(-1) === "" &&
    others.slice(0, -1).every((line) => line !== "");
  if (!wellFormed) throw new DecodeError("no checkpoint");
  return { origin, size, root };
}
