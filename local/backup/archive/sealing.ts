import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";
import { ByteReader } from "@/local/backup/archive/byte-reader";
import { BackupError } from "@/local/backup/errors";

/** What an encrypted backup begins with; the version of this format is in it. Then follow the cost and the salt. */
const MAGIC = Buffer.from("barker-sealed-1\n");
const SALT_BYTES = 16;
/** Bytes of text in each chunk but the last, which has fewer, perhaps none. */
const CHUNK = 64 * 1024;
const TAG = 16;
const HEAD = MAGIC.length + 1 + SALT_BYTES;

const deriveKey = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);
/** The binary logarithm of scrypt's N. With 17, each guess takes 128 MB and about half a second. */
const COST = 17;
/** A file that asks for more was changed. */
const HIGHEST_COST = 20;

/**
 * Encrypts a stream with a passphrase. The key is derived by scrypt from a salt of the file's own; each chunk is
 * encrypted with AES-256-GCM under its number and whether it is the last (STREAM, as in age), so that chunks cannot be
 * changed, exchanged, left out or cut off unnoticed.
 * @param cost lower only in tests
 */
export async function* seal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost = COST,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(passphrase, salt, cost);
  yield Buffer.concat([MAGIC, Buffer.from([cost]), salt]);
  const reader = new ByteReader(source);
  for (let number = 0; ; number += 1) {
    const chunk = await reader.take(CHUNK);
    const isLast = chunk.length < CHUNK;
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    if (isLast) return;
  }
}

/**
 * Decrypts what `seal` has encrypted; other streams are passed on as they are.
 * @param passphrase null when none is given
 * @throws BackupError when it is missing or wrong, or when the stream was changed or cut off
 */
export async function* unseal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string | null,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const magic = await reader.take(MAGIC.length);
  if (!MAGIC.equals(magic)) {
    yield magic;
    for (let piece = await reader.take(CHUNK); piece.length > 0; piece = await reader.take(CHUNK)) yield piece;
    return;
  }
  if (passphrase === null)
    throw new BackupError(
      "This backup is encrypted: give its passphrase by BARKER_BACKUP_KEY or BARKER_BACKUP_KEY_FILE.",
    );
  const [cost = 0, ...salt] = await reader.take(1 + SALT_BYTES);
  if (cost < 1 || cost > HIGHEST_COST) throw new BackupError("The file is damaged: its head is wrong.");
  const key = await keyOf(passphrase, Uint8Array.from(salt), cost);
  for (let number = 0; ; number += 1) {
    const chunk = await reader.take(CHUNK + TAG);
    const isLast = chunk.length < CHUNK + TAG;
    yield open(chunk, key, number, isLast);
    if (isLast) return;
  }
}

function open(chunk: Uint8Array, key: Buffer, number: number, isLast: boolean): Uint8Array {
  if (chunk.length < TAG) throw new BackupError("The file ends too early: it is not complete.");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast));
  decipher.setAuthTag(chunk.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()]);
  } catch (error) {
    throw new BackupError(
      number === 0
        ? "The passphrase is wrong, or the file is damaged."
        : `The file is damaged or not complete (from byte ${HEAD + number * (CHUNK + TAG)}).`,
      error,
    );
  }
}

function keyOf(passphrase: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const N = 2 ** cost;
  return deriveKey(passphrase, salt, 32, { N, r: 8, p: 1, maxmem: 2 * 128 * N * 8 });
}

/** Unique under the key of a file: eleven bytes of the chunk's number, and one that says whether it is the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
