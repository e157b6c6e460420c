import { ed25519 } from "@noble/curves/ed25519.js";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromHex, join, malformed, parse, toBase64Url, toHex, uint, utf8, vector, type Bytes } from "../bytes";
import { openVault, recoveryKey, sealVault, type ArchiveKey } from "../archive";
import { keyIdOf } from "../chain";
import { labelled, sign, Unopenable, verify } from "../crypto";
import { Problem, type Client } from "./client";

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

/** The newest archive key, sealed to the public half of a recovery key and signed by a device. */
interface Renewal {
  recovery: string;
  enc: Bytes;
  sealed: Bytes;
  keyId: string;
  signature: Bytes;
}

const renewalFrom = ({ body }: Entry): Renewal =>
  parse(body, (reader) => {
    if (reader.uint(1) !== 1) malformed("a renewal of another version");
    const box = { recovery: toHex(reader.bytes(32)), enc: reader.bytes(32), sealed: reader.vector() };
    return { ...box, keyId: toHex(reader.bytes(32)), signature: reader.vector() };
  });

const entries = async ({ api }: Client): Promise<Entry[]> =>
  (await api.get("vault"))
    .at("entries")
    .list()
    .map((json) => ({ way: json.at("way").string(), id: json.at("id").string(), body: json.at("body").bytes() }));

const put = ({ api }: Client, { way, id, body }: Entry) => api.put(`vault/${way}/${id}`, { body: toBase64Url(body) });

/** What a device signs of a renewal of the way with this id. */
const signedBytes = (
  account: string,
  way: string,
  id: string,
  { recovery, enc, sealed }: Pick<Renewal, "recovery" | "enc" | "sealed">,
) =>
  labelled(
    "ODM1 VaultRenewal",
    join(fromHex(account, 16), vector(utf8(way)), vector(utf8(id)), fromHex(recovery, 32), enc, vector(sealed)),
  );

/** Stores the renewal of the way with this id. */
async function putRenewal(
  client: Client,
  way: string,
  id: string,
  recovery: string,
  archive: ArchiveKey,
): Promise<void> {
  const key = new Uint8Array(ed25519.utils.toMontgomery(fromHex(recovery, 32)));
  const recipientPublicKey = await suite.kem.deserializePublicKey(key);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO });
  const sealed = new Uint8Array(await sender.seal(join(uint(archive.epoch, 4), archive.key)));
  const box = { recovery, enc: new Uint8Array(sender.enc), sealed };
  const { keys } = client;
  const signature = sign(keys.secret, signedBytes(client.account, way, id, box));
  const body = join(
    uint(1, 1),
    fromHex(recovery, 32),
    box.enc,
    vector(sealed),
    fromHex(keyIdOf(toHex(keys.public))),
    vector(signature),
  );
  await put(client, { way, id: id + RENEWAL, body });
}

/** Stores the way in by words. @returns the recovery keys of the words that it replaces */
export async function putWords(client: Client, secret: Uint8Array, archive: ArchiveKey): Promise<string[]> {
  const before = (await entries(client)).filter(({ way, id }) => way === "words" && id === WORDS + RENEWAL);
  const body = sealVault({ way: "words", secret }, { archive, secret: null });
  await put(client, { way: "words", id: WORDS, body });
  await putRenewal(client, "words", WORDS, toHex(recoveryKey(secret).public), archive);
  return before.map((entry) => renewalFrom(entry).recovery);
}

/** The newest archive key that the words lead to, or null. @throws Problem for a renewal that no device made */
export async function openWords(client: Client, secret: Uint8Array): Promise<ArchiveKey | null> {
  const all = await entries(client);
  for (const entry of all.filter(({ way, id }) => way === "words" && !id.endsWith(RENEWAL))) {
    const archive = opened(secret, client.account, entry.body);
    if (archive === null) continue;
    const found = all.find(({ way, id }) => way === "words" && id === entry.id + RENEWAL);
    if (!found) return archive;
    const renewal = renewalFrom(found);
    const later = await renewed(client.account, recoveryKey(secret).secret, renewal);
    if (later === null || !isGenuine(client, entry, renewal, later.epoch)) {
      throw new Problem("the server shows a key of the archive that no device of the account made");
    }
    // The server may keep an old renewal: only a later key can be the newest.
    return later.epoch > archive.epoch ? later : archive;
  }
  return null;
}

/**
 * Whether a device of the account made a renewal: anybody can seal something to a recovery key, which is public. One that
 * was removed since is believed up to the epoch before its removal, whose key it had anyway.
 */
function isGenuine(client: Client, { way, id }: Entry, renewal: Renewal, epoch: number): boolean {
  const chain = client.state.contacts[client.account]?.chain;
  const removed = Object.entries(chain?.removedIn ?? {}).filter(([, first]) => epoch < first);
  const keys = [...(chain?.devices ?? []).map(({ key }) => key), ...removed.map(([key]) => key)];
  const key = keys.find((each) => keyIdOf(each) === renewal.keyId);
  return key !== undefined && verify(fromHex(key), signedBytes(client.account, way, id, renewal), renewal.signature);
}

function opened(secret: Uint8Array, account: string, body: Uint8Array): ArchiveKey | null {
  try {
    return openVault({ way: "words", secret }, account, body).archive;
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

/** The key in a renewal, or null when it was not sealed for this recovery key. */
async function renewed(account: string, seed: Uint8Array, { enc, sealed }: Renewal): Promise<ArchiveKey | null> {
  const secret = new Uint8Array(ed25519.utils.toMontgomerySecret(seed));
  const recipientKey = await suite.kem.deserializePrivateKey(secret);
  try {
    const recipient = await suite.createRecipientContext({ recipientKey, info: INFO, enc });
    const bytes = new Uint8Array(await recipient.open(sealed));
    return parse(bytes, (reader) => ({ account, epoch: reader.uint(4), key: reader.bytes(32) }));
  } catch {
    return null;
  }
}

/** Seals a new archive key for all ways in that lead to a recovery key of the chain. */
export async function renewWays(client: Client, recovery: readonly string[], archive: ArchiveKey): Promise<void> {
  for (const entry of await entries(client)) {
    if (!entry.id.endsWith(RENEWAL)) continue;
    const { recovery: key } = renewalFrom(entry);
    const id = entry.id.slice(0, -RENEWAL.length);
    if (recovery.includes(key)) await putRenewal(client, entry.way, id, key, archive);
  }
}
