import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, fromBase64Url, fromUtf8, toBase64Url, toHex, utf8 } from "@/lib/bytes/encoding";
import { encode, type Bytes } from "@/lib/bytes/tls";
import { ArchiveError, derive, pad, parse, random, unpad } from "@/lib/archive/seal";

/** What the new device shows as a QR code, or as a text to paste. It is secret until it was used. */
export interface LinkOffer {
  /** Of the server, for example "https://barker.example". */
  origin: string;
  /** 16 bytes. */
  nonce: Uint8Array;
  /** X25519, for this once, 32 bytes. */
  publicKey: Uint8Array;
  /** The new device's id (16 bytes) and Ed25519 key (32 bytes), as they are to be in the key chain. */
  deviceId: Uint8Array;
  signatureKey: Uint8Array;
  /** 16 bytes, which only those have who see the code. */
  secret: Uint8Array;
  /** Milliseconds since 1970. */
  expires: number;
}

const PREFIX = "BARKER1:";
const VERSION = 1;
const FIVE_MINUTES = 5 * 60_000;
const ENC = 32;

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const bytesOf = (offer: LinkOffer): Bytes =>
  encode((writer) =>
    writer
      .u8(VERSION)
      .opaque(utf8(offer.origin))
      .fixed(offer.nonce, 16)
      .fixed(offer.publicKey, 32)
      .fixed(offer.deviceId, 16)
      .fixed(offer.signatureKey, 32)
      .fixed(offer.secret, 16)
      .u64(offer.expires),
  );

/**
 * Makes the offer of a new device. The private key stays on it until the answer came.
 *
 * @param now milliseconds since 1970
 */
export async function createLinkOffer(
  device: Pick<LinkOffer, "origin" | "deviceId" | "signatureKey">,
  now: number,
): Promise<{ offer: LinkOffer; privateKey: Bytes }> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  const offer = { ...device, nonce: random(16), publicKey, secret: random(16), expires: now + FIVE_MINUTES };
  return { offer, privateKey };
}

/** The offer as a text of about 200 characters, which a QR code holds. */
export const formatLinkOffer = (offer: LinkOffer): string => PREFIX + toBase64Url(bytesOf(offer));

/** The offer in a text. Throws ArchiveError "malformed", or "expired" after five minutes. */
export function parseLinkOffer(text: string, now: number): LinkOffer {
  const trimmed = text.replaceAll(/\s/g, "");
  if (!trimmed.startsWith(PREFIX)) throw new ArchiveError("malformed", "This is no code of a device.");
  let bytes: Uint8Array;
  try {
    bytes = fromBase64Url(trimmed.slice(PREFIX.length));
  } catch (cause) {
    throw new ArchiveError("malformed", "The code of the device is incomplete.", { cause });
  }
  const offer = parse(bytes, (reader) => {
    if (reader.u8() !== VERSION) throw new ArchiveError("malformed", "The code is of another version.");
    return {
      origin: fromUtf8(reader.opaque(255)),
      nonce: reader.fixed(16),
      publicKey: reader.fixed(32),
      deviceId: reader.fixed(16),
      signatureKey: reader.fixed(32),
      secret: reader.fixed(16),
      expires: reader.u64(),
    };
  });
  requireInTime(offer, now);
  return offer;
}

function requireInTime({ expires }: LinkOffer, now: number): void {
  if (now > expires || now < expires - 2 * FIVE_MINUTES)
    throw new ArchiveError("expired", "The code of the device is older than five minutes.");
}

const mailbox = (offer: LinkOffer, purpose: string): string =>
  toHex(derive(concat(offer.secret, offer.nonce), purpose).subarray(0, 16));

/**
 * The id of the mailbox through which the old device answers, 32 hexadecimal digits. It tells nothing of the offer.
 */
export const linkMailbox = (offer: LinkOffer): string => mailbox(offer, "ODM1 link mailbox");

/** The id of the mailbox in which the new device leaves the entry of the key chain that adds it. */
export const linkRequestMailbox = (offer: LinkOffer): string => mailbox(offer, "ODM1 link request");

/** Both sides bind the keys to every byte of the offer. The code's secret proves that the old device saw it. */
const parametersOf = (offer: LinkOffer) => ({
  info: concat(utf8("ODM1 link"), sha256(bytesOf(offer))),
  psk: { id: new Uint8Array(offer.nonce), key: derive(offer.secret, "ODM1 link psk") },
});

/** Seals what the new device needs, on the device that scanned the offer (HPKE in PSK mode). */
export async function sealLink(offer: LinkOffer, payload: Uint8Array, now: number): Promise<Bytes> {
  requireInTime(offer, now);
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(offer.publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, ...parametersOf(offer) });
  return concat(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(pad(payload))));
}

/** The inverse of sealLink, on the new device. Throws ArchiveError "expired" or "undecryptable". */
export async function openLink(
  offer: LinkOffer,
  privateKey: Uint8Array,
  sealed: Uint8Array,
  now: number,
): Promise<Bytes> {
  requireInTime(offer, now);
  let padded: ArrayBuffer;
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(new Uint8Array(privateKey));
    const enc = new Uint8Array(sealed.slice(0, ENC));
    const recipient = await suite.createRecipientContext({ recipientKey, enc, ...parametersOf(offer) });
    padded = await recipient.open(new Uint8Array(sealed.slice(ENC)));
  } catch (cause) {
    throw new ArchiveError("undecryptable", "The answer is not for this offer.", { cause });
  }
  return unpad(new Uint8Array(padded));
}
