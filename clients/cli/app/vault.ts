import { ed25519 } from "@noble/curves/ed25519.js";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromHex, join, malformed, parse, same, toBase64Url, toHex, uint, utf8, vector, type Bytes } from "../bytes";
import { openVault, recoveryKey, sealVault, unwrap, type ArchiveKey } from "../archive";
import { Unopenable } from "../crypto";
import type { Client } from "./client";

/* Ways into the archive that the server keeps (devices-and-history.md, section 7). */

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const INFO = utf8("ODM1 vault renewal");
const RENEWAL = "_renewal";
const WORDS = "words";

interface Entry {
  way: string;
  id: string;
  body: Bytes;
}

/** The newest archive key, sealed to the public half of a recovery key. */
interface Renewal {
  recovery: string;
  enc: Bytes;
  sealed: Bytes;
}

const renewalFrom = ({ body }: Entry): Renewal =>
  parse(body, (reader) => {
    if (reader.uint(1) !== 1) malformed("a renewal of another version");
    return { recovery: toHex(reader.bytes(32)), enc: reader.bytes(32), sealed: reader.vector() };
  });

const entries = async ({ api }: Client): Promise<Entry[]> =>
  (await api.get("vault"))
    .at("entries")
    .list()
    .map((json) => ({ way: json.at("way").string(), id: json.at("id").string(), body: json.at("body").bytes() }));

const put = ({ api }: Client, { way, id, body }: Entry) => api.put(`vault/${way}/${id}`, { body: toBase64Url(body) });

async function putRenewal(client: Client, { way, id }: Entry, recovery: string, archive: ArchiveKey): Promise<void> {
  const key = new Uint8Array(ed25519.utils.toMontgomery(fromHex(recovery, 32)));
  const recipientPublicKey = await suite.kem.deserializePublicKey(key);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO });
  const sealed = new Uint8Array(await sender.seal(join(uint(archive.epoch, 4), archive.key)));
  const body = join(uint(1, 1), fromHex(recovery, 32), new Uint8Array(sender.enc), vector(sealed));
  await put(client, { way, id: id.endsWith(RENEWAL) ? id : id + RENEWAL, body });
}

/** Stores the way in by words. @returns the recovery keys of the words that it replaces */
export async function putWords(client: Client, secret: Uint8Array, archive: ArchiveKey): Promise<string[]> {
  const before = (await entries(client)).filter(({ way, id }) => way === "words" && id === WORDS + RENEWAL);
  const body = sealVault({ way: "words", secret }, { archive, secret: null });
  await put(client, { way: "words", id: WORDS, body });
  await putRenewal(client, { way: "words", id: WORDS, body }, toHex(recoveryKey(secret).public), archive);
  return before.map((entry) => renewalFrom(entry).recovery);
}

/** The newest archive key that the words lead to, or null. @throws Unopenable */
export async function openWords(client: Client, secret: Uint8Array): Promise<ArchiveKey | null> {
  const pair = recoveryKey(secret);
  const all = await entries(client);
  for (const entry of all.filter(({ way, id }) => way === "words" && !id.endsWith(RENEWAL))) {
    const archive = opened(secret, client.account, entry.body);
    if (archive === null) continue;
    const renewal = all.find(({ way, id }) => way === "words" && id === entry.id + RENEWAL);
    if (!renewal || renewalFrom(renewal).recovery !== toHex(pair.public)) return archive;
    return newer(client, archive, await renewed(client.account, pair.secret, renewalFrom(renewal)));
  }
  return null;
}

function opened(secret: Uint8Array, account: string, body: Uint8Array): ArchiveKey | null {
  try {
    return openVault({ way: "words", secret }, account, body).archive;
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

async function renewed(account: string, seed: Uint8Array, { enc, sealed }: Renewal): Promise<ArchiveKey> {
  const secret = new Uint8Array(ed25519.utils.toMontgomerySecret(seed));
  const recipientKey = await suite.kem.deserializePrivateKey(secret);
  try {
    const recipient = await suite.createRecipientContext({ recipientKey, info: INFO, enc });
    const bytes = new Uint8Array(await recipient.open(sealed));
    return parse(bytes, (reader) => ({ account, epoch: reader.uint(4), key: reader.bytes(32) }));
  } catch (cause) {
    throw new Unopenable("the renewal is not for these words", { cause });
  }
}

/**
 * The later of both keys. Anybody who knows the public recovery key can seal a renewal, also the server, so a later key
 * must open the wrapped keys down to the one that the words opened.
 */
async function newer({ api }: Client, first: ArchiveKey, later: ArchiveKey): Promise<ArchiveKey> {
  if (later.epoch <= first.epoch) return first;
  const epochs = (await api.get("archive")).at("epochs").list();
  let key = later;
  while (key.epoch > first.epoch) {
    const epoch = epochs.find((json) => json.at("n").number() === key.epoch);
    if (!epoch) throw new Unopenable("the server hides a key of the archive");
    key = unwrap(key, epoch.at("wrapped").bytes());
  }
  if (!same(key.key, first.key)) throw new Unopenable("the server gave another archive key");
  return later;
}

/** Seals a new archive key for all ways in that lead to a recovery key of the chain. */
export async function renewWays(client: Client, recovery: readonly string[], archive: ArchiveKey): Promise<void> {
  for (const entry of await entries(client)) {
    if (!entry.id.endsWith(RENEWAL)) continue;
    const { recovery: key } = renewalFrom(entry);
    if (recovery.includes(key)) await putRenewal(client, entry, key, archive);
  }
}
