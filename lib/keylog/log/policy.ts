import { fromHex, toBase64Url } from "@/lib/bytes/encoding";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { signerFromSeed, type Signer } from "@/lib/keychain/signing";
import { singleton } from "@/lib/singleton";
import { encodeVerifierKey, parseVerifierKey, type NoteKey } from "@/lib/transparency/note";
import type { LogPolicy } from "@/lib/transparency/schema";
import { vrfPublicKey } from "@/lib/transparency/vrf";

/** A witness that is asked to cosign checkpoints. */
export interface Witness {
  /** Without a trailing slash. */
  address: string;
  vkey: string;
  key: NoteKey;
}

/** The keys of the log, and who witnesses it. */
export interface LogKeys {
  origin: string;
  signer: Signer;
  key: NoteKey;
  vrfSecretKey: Uint8Array;
  vrfPublicKey: Uint8Array;
  witnesses: Witness[];
  /** How many witnesses must have cosigned a checkpoint before a client accepts it: more than half. */
  quorum: number;
}

/** The keys of this server's log; null when it has none. */
export const logKeys = singleton("log-keys", (): LogKeys | null => {
  const { BARKER_LOG_KEY: seed, BARKER_VRF_KEY: vrfSeed, BARKER_WITNESSES, BARKER_LOG_ORIGIN, BARKER_ORIGIN } = env();
  if (seed === undefined || vrfSeed === undefined) return null;
  const origin = BARKER_LOG_ORIGIN || `${new URL(BARKER_ORIGIN).host}/kt`;
  const signer = signerFromSeed(fromHex(seed));
  const witnesses = BARKER_WITNESSES.split(",").filter(Boolean).map(toWitness);
  return {
    origin,
    signer,
    key: { name: origin, type: "ed25519", publicKey: signer.publicKey },
    vrfSecretKey: fromHex(vrfSeed),
    vrfPublicKey: vrfPublicKey(fromHex(vrfSeed)),
    witnesses,
    quorum: witnesses.length === 0 ? 0 : Math.floor(witnesses.length / 2) + 1,
  };
});

function toWitness(text: string): Witness {
  const [address = "", vkey = ""] = text.trim().split(" ");
  return { address: address.replace(/\/$/, ""), vkey, key: parseVerifierKey(vkey) };
}

/**
 * The keys of this server's log.
 * @throws ApiError away when it has none
 */
export function requireLogKeys(): LogKeys {
  const keys = logKeys();
  if (keys) return keys;
  const message = "This Barker has no key log: its operator has to set BARKER_LOG_KEY and BARKER_VRF_KEY.";
  throw new ApiError("away", { message, cause: new Error(message) });
}

/** What clients keep from their first visit on. @throws as `requireLogKeys` */
export function logPolicy(): LogPolicy {
  const { origin, key, vrfPublicKey: publicKey, witnesses, quorum } = requireLogKeys();
  return {
    origin,
    log_vkey: encodeVerifierKey(key),
    vrf_public_key: toBase64Url(publicKey),
    witnesses: witnesses.map(({ vkey, key: { name } }) => ({ name, vkey })),
    quorum,
  };
}
