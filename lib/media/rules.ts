import { DAY_MS } from "@/lib/time";
/** The largest file that may be sent, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024;
/** The most pixels a picture may have before it is decoded: 40 megapixels take 160 MB of memory. */
export const PIXEL_LIMIT = 40_000_000;
/** The longest description of a picture, in characters (Mastodon's limit). */
export const DESCRIPTION_LIMIT = 1_500;
/** A description as it is kept, however it was typed: so what is sent again unchanged is the same. */
export const cleanDescription = (text: string): string => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();

/** A picture that no bark shows is kept this long (ms). */
export const LOOSE_MS = DAY_MS;

/** What a picture's files are made for: those of a bark in three sizes, a portrait, a header. */
export type PictureKind = "picture" | "avatar" | "header";

/** The files that each kind of picture has: `inside` shrinks, `cover` crops. In pixels. */
export const FILES = {
  picture: [
    { size: "large", width: 2048, height: 2048, fit: "inside" },
    { size: "medium", width: 1080, height: 1080, fit: "inside" },
    { size: "small", width: 480, height: 480, fit: "inside" },
  ],
  avatar: [{ size: "avatar", width: 400, height: 400, fit: "cover" }],
  header: [{ size: "header", width: 1500, height: 500, fit: "cover" }],
} as const satisfies Record<PictureKind, readonly { size: string; width: number; height: number; fit: string }[]>;

export type FileSize = (typeof FILES)[PictureKind][number]["size"];

/** The only names that files have: what is in them, and the size. Nothing else reaches a disk. */
export const FILE_NAME = /^[0-9a-f]{32}-(large|medium|small|avatar|header)\.webp$/;

/** The name of one of a picture's files. */
export const fileName = (key: string, size: FileSize): string => `${key}-${size}.webp`;

/** The key of the picture that has a file of this name. */
export const keyOf = (name: string): string => name.slice(0, 32);

/** The names of all files that a kind of picture has. */
export const fileNames = (key: string, kind: PictureKind): string[] =>
  FILES[kind].map(({ size }) => fileName(key, size));

/** The size of a picture brought into a square of `edge` pixels; never enlarged, never nothing. */
export function fitted({ width, height }: { width: number; height: number }, edge: number) {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The formats that are taken, by the media types that browsers give them. */
export const FORMATS = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * The format that a file's first bytes say it has, whatever its name; null for all that are not taken.
 * No other decoder (SVG, PDF, TIFF …) ever sees what people send.
 */
export function formatOf(bytes: Uint8Array): Format | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === "\xff\xd8\xff") return "image/jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image/webp";
  if (/^GIF8[79]a$/.test(text(0, 6))) return "image/gif";
  if (text(4, 8) === "ftyp" && brands(bytes).some((brand) => /^avi[fs]$/.test(brand))) return "image/avif";
  return null;
}

/** Whether a file says first of all that it is an animated AVIF: our decoder reads only those that have a still picture too. */
export function isSequence(bytes: Uint8Array): boolean {
  return brands(bytes)[0] === "avis";
}

/** The brands of an ISO media file: its own, and those it is compatible with. */
function brands(bytes: Uint8Array): string[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const box = bytes.subarray(8, Math.min(length, 128));
  const found: string[] = [];
  for (let at = 0; at + 4 <= box.length; at += 4) found.push(String.fromCharCode(...box.subarray(at, at + 4)));
  return found;
}
