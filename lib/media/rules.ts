import { DAY_MS } from "@/lib/time";
import { composed } from "@/lib/text/composed";

/** The largest file that may be sent, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024;
/** The maximum number of pixels, checked before decoding: 40 megapixels take 160 MB of memory. */
export const PIXEL_LIMIT = 40_000_000;
/** The maximum length of a description, in characters (Mastodon's limit). */
export const DESCRIPTION_LIMIT = 1_500;
/** Normalises a description, so that sending the same one again changes nothing. */
export const cleanDescription = (text: string): string => composed(text.replace(/\r\n?/g, "\n")).trim();

/** A picture that no bark shows is kept this long (ms). */
export const UNATTACHED_MS = DAY_MS;

/** What a picture is for, which determines its files. */
export type PictureKind = "picture" | "avatar" | "header" | "card";

/**
 * The limits of an animation, beside that of pixels, which counts all of its frames: so many frames, and so long (ms).
 * It is scaled down to this edge (pixels), because it is encoded frame by frame.
 */
export const FRAME_LIMIT = 600;
export const LENGTH_LIMIT_MS = 60_000;
export const MOVING_EDGE = 720;

/** The files of each kind of picture: `inside` scales down, `cover` crops. In pixels. */
export const FILES = {
  picture: [
    { size: "large", width: 2048, height: 2048, fit: "inside" },
    { size: "medium", width: 1080, height: 1080, fit: "inside" },
    { size: "small", width: 480, height: 480, fit: "inside" },
  ],
  avatar: [{ size: "avatar", width: 400, height: 400, fit: "cover" }],
  header: [{ size: "header", width: 1500, height: 500, fit: "cover" }],
  card: [{ size: "card", width: 800, height: 800, fit: "inside" }],
} as const satisfies Record<PictureKind, readonly { size: string; width: number; height: number; fit: string }[]>;

/** `moving` is the animation of a picture whose other files are its first frame. */
export type FileSize = (typeof FILES)[PictureKind][number]["size"] | "moving";

/** The only valid file names: the key and the size. No other name reaches the disk. */
export const FILE_NAME = /^[0-9a-f]{32}-(large|medium|small|avatar|header|card|moving)\.webp$/;

/** The largest encrypted file, in bytes. */
export const SEALED_LIMIT = 16 * 1024 * 1024;
/** The names of encrypted files, which are stored apart from pictures. */
const SEALED_NAME = /^sealed\/[0-9a-f]{32}$/;
/** The name of an encrypted file by its id. */
export const sealedName = (id: string): string => `sealed/${id}`;
/** The names of archives that somebody imports. */
const ARCHIVE_NAME = /^archives\/[0-9a-f]{32}$/;
/** The name of an archive by its id. */
export const archiveName = (id: string): string => `archives/${id}`;
/** Whether files of this name are stored at all. */
export const isFileName = (name: string): boolean =>
  FILE_NAME.test(name) || SEALED_NAME.test(name) || ARCHIVE_NAME.test(name);

/** The name of one of a picture's files. */
export const fileName = (key: string, size: FileSize): string => `${key}-${size}.webp`;

/** The key of the picture to which a file belongs. */
export const keyOf = (name: string): string => name.slice(0, 32);

/** The names of all files of a picture. */
export const fileNames = (key: string, kind: PictureKind): string[] => [
  ...FILES[kind].map(({ size }) => fileName(key, size)),
  ...(kind === "picture" ? [fileName(key, "moving")] : []),
];

/** The size of a picture scaled down to fit a square of `edge` pixels; never enlarged, at least 1 × 1. */
export function fitted({ width, height }: { width: number; height: number }, edge: number) {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The accepted formats by media type. */
export const FORMATS = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * The format according to a file's first bytes, whatever its name is; null when it is not accepted. So no other decoder
 * (SVG, PDF, TIFF …) ever sees uploaded files.
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

/** How Ogg, FLAC, MP3 (with and without a tag) and Matroska or WebM begin. */
const FILMS = ["OggS", "fLaC", "ID3", "\xff\xfb", "\xff\xfa", "\xff\xf3", "\xff\xf2", "\x1aE\xdf\xa3"];

/** Whether a file is a video or sound in one of the usual formats, by its first bytes. */
export function isFilm(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (FILMS.some((beginning) => text(0, beginning.length) === beginning)) return true;
  if (text(0, 4) === "RIFF") return /^(WAVE|AVI )$/.test(text(8, 12));
  return (
    text(4, 8) === "ftyp" && brands(bytes).some((brand) => /^(isom|iso\d|mp4\d|M4[AV] |qt {2}|3gp\d|avc1)$/.test(brand))
  );
}

/** Whether a file's major brand is an animated AVIF, of which our decoder reads only those that contain a still picture. */
export function isSequence(bytes: Uint8Array): boolean {
  return brands(bytes)[0] === "avis";
}

/** The brands of an ISO media file: the major one, and the compatible ones. */
function brands(bytes: Uint8Array): string[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const box = bytes.subarray(8, Math.min(length, 128));
  const found: string[] = [];
  for (let at = 0; at + 4 <= box.length; at += 4) found.push(String.fromCharCode(...box.subarray(at, at + 4)));
  return found;
}
