import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { recoverySigner } from "@/lib/archive/recovery";
import { derive } from "@/lib/archive/seal";
import { openVault, sealVault, type VaultWay } from "@/lib/archive/vault";
import { equal, fromBase64Url, fromHex, toBase64Url, utf8 } from "@/lib/bytes/encoding";
import { decode, encode } from "@/lib/bytes/tls";
import type { ChainDevice, KeyChainEntry } from "@/lib/keychain/entry";
import { keyId, signWithLabel, verifyWithLabel } from "@/lib/keychain/signing";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
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
const LABEL = "ODM1 VaultRenewal";
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
  /** Of the device that made it. */
  keyId: Uint8Array;
  sig: Uint8Array;
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
    const box = { recoveryKey: reader.fixed(32), enc: reader.fixed(32), sealed: reader.opaque() };
    return { ...box, keyId: reader.fixed(32), sig: reader.opaque() };
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

/** What the device signs: anybody can seal something to a recovery key, which is public. */
const signedContent = (
  accountId: Uint8Array,
  { way, id }: Pick<VaultEntry, "way" | "id">,
  { recoveryKey, enc, sealed }: Pick<Renewal, "recoveryKey" | "enc" | "sealed">,
) =>
  encode((writer) =>
    writer.fixed(accountId, 16).opaque(utf8(way)).opaque(utf8(id)).fixed(recoveryKey, 32).fixed(enc, 32).opaque(sealed),
  );

/**
 * Whether a device of the account made a renewal for an epoch. One that was removed since is believed up to the epoch
 * before its removal, whose key it had anyway.
 */
function isGenuine(entries: readonly KeyChainEntry[], accountId: Uint8Array, pair: VaultPair, epoch: number): boolean {
  const { renewal } = pair;
  const isSigner = ({ sigKey }: ChainDevice) => renewal !== null && equal(keyId(sigKey), renewal.keyId);
  const signer = entries.flatMap(({ tbs }) => tbs.devices).find(isSigner);
  const listed = entries.filter(({ tbs }) => tbs.type !== "reset_pending");
  const first = listed.findIndex(({ tbs }) => tbs.devices.some(isSigner));
  if (!renewal || !signer || first < 0) return false;
  const removal = listed.slice(first).find(({ tbs }) => !tbs.devices.some(isSigner));
  if (removal && epoch >= removal.tbs.archiveEpoch) return false;
  return verifyWithLabel(signer.sigKey, LABEL, signedContent(accountId, pair, renewal), renewal.sig);
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
  const { accountId, identity } = ownDevice(engine);
  const box = { recoveryKey, enc: new Uint8Array(sender.enc), sealed };
  const sig = await signWithLabel(identity.signer, LABEL, signedContent(fromHex(accountId), { way, id }, box));
  const body = encode((writer) =>
    writer
      .u8(VERSION)
      .fixed(recoveryKey, 32)
      .fixed(box.enc, 32)
      .opaque(sealed)
      .fixed(keyId(identity.signer.publicKey), 32)
      .opaque(sig),
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
 * @param entries the verified chain of the account
 * @returns `isForged` when the server shows a renewal that no device of the account made, which is not used
 * @throws ArchiveError `undecryptable` for a wrong secret
 */
export async function openWay(
  entries: readonly KeyChainEntry[],
  accountId: Uint8Array,
  pair: VaultPair,
  way: VaultWay,
): Promise<{ recovery: Uint8Array; newest: NewestKey; isForged: boolean }> {
  const { body, renewal } = pair;
  const content = await openVault(way, accountId, fromBase64Url(body));
  const recovery = way.way === "words" ? way.secret : content.recoverySecret;
  if (!recovery) throw new MessengerError("vault", "This way in cannot add a device.");
  if (renewal === null) return { recovery, newest: content, isForged: false };
  const renewed = await openRenewal(recovery, renewal);
  const isForged = !renewed || !isGenuine(entries, accountId, pair, renewed.epoch);
  // The server may keep an old renewal: only a later key can be the newest.
  return { recovery, newest: !isForged && renewed.epoch > content.epoch ? renewed : content, isForged };
}

/** The key in a renewal, or null when it was not sealed for this recovery secret. */
async function openRenewal(recovery: Uint8Array, { enc, sealed }: Renewal): Promise<NewestKey | null> {
  try {
    const secret = ed25519.utils.toMontgomerySecret(derive(recovery, "ODM1 recovery"));
    const recipientKey = await suite.kem.deserializePrivateKey(buffer(secret));
    const recipient = await suite.createRecipientContext({ recipientKey, info: INFO, enc: buffer(enc) });
    const plaintext = new Uint8Array(await recipient.open(buffer(sealed)));
    return decode(plaintext, (reader) => ({ epoch: reader.u32(), key: reader.fixed(32) }));
  } catch {
    return null;
  }
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
