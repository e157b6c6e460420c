import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat } from "@/lib/bytes/encoding";
import { encode, type Bytes } from "@/lib/bytes/tls";
import { ArchiveError, derive, open, pad, random, seal, unpad } from "@/lib/archive/seal";

/** The key of one epoch of an account's archive. A new epoch begins when a device is removed. */
export interface ArchiveKey {
  /** 16 bytes. */
  accountId: Uint8Array;
  /** From 0. */
  epoch: number;
  /** 32 bytes. */
  key: Uint8Array;
}

/** The key of a first archive, or of the next epoch. */
export const newArchiveKey = (accountId: Uint8Array, epoch: number): ArchiveKey => ({
  accountId,
  epoch,
  key: random(32),
});

const wrapAad = ({ accountId, epoch }: ArchiveKey) => encode((writer) => writer.fixed(accountId, 16).u32(epoch));

/** The key of the epoch before, sealed with this one: who has the newest key has all. */
export function wrapPrevious(archiveKey: ArchiveKey, previous: ArchiveKey): Promise<Bytes> {
  if (previous.epoch !== archiveKey.epoch - 1) throw new ArchiveError("malformed", "The epochs do not follow.");
  return seal(derive(archiveKey.key, "ODM1 archive wrap"), wrapAad(archiveKey), previous.key);
}

/** The inverse of wrapPrevious. Throws ArchiveError "undecryptable". */
export async function unwrapPrevious(archiveKey: ArchiveKey, wrapped: Uint8Array): Promise<ArchiveKey> {
  const { accountId, epoch } = archiveKey;
  const key = await open(derive(archiveKey.key, "ODM1 archive wrap"), wrapAad(archiveKey), wrapped);
  if (key.length !== 32 || epoch < 1) throw new ArchiveError("malformed", "This is no key of an archive.");
  return { accountId, epoch: epoch - 1, key };
}

/** The id of a message's record, 16 bytes: equal from all devices, and telling nobody of which message. */
export const recordId = ({ key }: ArchiveKey, conversationId: Uint8Array, messageId: Uint8Array): Bytes =>
  new Uint8Array(hmac(sha256, derive(key, "ODM1 archive id"), concat(conversationId, messageId)).subarray(0, 16));

const recordAad = ({ accountId, epoch }: ArchiveKey, id: Uint8Array) =>
  encode((writer) => writer.fixed(accountId, 16).fixed(id, 16).u32(epoch));

/** A record as the server keeps it, padded. It opens only in its place: this account, epoch and id. */
export const sealRecord = (archiveKey: ArchiveKey, id: Uint8Array, body: Uint8Array): Promise<Bytes> =>
  seal(derive(archiveKey.key, "ODM1 archive record"), recordAad(archiveKey, id), pad(body));

/** The inverse of sealRecord. Throws ArchiveError "undecryptable". */
export const openRecord = async (archiveKey: ArchiveKey, id: Uint8Array, sealed: Uint8Array): Promise<Bytes> =>
  unpad(await open(derive(archiveKey.key, "ODM1 archive record"), recordAad(archiveKey, id), sealed));
