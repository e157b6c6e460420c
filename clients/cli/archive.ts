import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fromHex, join, malformed, parse, toHex, uint, utf8, vector, zeros, type Bytes } from "./bytes";
import { hkdf, hmac, keyPair, open, pad, random, seal, unpad, type KeyPair } from "./crypto";

/* Recovery, archive and vault (devices-and-history.md, sections 4 to 7). Ids are hexadecimal. */

/** The key of one epoch of an archive. */
export interface ArchiveKey {
  account: string;
  epoch: number;
  key: Bytes;
}

export const newSecret = (): Bytes => random(32);
export const toWords = (secret: Uint8Array): string => entropyToMnemonic(secret, wordlist);

/** @throws Malformed */
export function fromWords(words: string): Bytes {
  try {
    const secret = mnemonicToEntropy(words.trim().toLowerCase().split(/\s+/).join(" "), wordlist);
    if (secret.length === 32) return new Uint8Array(secret);
  } catch {
    return malformed("recovery words");
  }
  return malformed("recovery words, which are 24");
}

export const recoveryKey = (secret: Uint8Array): KeyPair => keyPair(hkdf(secret, "ODM1 recovery"));

const placeOf = ({ account, epoch }: ArchiveKey) => join(fromHex(account, 16), uint(epoch, 4));

export const wrap = (next: ArchiveKey, previous: ArchiveKey): Bytes =>
  seal(hkdf(next.key, "ODM1 archive wrap"), placeOf(next), previous.key);

/** The key of the epoch before. @throws Unopenable */
export function unwrap(from: ArchiveKey, wrapped: Uint8Array): ArchiveKey {
  const key = open(hkdf(from.key, "ODM1 archive wrap"), placeOf(from), wrapped);
  return { account: from.account, epoch: from.epoch - 1, key };
}

export interface Archived {
  conversation: string;
  id: string;
  account: string;
  device: string;
  at: number;
  /** 0 when it is unknown. */
  number: number;
  frank: Bytes | null;
  content: Bytes;
}

export const recordId = ({ key }: ArchiveKey, { conversation, id }: Pick<Archived, "conversation" | "id">): string =>
  toHex(hmac(hkdf(key, "ODM1 archive id"), fromHex(conversation, 16), fromHex(id, 32)).subarray(0, 16));

const recordPlace = (key: ArchiveKey, id: string) =>
  join(fromHex(key.account, 16), fromHex(id, 16), uint(key.epoch, 4));

export const encodeArchived = (it: Archived): Bytes =>
  join(
    uint(1, 1),
    fromHex(it.conversation, 16),
    fromHex(it.id, 32),
    fromHex(it.account, 16),
    fromHex(it.device, 16),
    uint(it.at, 8),
    uint(it.number, 4),
    vector(it.frank ?? zeros(0)),
    vector(it.content),
  );

export const sealRecord = (key: ArchiveKey, it: Archived): { id: string; body: Bytes } => {
  const id = recordId(key, it);
  return { id, body: seal(hkdf(key.key, "ODM1 archive record"), recordPlace(key, id), pad(encodeArchived(it))) };
};

/** @throws Unopenable, Malformed, also for a message that has another id */
export function openRecord(key: ArchiveKey, id: string, body: Uint8Array): Archived {
  const bytes = unpad(open(hkdf(key.key, "ODM1 archive record"), recordPlace(key, id), body));
  const it = parse(bytes, (reader) => {
    if (reader.uint(1) !== 1) malformed("a record of another version");
    const place = { conversation: toHex(reader.bytes(16)), id: toHex(reader.bytes(32)) };
    const sender = { account: toHex(reader.bytes(16)), device: toHex(reader.bytes(16)) };
    const received = { at: reader.uint(8), number: reader.uint(4) };
    const frank = reader.vector();
    return { ...place, ...sender, ...received, frank: frank.length === 32 ? frank : null, content: reader.vector() };
  });
  return recordId(key, it) === id ? it : malformed("a record in another's place");
}

/** What opens an entry of the vault. Passphrases, which need the slow Argon2id, are left to browsers. */
export type Way = { way: "words" | "passkey"; secret: Uint8Array };

export interface VaultContent {
  archive: ArchiveKey;
  secret: Bytes | null;
}

const vaultKey = ({ way, secret }: Way, salt: Uint8Array) => hkdf(secret, `ODM1 vault ${way}`, salt);
const vaultPlace = ({ way }: Way, account: string) =>
  join(vector(utf8(`ODM1 vault ${way}`)), uint(1, 1), fromHex(account, 16));

export function sealVault(way: Way, { archive, secret }: VaultContent): Bytes {
  const salt = random(16);
  const content = join(uint(archive.epoch, 4), archive.key, vector(secret ?? zeros(0)));
  return join(uint(1, 1), salt, seal(vaultKey(way, salt), vaultPlace(way, archive.account), content));
}

/** @throws Unopenable, Malformed */
export function openVault(way: Way, account: string, body: Uint8Array): VaultContent {
  return parse(body, (reader) => {
    if (reader.uint(1) !== 1) malformed("a vault of another version");
    const key = vaultKey(way, reader.bytes(16));
    return parse(open(key, vaultPlace(way, account), reader.bytes(reader.left)), (inner) => {
      const archive = { account, epoch: inner.uint(4), key: inner.bytes(32) };
      const secret = inner.vector();
      return { archive, secret: secret.length === 32 ? secret : null };
    });
  });
}
