import { ed25519 } from "@noble/curves/ed25519.js";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromHex, join, malformed, parse, toBase64Url, toHex, uint, utf8, vector, zeros, type Bytes } from "../bytes";
import { openVault, recoveryKey, sealVault, type ArchiveKey } from "../archive";
import { Unopenable } from "../crypto";
import type { Json } from "../json";
import type { Client } from "./client";

/* Ways into the archive that the server keeps (devices-and-history.md, section 7). */

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const INFO = utf8("ODM1 vault forward");

interface Entry {
  way: string;
  id: string;
  recovery: string;
  sealed: Bytes;
  /** The newest archive key, sealed to the recovery key; empty while it is the one in `sealed`. */
  forward: Bytes;
}

const entryFrom = (json: Json): Entry =>
  parse(json.at("body").bytes(), (reader) => {
    if (reader.uint(1) !== 1) malformed("a vault entry of another version");
    const place = { way: json.at("way").string(), id: json.at("id").string() };
    return { ...place, recovery: toHex(reader.bytes(32)), sealed: reader.vector(), forward: reader.vector() };
  });

const put = ({ api }: Client, { way, id, recovery, sealed, forward }: Entry) =>
  api.put(`vault/${way}/${encodeURIComponent(id)}`, {
    body: toBase64Url(join(uint(1, 1), fromHex(recovery, 32), vector(sealed), vector(forward))),
  });

const entries = async ({ api }: Client) => (await api.get("vault")).at("entries").list().map(entryFrom);

/** Stores the way in by words. @returns the recovery keys of the words that it replaces */
export async function putWords(client: Client, secret: Uint8Array, archive: ArchiveKey): Promise<string[]> {
  const replaced = (await entries(client)).filter(({ way }) => way === "words").map(({ recovery }) => recovery);
  const sealed = sealVault({ way: "words", secret }, { archive, secret: null });
  await put(client, {
    way: "words",
    id: "words",
    recovery: toHex(recoveryKey(secret).public),
    sealed,
    forward: zeros(0),
  });
  return replaced;
}

/** The newest archive key that the words lead to, or null. */
export async function openVaultEntry(client: Client, secret: Uint8Array): Promise<ArchiveKey | null> {
  const pair = recoveryKey(secret);
  const entry = (await entries(client)).find(({ way, recovery }) => way === "words" && recovery === toHex(pair.public));
  if (!entry) return null;
  const { archive } = openVault({ way: "words", secret }, client.account, entry.sealed);
  if (entry.forward.length === 0) return archive;
  const seed = new Uint8Array(ed25519.utils.toMontgomerySecret(pair.secret));
  const recipientKey = await suite.kem.deserializePrivateKey(seed);
  try {
    const enc = entry.forward.slice(0, 32);
    const recipient = await suite.createRecipientContext({ recipientKey, info: INFO, enc });
    const opened = new Uint8Array(await recipient.open(entry.forward.slice(32)));
    return parse(opened, (reader) => ({ account: client.account, epoch: reader.uint(4), key: reader.bytes(32) }));
  } catch (cause) {
    throw new Unopenable("the vault entry is not for these words", { cause });
  }
}

/** Seals a new archive key for all ways in that lead to a recovery key of the chain. */
export async function forwardKey(client: Client, recovery: readonly string[], archive: ArchiveKey): Promise<void> {
  for (const entry of await entries(client)) {
    if (!recovery.includes(entry.recovery)) continue;
    const key = new Uint8Array(ed25519.utils.toMontgomery(fromHex(entry.recovery)));
    const sender = await suite.createSenderContext({
      recipientPublicKey: await suite.kem.deserializePublicKey(key),
      info: INFO,
    });
    const sealed = new Uint8Array(await sender.seal(join(uint(archive.epoch, 4), archive.key)));
    await put(client, { ...entry, forward: join(new Uint8Array(sender.enc), sealed) });
  }
}
