import { z } from "zod";

/** Bytes in the graph, which the driver returns as signed ones. */
export const GraphBytes = z
  .instanceof(Int8Array)
  .transform((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** Bytes as the driver stores them. */
export function toGraphBytes(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The head of the log. Hashes and leaves are base64url; times are Unix ms. */
export const LogHead = z.object({
  /** What is committed: the number of leaves, the root of the tree, the last leaf, and its time. */
  size: z.number(),
  root: z.string(),
  leaf: z.string(),
  at: z.number(),
  /** The SHA-256 of the newest published code, in hexadecimal. */
  codeHash: z.string().nullable(),
  /** What is published: the newest signed checkpoint, the last leaf that it covers, and when it was signed. */
  signedSize: z.number().nullable(),
  signedLeaf: z.string().nullable(),
  note: z.string().nullable(),
  signedAt: z.number().nullable(),
});
export type LogHead = z.infer<typeof LogHead>;

/** A published head. */
export interface SignedHead {
  size: number;
  /** The signed note. */
  note: string;
  /** The MapRoot that is its last leaf. */
  leaf: Uint8Array;
}

/** An update that is to be added to the log. Value and opening are base64url. */
export const UnsequencedRow = z.object({
  id: z.string(),
  label: z.string(),
  seq: z.number(),
  value: z.string(),
  opening: z.string(),
  /** The person whose chain changes; null for a handle. */
  personId: z.string().nullable(),
});
export type UnsequencedRow = z.infer<typeof UnsequencedRow>;

export const BytesRow = z.object({ key: z.string(), bytes: GraphBytes });

/** The newest update of an index. Erased ones have no value and opening any more. */
export const UpdateRow = z.object({
  version: z.number(),
  value: z.string().nullable(),
  opening: z.string().nullable(),
});
export type UpdateRow = z.infer<typeof UpdateRow>;

/** Code that was published: its version and the SHA-256 of its bytes. */
export interface PublishedCode {
  semver: string;
  sha256: Uint8Array;
}
