import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { recoverySigner } from "@/lib/archive/recovery";
import { derive } from "@/lib/archive/seal";
import { openVault, sealVault, type VaultWay } from "@/lib/archive/vault";
import { equal, fromBase64Url, toBase64Url, utf8 } from "@/lib/bytes/encoding";
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
 * Behind the id of a way: the entry that renews it. The first entry of a way is sealed with its secret, which no device
 * keeps, because it would outlive the removal of the device. Its renewal is sealed to the public half of the recovery
 * key, so that every device can make it when the archive gets a new key.
 */
const RENEWAL = "_renewal";
const VERSION = 1;
const INFO = utf8("ODM1 vault renewal");
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** The newest key of an archive. */
export interface NewestKey {
  epoch: number;
  key: Uint8Array;
}

interface Renewal {
  /** The public half of the recovery key that the way leads to, 32 bytes. */
  recoveryKey: Uint8Array;
  enc: Uint8Array;
  sealed: Uint8Array;
}

/** A way in with its renewal; null for a way that another client made without one. */
export interface VaultPair extends VaultEntry {
  renewal: Renewal | null;
}

/** All ways in that the vault has. */
export async function vaultPairs(engine: Engine): Promise<VaultPair[]> {
  const { entries } = await engine.server.get<{ entries: VaultEntry[] }>("vault");
  return entries
    .filter(({ id }) => !id.endsWith(RENEWAL))
    .map((entry) => {
      const renewal = entries.find(({ way, id }) => way === entry.way && id === entry.id + RENEWAL);
      return { ...entry, renewal: renewal ? decodeRenewal(renewal.body) : null };
    });
}

function decodeRenewal(body: string): Renewal {
  return decode(fromBase64Url(body), (reader) => {
    if (reader.u8() !== VERSION) throw new MessengerError("vault", "The vault is of another version.");
    return { recoveryKey: reader.fixed(32), enc: reader.fixed(32), sealed: reader.opaque() };
  });
}

/** Stores a way in, made with its secret. */
export async function putWay(
  engine: Engine,
  accountId: Uint8Array,
  { id, way, recovery, newest }: { id: string; way: VaultWay; recovery: Uint8Array; newest: NewestKey },
): Promise<void> {
  // The words are the secret itself.
  const recoverySecret = way.way === "words" ? null : recovery;
  const body = toBase64Url(await sealVault(way, accountId, { ...newest, recoverySecret }));
  await engine.server.put(`vault/${way.way}/${id}`, { body });
  await putRenewal(engine, { way: way.way, id }, recoverySigner(recovery).publicKey, newest);
}

async function putRenewal(
  engine: Engine,
  { way, id }: Pick<VaultEntry, "way" | "id">,
  recoveryKey: Uint8Array,
  newest: NewestKey,
): Promise<void> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(ed25519.utils.toMontgomery(recoveryKey)));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO });
  const plaintext = encode((writer) => writer.u32(newest.epoch).fixed(newest.key, 32));
  const sealed = new Uint8Array(await sender.seal(plaintext));
  const body = encode((writer) =>
    writer.u8(VERSION).fixed(recoveryKey, 32).fixed(new Uint8Array(sender.enc), 32).opaque(sealed),
  );
  await engine.server.put(`vault/${way}/${id}${RENEWAL}`, { body: toBase64Url(body) });
}

/** Seals a new key of the archive for every way in whose recovery key is in the chain. */
export async function renewWays(engine: Engine, recoveryKeys: readonly Uint8Array[], newest: NewestKey): Promise<void> {
  for (const pair of await vaultPairs(engine)) {
    const key = pair.renewal?.recoveryKey;
    // A key that is not in the chain may be one of the server's own.
    if (key && recoveryKeys.some((listed) => equal(listed, key))) await putRenewal(engine, pair, key, newest);
  }
}

/**
 * What a way opens: the recovery secret and the newest key of the archive.
 * @throws ArchiveError `undecryptable` for a wrong secret
 */
export async function openWay(
  accountId: Uint8Array,
  { body, renewal }: VaultPair,
  way: VaultWay,
): Promise<{ recovery: Uint8Array; newest: NewestKey }> {
  const content = await openVault(way, accountId, fromBase64Url(body));
  const recovery = way.way === "words" ? way.secret : content.recoverySecret;
  if (!recovery) throw new MessengerError("vault", "This way in cannot add a device.");
  if (renewal === null) return { recovery, newest: content };
  const secret = ed25519.utils.toMontgomerySecret(derive(recovery, "ODM1 recovery"));
  const recipientKey = await suite.kem.deserializePrivateKey(buffer(secret));
  const recipient = await suite.createRecipientContext({ recipientKey, info: INFO, enc: buffer(renewal.enc) });
  const plaintext = new Uint8Array(await recipient.open(buffer(renewal.sealed)));
  const renewed = decode(plaintext, (reader) => ({ epoch: reader.u32(), key: reader.fixed(32) }));
  // The server may keep an old renewal, and anybody can seal one: only a later key can be the newest.
  return { recovery, newest: renewed.epoch > content.epoch ? renewed : content };
}

/** Whether a way leads to a recovery key of the chain, as far as can be told without opening it. */
export function leadsTo({ renewal }: VaultPair, recoveryKeys: readonly Uint8Array[]): boolean {
  return renewal === null || recoveryKeys.some((key) => equal(key, renewal.recoveryKey));
}

/** Ways in that exist and work, for the screens. */
export function waysOf(pairs: readonly VaultPair[], recoveryKeys: readonly Uint8Array[]): { way: WayIn; id: string }[] {
  if (recoveryKeys.length === 0) return [];
  return pairs.filter((pair) => leadsTo(pair, recoveryKeys)).map(({ way, id }) => ({ way, id }));
}

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
