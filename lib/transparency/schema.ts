import { z } from "zod";
import { fromBase64Url } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";

/** Bytes as unpadded base64url; `length` in bytes when there is only one. */
function binary(limit: number, length?: number) {
  return z
    .string()
    .max(Math.ceil((limit * 4) / 3))
    .transform((text, context) => {
      try {
        const bytes = fromBase64Url(text);
        if (length === undefined || bytes.length === length) return bytes;
        context.addIssue(`${bytes.length} bytes instead of ${length}`);
      } catch (error) {
        if (!(error instanceof DecodeError)) throw error;
        context.addIssue(error.message);
      }
      return z.NEVER;
    })
    .meta({ override: { type: "string", description: "base64url without padding" } });
}

const hash = binary(32, 32);
/** A path in a tree of at most 2⁵³ leaves. */
const path = z.array(hash).max(64);
const size = z.int().min(0);
const u32 = size.max(2 ** 32 - 1);
const MAX_ENTRY = 8192;
/** More than an account will ever have. A client that knows a part of the chain gets only what follows. */
const MAX_ENTRIES = 4096;

/** The newest value of an index, or of another index, as it is in the map. */
const MapLeafJson = z.object({ index: hash, version: u32, commitment: hash, position: size });

/**
 * The answer to `lookup?label=&known_seq=&since=`. All binary values are unpadded base64url.
 * `since` is the size of the last checkpoint that the client verified, or 0.
 */
export const LookupResponse = z.object({
  /** A signed note with a checkpoint. */
  checkpoint: z.string().max(16_384),
  /** Proves that the log of size `since` is the beginning of this one. Empty when `since` is 0 or the same. */
  consistency: z.array(hash).max(128),
  /** The first entry of the log, only when `since` is 0. */
  config: z.object({ leaf: binary(512), inclusion: path }).nullable(),
  /** The last entry of the log, which is a MapRoot. */
  map_root: z.object({ leaf: binary(64), inclusion: path }),
  /** Proves the index of the label. */
  vrf_proof: binary(80, 80),
  /** The path of the index in the map. The label has no value unless `leaf` is one with its index. */
  map: z.object({ siblings: z.array(hash).max(256), leaf: MapLeafJson.nullable() }),
  /** The value, when there is one. `opening` is null after the person behind it was erased. */
  value: z
    .object({
      opening: binary(16, 16).nullable(),
      value: binary(64),
      /** Proves that the log has the MapUpdate where the map says. */
      inclusion: path,
    })
    .nullable(),
  /** For labels of accounts: the entries of the key chain after `known_seq`, oldest first. */
  chain: z.array(binary(MAX_ENTRY)).max(MAX_ENTRIES),
});
/** The response as it is sent. */
export type LookupJson = z.input<typeof LookupResponse>;
export type LookupResponse = z.output<typeof LookupResponse>;

/** The answer to `policy`: what clients keep from their first visit on, and whom they trust. */
export const LogPolicy = z.object({
  /** The name of the log. */
  origin: z.string().min(1),
  /** The keys are lines of the form "name+hash+key". */
  log_vkey: z.string(),
  /** Base64url, 32 bytes. */
  vrf_public_key: z.string(),
  witnesses: z.array(z.object({ name: z.string(), vkey: z.string() })),
  /** How many of the witnesses must have cosigned a checkpoint. */
  quorum: z.int().min(0),
});
export type LogPolicy = z.infer<typeof LogPolicy>;
