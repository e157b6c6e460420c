import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import {
  fromBase64Url,
  fromHex,
  join,
  malformed,
  parse,
  text,
  toBase64Url,
  toHex,
  uint,
  utf8,
  vector,
  type Bytes,
} from "./bytes";
import type { ArchiveKey } from "./archive";
import { hkdf, pad, random, sha256, Unopenable, unpad } from "./crypto";

/* Linking a device (devices-and-history.md, section 3). */

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

export interface Offer {
  origin: string;
  nonce: Bytes;
  publicKey: Bytes;
  device: string;
  key: string;
  secret: Bytes;
  /** Unix ms. */
  expires: number;
}

/** What the old device gives to the new one. */
export interface LinkPayload {
  account: string;
  seq: number;
  head: string;
  archive: ArchiveKey | null;
}

const bytesOf = (offer: Offer) =>
  join(
    uint(1, 1),
    vector(utf8(offer.origin)),
    offer.nonce,
    offer.publicKey,
    fromHex(offer.device, 16),
    fromHex(offer.key, 32),
    offer.secret,
    uint(offer.expires, 8),
  );

/** An offer for five minutes, and the private key that opens the answer. */
export async function newOffer(
  from: Pick<Offer, "origin" | "device" | "key">,
  now: number,
): Promise<{ offer: Offer; privateKey: Bytes }> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  return { offer: { ...from, nonce: random(16), publicKey, secret: random(16), expires: now + 300_000 }, privateKey };
}

export const formatOffer = (offer: Offer): string => `BARKER1:${toBase64Url(bytesOf(offer))}`;

/** @throws Malformed for other texts and for offers that are over */
export function parseOffer(code: string, now: number): Offer {
  const [, digits = ""] = /^BARKER1:([\w-]+)$/.exec(code.replaceAll(/\s/g, "")) ?? malformed("a code of a device");
  const offer = parse(fromBase64Url(digits), (reader) => {
    if (reader.uint(1) !== 1) malformed("a code of another version");
    return {
      origin: text(reader.vector()),
      nonce: reader.bytes(16),
      publicKey: reader.bytes(32),
      device: toHex(reader.bytes(16)),
      key: toHex(reader.bytes(32)),
      secret: reader.bytes(16),
      expires: reader.uint(8),
    };
  });
  return now <= offer.expires && offer.expires <= now + 600_000 ? offer : malformed("a code that is over");
}

const mailbox = ({ secret, nonce }: Offer, purpose: string) =>
  toHex(hkdf(join(secret, nonce), purpose).subarray(0, 16));
/** Where the new device puts the entry that it signed. */
export const requestBox = (offer: Offer): string => mailbox(offer, "ODM1 link request");
/** Where the new device puts what it is called. */
export const nameBox = (offer: Offer): string => mailbox(offer, "ODM1 link name");
/** Where the old device puts its answer. */
export const answerBox = (offer: Offer): string => mailbox(offer, "ODM1 link mailbox");

const parameters = (offer: Offer) => ({
  info: join(utf8("ODM1 link"), sha256(bytesOf(offer))),
  psk: { id: offer.nonce, key: hkdf(offer.secret, "ODM1 link psk") },
});

const payloadBytes = ({ account, seq, head, archive }: LinkPayload) =>
  join(
    uint(1, 1),
    fromHex(account, 16),
    uint(seq, 4),
    fromHex(head, 32),
    vector(...(archive ? [uint(archive.epoch, 4), archive.key] : [])),
  );

export async function sealPayload(offer: Offer, payload: LinkPayload): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(offer.publicKey);
  const sender = await suite.createSenderContext({ recipientPublicKey, ...parameters(offer) });
  return join(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(pad(payloadBytes(payload)))));
}

/** @throws Unopenable, Malformed */
export async function openPayload(offer: Offer, privateKey: Bytes, sealed: Bytes): Promise<LinkPayload> {
  const bytes = await unsealed(offer, privateKey, sealed);
  return parse(unpad(bytes), (reader) => {
    if (reader.uint(1) !== 1) malformed("an answer of another version");
    const account = toHex(reader.bytes(16));
    const entry = { account, seq: reader.uint(4), head: toHex(reader.bytes(32)) };
    const [archive = null] = reader.list((inner) => ({ account, epoch: inner.uint(4), key: inner.bytes(32) }));
    return { ...entry, archive };
  });
}

async function unsealed(offer: Offer, privateKey: Bytes, sealed: Bytes): Promise<Bytes> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(privateKey);
    const recipient = await suite.createRecipientContext({
      recipientKey,
      enc: sealed.slice(0, 32),
      ...parameters(offer),
    });
    return new Uint8Array(await recipient.open(sealed.slice(32)));
  } catch (cause) {
    throw new Unopenable("the answer is not for this code", { cause });
  }
}
