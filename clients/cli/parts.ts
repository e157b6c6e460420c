import { malformed, text, type Bytes } from "./bytes";
import { Cbor, type CborValue } from "./cbor";

/* The parts of messages, as draft-ietf-mimi-content nests them (messages.md, section 5). */

export const UINT32 = 2 ** 32 - 1;
export const PLAIN = "text/plain;charset=utf-8";

export interface File {
  mediaType: string;
  url: string;
  size: number;
  key: Bytes;
  nonce: Bytes;
  hash: Bytes;
  description: string;
  name: string;
}

function file(fields: Cbor[]): File {
  const [type, url, expires, size, cipher, key, nonce, aad, hashing, hash, description, name] = fields;
  const isKnown = cipher?.uint() === 2 && hashing?.uint() === 1 && aad?.bytes().length === 0 && fields.length === 12;
  if (!isKnown || !type || !url || !size || !key || !nonce || !hash || !description || !name) {
    return malformed("a file of an unknown kind");
  }
  expires?.uint(UINT32);
  const mediaType = type.text(130);
  if (!/^[a-z\d][\w.+-]{0,63}\/[a-z\d][\w.+-]{0,63}$/.test(mediaType)) malformed("a media type");
  return {
    mediaType,
    url: url.text(500),
    size: size.uint(UINT32),
    key: key.bytes(32),
    nonce: nonce.bytes(12),
    hash: hash.bytes(32),
    description: description.text(1500),
    name: name.text(100),
  };
}

export type Part =
  | { kind: "none"; disposition: number }
  | { kind: "single"; disposition: number; type: string; bytes: Bytes }
  | { kind: "file"; disposition: number; file: File }
  | { kind: "multi"; disposition: number; parts: Part[] };

/** @throws Malformed */
export function partFrom(cbor: Cbor, isInner = false): Part {
  const [first, language, cardinality, ...fields] = cbor.array();
  language?.text(64);
  const disposition = first?.uint(255) ?? malformed("a part");
  switch (cardinality?.uint()) {
    case 0:
      return fields.length === 0 ? { kind: "none", disposition } : malformed("a part");
    case 1: {
      const [type, bytes] = fields;
      if (fields.length !== 2 || !type || !bytes) return malformed("a part");
      return { kind: "single", disposition, type: type.text(130), bytes: bytes.bytes() };
    }
    case 2:
      return { kind: "file", disposition, file: file(fields) };
    case 3: {
      const parts = fields.length === 2 ? (fields[1]?.array() ?? []) : [];
      if (isInner || parts.length < 2 || parts.length > 11) return malformed("a part of parts");
      return { kind: "multi", disposition, parts: parts.map((part) => partFrom(part, true)) };
    }
    default:
      return malformed("a part of an unknown kind");
  }
}

/** The part, if it is a plain text. */
export const isPlain = (part: Part | undefined) =>
  part?.kind === "single" && /^text\/plain(; ?charset=utf-8)?$/i.test(part.type) ? part : null;

/** The text and files of a part, or null if it has others. */
export function visible(part: Part): { text: string; files: File[] } | null {
  const [first, ...others] = part.kind === "multi" ? part.parts : [part];
  const plain = isPlain(first);
  const words = plain ? new Cbor(text(plain.bytes)).text(10_000) : "";
  const rest = plain ? others : [...(first ? [first] : []), ...others];
  const files = rest.flatMap((each) => (each.kind === "file" ? [each.file] : []));
  return files.length === rest.length && !(plain && words === "") ? { text: words, files } : null;
}

/** A file as a part. */
export const fileValue = ({ mediaType, url, size, key, nonce, hash, description, name }: File): CborValue => [
  6,
  "",
  2,
  mediaType,
  url,
  0,
  size,
  2,
  key,
  nonce,
  new Uint8Array(),
  1,
  hash,
  description,
  name,
];
