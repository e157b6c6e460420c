import { argon2id } from "hash-wasm";
import { concat, utf8 } from "@/lib/bytes/encoding";
import { encode, type Bytes } from "@/lib/bytes/tls";
import { ArchiveError, derive, open, parse, random, seal } from "@/lib/archive/seal";

/** What opens an entry of the vault. */
export type VaultWay =
  /** The recovery secret, 32 bytes. */
  | { way: "words"; secret: Uint8Array }
  /** What the passkey's PRF extension gave, 32 bytes. */
  | { way: "passkey"; prf: Uint8Array }
  /** At least six random words. */
  | { way: "passphrase"; passphrase: string };

/** What the vault holds. */
export interface VaultContent {
  /** Epoch and key (32 bytes) of the archive. */
  epoch: number;
  key: Uint8Array;
  /** So that a passkey or a passphrase can add a device as the words do. */
  recoverySecret: Uint8Array | null;
}

const VERSION = 1;
const SALT = 16;
/** RFC 9106: 64 MiB, three passes, one lane. */
const ARGON2 = { memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: "binary" } as const;

const aadOf = (way: VaultWay["way"], accountId: Uint8Array) =>
  encode((writer) =>
    writer
      .opaque(utf8(`ODM1 vault ${way}`))
      .u8(VERSION)
      .fixed(accountId, 16),
  );

/** The key that seals an entry. A passphrase takes about a quarter of a second, so call it in a worker. */
async function keyOf(way: VaultWay, salt: Uint8Array): Promise<Bytes> {
  switch (way.way) {
    case "words":
      return derive(way.secret, "ODM1 vault words", salt);
    case "passkey":
      if (way.prf.length !== 32) throw new ArchiveError("malformed", "The passkey gave no 32 bytes.");
      return derive(way.prf, "ODM1 vault passkey", salt);
    case "passphrase": {
      const password = way.passphrase.normalize("NFKC").trim().toLowerCase().split(/\s+/).join(" ");
      return derive(await argon2id({ ...ARGON2, password, salt }), "ODM1 vault passphrase", salt);
    }
  }
}

/** Seals what opens the archive, for one way in: version, 16 bytes of salt, then the sealed content. */
export async function sealVault(way: VaultWay, accountId: Uint8Array, content: VaultContent): Promise<Bytes> {
  const salt = random(SALT);
  const plaintext = encode((writer) =>
    writer
      .u32(content.epoch)
      .fixed(content.key, 32)
      .opaque(content.recoverySecret ?? new Uint8Array()),
  );
  const sealed = await seal(await keyOf(way, salt), aadOf(way.way, accountId), plaintext);
  return concat(Uint8Array.of(VERSION), salt, sealed);
}

/** The inverse of sealVault. Throws ArchiveError "undecryptable" for a wrong key, account or way. */
export async function openVault(way: VaultWay, accountId: Uint8Array, sealed: Uint8Array): Promise<VaultContent> {
  if (sealed[0] !== VERSION || sealed.length < 1 + SALT) throw new ArchiveError("malformed", "This is no vault entry.");
  const key = await keyOf(way, sealed.slice(1, 1 + SALT));
  const plaintext = await open(key, aadOf(way.way, accountId), sealed.subarray(1 + SALT));
  return parse(plaintext, (reader) => {
    const content = { epoch: reader.u32(), key: reader.fixed(32) };
    const secret = reader.opaque(32);
    if (secret.length !== 0 && secret.length !== 32) throw new ArchiveError("malformed", "The secret is cut.");
    return { ...content, recoverySecret: secret.length === 0 ? null : secret };
  });
}
