import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { recoverySigner } from "@/lib/archive/recovery";
import { derive } from "@/lib/archive/seal";
import { openVault, sealVault, type VaultWay } from "@/lib/archive/vault";
import { concat, equal, fromBase64Url, toBase64Url, utf8 } from "@/lib/bytes/encoding";
import { decode, encode } from "@/lib/bytes/tls";
import type { Engine } from "@/lib/messenger/engine";
import { MessengerError } from "@/lib/messenger/ports";
import type { WayIn } from "@/lib/messenger/schema";

/** An entry of the vault as the server keeps it. */
export interface VaultEntry {
  way: "words" | "passkey" | "passphrase";
  id: string;
  body: string;
  created_at: number;
}

/**
 * What an entry holds: the recovery key that it leads to, the sealed secret from when it was made, and the newest key of
 * the archive sealed to the recovery key. A device needs only public keys for the last one, so it keeps no secret that
 * would outlive its removal.
 */
interface VaultBody {
  /** The public half of the recovery key in the chain, 32 bytes. */
  recoveryKey: Uint8Array;
  sealed: Uint8Array;
  /** Empty while the archive key is the one in `sealed`. */
  forward: Uint8Array;
}

const VERSION = 1;
const INFO = utf8("ODM1 vault forward");
const ENC = 32;
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

function encodeBody({ recoveryKey, sealed, forward }: VaultBody): string {
  return toBase64Url(encode((writer) => writer.u8(VERSION).fixed(recoveryKey, 32).opaque(sealed).opaque(forward)));
}

function decodeBody(body: string): VaultBody {
  return decode(fromBase64Url(body), (reader) => {
    if (reader.u8() !== VERSION) throw new MessengerError("vault", "The key store is of another version.");
    return { recoveryKey: reader.fixed(32), sealed: reader.opaque(), forward: reader.opaque() };
  });
}

/** The newest key of an archive. */
export interface NewestKey {
  epoch: number;
  key: Uint8Array;
}

/** All entries of the vault. */
export async function vaultEntries(engine: Engine): Promise<VaultEntry[]> {
  return (await engine.server.get<{ entries: VaultEntry[] }>("vault")).entries;
}

/** Stores a way in, made with its secret. */
export async function putWay(
  engine: Engine,
  accountId: Uint8Array,
  id: string,
  way: VaultWay,
  recovery: Uint8Array,
  newest: NewestKey,
): Promise<void> {
  // The words are the secret itself.
  const recoverySecret = way.way === "words" ? null : recovery;
  const sealed = await sealVault(way, accountId, { ...newest, recoverySecret });
  const recoveryKey = recoverySigner(recovery).publicKey;
  const body = encodeBody({ recoveryKey, sealed, forward: new Uint8Array() });
  await engine.server.put(`vault/${way.way}/${encodeURIComponent(id)}`, { body });
}

/** Seals a new key of the archive for every way in whose recovery key is in the chain. */
export async function forwardKey(
  engine: Engine,
  recoveryKeys: readonly Uint8Array[],
  newest: NewestKey,
): Promise<void> {
  for (const { way, id, body } of await vaultEntries(engine)) {
    const entry = decodeBody(body);
    if (!recoveryKeys.some((key) => equal(key, entry.recoveryKey))) continue;
    const recipientPublicKey = await suite.kem.deserializePublicKey(montgomery(entry.recoveryKey));
    const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO });
    const plaintext = encode((writer) => writer.u32(newest.epoch).fixed(newest.key, 32));
    const forward = concat(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(new Uint8Array(plaintext))));
    await engine.server.put(`vault/${way}/${encodeURIComponent(id)}`, { body: encodeBody({ ...entry, forward }) });
  }
}

/**
 * What an entry of the vault opens: the recovery secret and the newest key of the archive.
 * @throws ArchiveError `undecryptable` for a wrong secret
 */
export async function openWay(
  accountId: Uint8Array,
  { body }: VaultEntry,
  way: VaultWay,
): Promise<{ recovery: Uint8Array; newest: NewestKey }> {
  const { sealed, forward } = decodeBody(body);
  const content = await openVault(way, accountId, sealed);
  const recovery = way.way === "words" ? way.secret : content.recoverySecret;
  if (!recovery) throw new MessengerError("vault", "This way in cannot add a device.");
  if (forward.length === 0) return { recovery, newest: content };
  const seed = derive(recovery, "ODM1 recovery");
  const recipientKey = await suite.kem.deserializePrivateKey(buffer(ed25519.utils.toMontgomerySecret(seed)));
  const recipient = await suite.createRecipientContext({
    recipientKey,
    info: INFO,
    enc: buffer(forward.slice(0, ENC)),
  });
  const plaintext = new Uint8Array(await recipient.open(buffer(forward.slice(ENC))));
  return { recovery, newest: decode(plaintext, (reader) => ({ epoch: reader.u32(), key: reader.fixed(32) })) };
}

/** Whether an entry leads to a recovery key of the chain. */
export function leadsTo({ body }: VaultEntry, recoveryKeys: readonly Uint8Array[]): boolean {
  const { recoveryKey } = decodeBody(body);
  return recoveryKeys.some((key) => equal(key, recoveryKey));
}

/** The recovery key of an entry. */
export function recoveryKeyOf({ body }: VaultEntry): Uint8Array {
  return decodeBody(body).recoveryKey;
}

/** Ways in that exist and work, for the screens. */
export function waysOf(
  entries: readonly VaultEntry[],
  recoveryKeys: readonly Uint8Array[],
): { way: WayIn; id: string }[] {
  return entries.filter((entry) => leadsTo(entry, recoveryKeys)).map(({ way, id }) => ({ way, id }));
}

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
const montgomery = (key: Uint8Array) => buffer(ed25519.utils.toMontgomery(key));
