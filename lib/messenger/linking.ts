import {
  createLinkOffer,
  formatLinkOffer,
  linkMailbox,
  openLink,
  parseLinkOffer,
  sealLink,
  type LinkOffer,
} from "@/lib/archive/link";
import { decodeLinkPayload, encodeLinkPayload } from "@/lib/archive/payloads";
import { ArchiveError, derive } from "@/lib/archive/seal";
import {
  compare,
  concat,
  equal,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64Url,
  toHex,
  utf8,
} from "@/lib/bytes/encoding";
import { addDevice } from "@/lib/keychain/build";
import { decodeEntry, encodeEntry, encodeTbs, signEntry, type KeyChainEntry } from "@/lib/keychain/entry";
import { archiveOf, newestKey, uploadArchive } from "@/lib/messenger/archive-sync";
import { appendSigned } from "@/lib/messenger/chain";
import { becomeReady } from "@/lib/messenger/enrolment";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { MessengerError } from "@/lib/messenger/ports";
import { lockedDevice, takeArchive } from "@/lib/messenger/recovery";
import { Work } from "@/lib/messenger/store";

const PAUSE_MS = 1_000;

const mailbox = ({ secret, nonce }: LinkOffer, purpose: string) =>
  toHex(derive(concat(secret, nonce), purpose).subarray(0, 16));
/** Where the new device leaves the entry that adds it, signed by itself. The answer comes to `linkMailbox`. */
const requestMailbox = (offer: LinkOffer) => mailbox(offer, "ODM1 link request");
/** Where it leaves what it is called. */
const nameMailbox = (offer: LinkOffer) => mailbox(offer, "ODM1 link name");

/**
 * On the new device: makes a code, and waits in the background until an old device has accepted it.
 * @returns the code, which is valid for five minutes
 */
export async function offerLink(engine: Engine): Promise<{ code: string; expiresAt: number }> {
  const { accountId, deviceId, name } = lockedDevice(engine);
  if (!engine.signer) throw new MessengerError("not_ready", "Messages are not set up on this device.");
  const state = await engine.log.lookUp(accountId);
  if (!state) throw new MessengerError("no_keys", "This account has no keys.");
  const device = { deviceId: fromHex(deviceId), sigKey: engine.signer.publicKey };
  const now = engine.ports.now();
  const origin = `https://${engine.ports.host}`;
  const { offer, privateKey } = await createLinkOffer(
    { origin, deviceId: device.deviceId, signatureKey: device.sigKey },
    now,
  );
  const entry = await signEntry(addDevice(state, { device, timeMs: now }), [engine.signer]);
  await engine.server.put(`link/${nameMailbox(offer)}`, { body: toBase64Url(utf8(name)) });
  await engine.server.put(`link/${requestMailbox(offer)}`, { body: toBase64Url(encodeEntry(entry)) });
  engine.background(() => awaitAnswer(engine, offer, privateKey));
  return { code: formatLinkOffer(offer), expiresAt: offer.expires };
}

async function awaitAnswer(engine: Engine, offer: LinkOffer, privateKey: Uint8Array): Promise<void> {
  while (engine.ports.now() < offer.expires) {
    // It may have become ready by the log alone; what the other device sends is still needed for the archive.
    const phase = engine.store.get("device")?.phase;
    if (phase !== "locked" && phase !== "ready") return;
    const found = await engine.server.find<{ body: string }>(`link/${linkMailbox(offer)}`).catch(() => null);
    if (found) return takeAnswer(engine, offer, privateKey, fromBase64Url(found.body));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function takeAnswer(engine: Engine, offer: LinkOffer, privateKey: Uint8Array, sealed: Uint8Array): Promise<void> {
  const payload = decodeLinkPayload(await openLink(offer, privateKey, sealed, engine.ports.now()));
  await engine.locks.run("account", async () => {
    const { accountId, deviceId, phase } = engine.store.get("device") ?? lockedDevice(engine);
    if (accountId === null || toHex(payload.accountId) !== accountId)
      throw new MessengerError("wrong_account", "The code was used for another account.");
    const state = await engine.log.lookUp(accountId);
    const isListed = state?.devices.some((device) => toHex(device.deviceId) === deviceId) ?? false;
    if (!state || state.seq < payload.seq || !isListed)
      throw new MessengerError("key_alarm", "The key log hides this device.");
    if (phase === "locked") await becomeReady(engine);
    if (payload.archive) await takeArchive(engine, payload.archive);
  });
  engine.emit({ topic: "state" });
}

/** What a code belongs to, once the old device has read it. */
const read = new Map<string, { offer: LinkOffer; entry: KeyChainEntry; name: string }>();

/** On an old device: reads what a code belongs to. The person confirms before `acceptLink`. */
export async function readLink(engine: Engine, code: string): Promise<{ deviceName: string; expiresAt: number }> {
  ownDevice(engine);
  const offer = parsed(engine, code);
  const known = read.get(code);
  if (known) return { deviceName: known.name, expiresAt: offer.expires };
  const found = await engine.server.find<{ body: string }>(`link/${requestMailbox(offer)}`);
  if (!found) throw new MessengerError("code_expired", "This code was used already, or is too old. Show a new one.");
  const called = await engine.server.find<{ body: string }>(`link/${nameMailbox(offer)}`);
  const entry = decodeEntry(fromBase64Url(found.body));
  const name = (called && fromUtf8(fromBase64Url(called.body)).slice(0, 60)) || "A device";
  read.set(code, { offer, entry, name });
  return { deviceName: name, expiresAt: offer.expires };
}

/** On an old device: signs the new device into the account, and gives it the key of the archive. */
export async function acceptLink(engine: Engine, code: string): Promise<void> {
  await readLink(engine, code);
  const known = read.get(code);
  if (!known) return;
  const { offer, entry, name } = known;
  await engine.locks.run("account", async () => {
    const { accountId, identity } = ownDevice(engine);
    const state = await engine.log.lookUp(accountId);
    if (!state) throw new MessengerError("no_keys", "This account has no keys.");
    const device = { deviceId: offer.deviceId, sigKey: offer.signatureKey };
    const expected = addDevice(state, { device, timeMs: entry.tbs.timeMs });
    // The server carried the proposal: it must add exactly the device of the code to exactly what this device knows.
    if (!equal(encodeTbs(expected), encodeTbs(entry.tbs))) {
      throw new MessengerError("code_expired", "The keys changed meanwhile. Show a new code on the other device.");
    }
    const own = await signEntry(entry.tbs, [identity.signer]);
    const sigs = [...entry.sigs, ...own.sigs].toSorted((a, b) => compare(a.keyId, b.keyId));
    const after = await appendSigned(engine, { tbs: entry.tbs, sigs }, name);
    // The new device begins to load at once.
    await uploadArchive(engine).catch(() => undefined);
    const archive = archiveOf(engine).enabled ? newestKey(engine) : null;
    const payload = encodeLinkPayload({ accountId: fromHex(accountId), seq: after.seq, head: after.head, archive });
    const body = toBase64Url(await sealLink(offer, payload, engine.ports.now()));
    await engine.server.put(`link/${linkMailbox(offer)}`, { body });
    const work = new Work(engine.store);
    const chain = engine.store.get(`chain/${accountId}`);
    const names = { ...chain?.names, [toHex(offer.deviceId)]: name };
    work.patch(`chain/${accountId}`, { names });
    await work.commit();
  });
  read.delete(code);
}

function parsed(engine: Engine, code: string): LinkOffer {
  try {
    return parseLinkOffer(code, engine.ports.now());
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const isOld = error.code === "expired";
    throw new MessengerError(
      isOld ? "code_expired" : "wrong_code",
      isOld ? "This code is too old. Show a new one." : "This is not the code of a device.",
    );
  }
}
