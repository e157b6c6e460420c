import { fromUtf8, utf8 } from "@/lib/bytes/encoding";
import { asArray, asBytes, asInteger, asText, ContentError, fits, type Cbor } from "@/lib/message-content/cbor";
import { MAX_ALT_TEXT, MAX_ATTACHMENTS, MAX_NAME, MAX_TEXT, type Attachment } from "@/lib/message-content/types";

/** Numbers of draft-ietf-mimi-content. */
export const DISPOSITION = { unspecified: 0, render: 1, reaction: 2, attachment: 6 } as const;
const CARDINALITY = { none: 0, single: 1, external: 2, multi: 3 } as const;
const PROCESS_ALL = 2;
const AES_256_GCM = 2;
const SHA_256 = 1;
const NEVER = 0;

export const PLAIN_TEXT = "text/plain;charset=utf-8";
const IS_PLAIN_TEXT = /^text\/plain(; ?charset=utf-8)?$/i;
const MEDIA_TYPE = /^[a-z\d][\w.+-]{0,63}\/[a-z\d][\w.+-]{0,63}$/;
const MAX_URL = 500;
const MAX_SIZE = 2 ** 32 - 1;

/** One part of a message, as the draft nests them. */
export type ContentPart =
  | { cardinality: "none"; disposition: number }
  | { cardinality: "single"; disposition: number; contentType: string; content: Uint8Array }
  | { cardinality: "external"; disposition: number; file: Attachment }
  | { cardinality: "multi"; disposition: number; parts: ContentPart[] };

export const nothing: ContentPart = { cardinality: "none", disposition: DISPOSITION.render };
export const single = (contentType: string, content: Uint8Array, disposition: number): ContentPart => ({
  cardinality: "single",
  disposition,
  contentType,
  content,
});

export function encodePart(part: ContentPart): Cbor {
  const head = [part.disposition, ""];
  switch (part.cardinality) {
    case "none":
      return [...head, CARDINALITY.none];
    case "single":
      return [...head, CARDINALITY.single, part.contentType, part.content];
    case "external": {
      const { mediaType, url, size, key, nonce, hash, alt, fileName } = part.file;
      const where = [CARDINALITY.external, mediaType, url, NEVER, size];
      return [...head, ...where, AES_256_GCM, key, nonce, new Uint8Array(), SHA_256, hash, alt, fileName];
    }
    case "multi":
      return [...head, CARDINALITY.multi, PROCESS_ALL, part.parts.map(encodePart)];
  }
}

function decodeFile(fields: unknown[]): Attachment {
  const [mediaType, url, expires, size, cipher, key, nonce, aad, hashing, hash, alt, fileName] = asArray(fields, 12);
  asInteger(expires, MAX_SIZE);
  if (cipher !== AES_256_GCM || hashing !== SHA_256 || asBytes(aad).length > 0)
    throw new ContentError("The file is encrypted or hashed in an unknown way.");
  const file = {
    mediaType: asText(mediaType, 130),
    url: asText(url, MAX_URL),
    size: asInteger(size, MAX_SIZE),
    key: asBytes(key, 32),
    nonce: asBytes(nonce, 12),
    hash: asBytes(hash, 32),
    alt: asText(alt, MAX_ALT_TEXT),
    fileName: asText(fileName, MAX_NAME),
  };
  if (!MEDIA_TYPE.test(file.mediaType)) throw new ContentError("The file has no media type.");
  return file;
}

/** Parts are nested once at most: a text with its files. */
export function decodePart(value: unknown, isNested = false): ContentPart {
  const [disposition, language, cardinality, ...fields] = asArray(value);
  asText(language, 64);
  const head = { disposition: asInteger(disposition, 255) };
  switch (cardinality) {
    case CARDINALITY.none:
      asArray(fields, 0);
      return { ...head, cardinality: "none" };
    case CARDINALITY.single: {
      const [contentType, content] = asArray(fields, 2);
      return { ...head, cardinality: "single", contentType: asText(contentType, 130), content: asBytes(content) };
    }
    case CARDINALITY.external:
      return { ...head, cardinality: "external", file: decodeFile(fields) };
    case CARDINALITY.multi: {
      const [, parts] = asArray(fields, 2);
      const nested = asArray(parts);
      if (isNested || nested.length < 2 || nested.length > MAX_ATTACHMENTS + 1)
        throw new ContentError("The content has too many parts, or too few.");
      return { ...head, cardinality: "multi", parts: nested.map((part) => decodePart(part, true)) };
    }
    default:
      throw new ContentError("The content has a part of an unknown kind.");
  }
}

/** A text with files as a part. Throws ContentError for what the reader would refuse. */
export function partOf(text: string, attachments: Attachment[]): ContentPart {
  if (!fits(text, MAX_TEXT)) throw new ContentError(`The text has more than ${MAX_TEXT} characters.`);
  if (attachments.length > MAX_ATTACHMENTS) throw new ContentError("The content has too many files.");
  if (text === "" && attachments.length === 0) throw new ContentError("The content is empty.");
  const files = attachments.map((file): ContentPart => ({
    cardinality: "external",
    disposition: DISPOSITION.attachment,
    file,
  }));
  const texts = text === "" ? [] : [single(PLAIN_TEXT, utf8(text), DISPOSITION.render)];
  const [first, second, ...others] = [...texts, ...files];
  if (first === undefined) return nothing;
  if (second === undefined) return first;
  return { cardinality: "multi", disposition: DISPOSITION.render, parts: [first, second, ...others] };
}

/** The text of a part, or null if it is none. */
export function textOf(part: ContentPart, limit: number): string | null {
  return part.cardinality === "single" && IS_PLAIN_TEXT.test(part.contentType)
    ? asText(fromUtf8(part.content), limit)
    : null;
}

/** The text and files of a part, or null if it has others. */
export function textAndFiles(part: ContentPart): { text: string; attachments: Attachment[] } | null {
  const parts = part.cardinality === "multi" ? part.parts : [part];
  const attachments: Attachment[] = [];
  let text = "";
  for (const [at, inner] of parts.entries()) {
    const words = at === 0 ? textOf(inner, MAX_TEXT) : null;
    if (inner.cardinality === "external") attachments.push(inner.file);
    else if (words === null || words === "") return null;
    else text = words;
  }
  return { text, attachments };
}
