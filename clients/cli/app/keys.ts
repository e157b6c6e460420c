import { text, toBase64Url, toHex, utf8 } from "../bytes";
import { fromWords, newSecret, recoveryKey, toWords, type ArchiveKey } from "../archive";
import { decodeEntry, encodeEntry, entryHash, signEntry, ZERO_HASH, type Body, type Entry } from "../chain";
import { follow, nextBody, sortedDevices, type Chain } from "../chain-rules";
import { random, type KeyPair } from "../crypto";
import { answerBox, formatOffer, nameBox, newOffer, openPayload, parseOffer, requestBox, sealPayload } from "../link";
import { encodePackage, generatePackage, publish, refOf } from "../mls/key-package";
import { pause, Refused } from "./api";
import { nextArchiveKey } from "./archive-epochs";
import { Problem, type Client } from "./client";
import { createConversation } from "./groups";
import { send, tellOwnDevices } from "./sending";
import { openWords, putWords } from "./vault";

/* Accounts and devices (devices-and-history.md). */

/** Posts an entry. @returns false when another entry has its place */
async function append(client: Client, entry: Entry, name?: string): Promise<boolean> {
  try {
    await client.api.post("append", { entry: toBase64Url(encodeEntry(entry)), ...(name && { device_name: name }) });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === "seq_taken") return false;
    throw error;
  }
}

/** The own chain, once the log has this seq. */
async function included(client: Client, seq: number): Promise<Chain> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const chain = await client.lookUpAccount(client.account);
    if (chain && chain.seq >= seq) return chain;
    await pause(300);
  }
  throw new Problem("the key log did not take the entry within 30 s: try again");
}

/** Appends a change to the own chain, after what others appended meanwhile. */
async function change(
  client: Client,
  build: (chain: Chain) => Body,
  keys: readonly KeyPair[],
  name?: string,
): Promise<Chain> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const chain = await client.lookUpAccount(client.account);
    if (chain === null) throw new Problem("the account has no keys");
    const entry = signEntry(build(chain), keys);
    follow(chain, entry, client.now());
    if (await append(client, entry, name)) return included(client, entry.seq);
  }
  throw new Problem("other devices change the keys at the same time: try again");
}

const thisDevice = (client: Client, seq: number) => ({
  id: client.state.device.id,
  key: toHex(client.keys.public),
  addedSeq: seq,
});

/** Begins the account of this person, or finds the one that they have. @returns whether this device is in it */
export async function enrol(client: Client): Promise<boolean> {
  const { state } = client;
  const existing = (await client.api.get("account")).at("account_id").maybe((id) => id.id());
  if (existing === null || existing === state.account) {
    state.account ??= toHex(random(16));
    client.save();
    const place = { account: state.account, seq: 0, previous: ZERO_HASH, time: client.now(), type: "genesis" as const };
    const body = { ...place, devices: [thisDevice(client, 0)], recovery: [], archiveEpoch: 0 };
    try {
      if (existing === null) await append(client, signEntry(body, [client.keys]), state.device.name);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "account_exists") throw error;
      state.account = error.body.at("account_id").id();
    }
  } else state.account = existing;
  client.save();
  const chain = await included(client, 0);
  if (chain.devices.some(({ id }) => id === state.device.id)) await becomeListed(client);
  return state.device.isListed;
}

/** What a device does first when its account lists it. */
async function becomeListed(client: Client): Promise<void> {
  const { state } = client;
  state.device.isListed = true;
  client.save();
  await client.api.put(`devices/${state.device.id}`, { name: state.device.name });
  await refillPackages(client);
  const conversations = (await client.api.get("conversations")).at("conversations").list();
  if (conversations.some((json) => json.at("kind").string() === "self")) return;
  await createConversation(client, "self", [client.account]);
}

const STOCK = 50;
const DAYS_60 = 60 * 24 * 3_600_000;

/** Publishes KeyPackages when there are few. */
export async function refillPackages(client: Client): Promise<void> {
  const { device, packages } = client.state;
  const now = client.now();
  const path = `devices/${device.id}/key_packages`;
  const count = (await client.api.get(path)).at("count").number();
  const hasLast = Object.values(packages).some(({ isLastResort, at }) => isLastResort && now - at < DAYS_60);
  if (count >= 20 && hasLast) return;
  const made: string[] = [];
  for (let at = 0; at <= STOCK - Math.min(count, STOCK); at += 1) {
    const isLastResort = at === STOCK - Math.min(count, STOCK);
    const own = await generatePackage(client.own, isLastResort, now);
    packages[await refOf(own.keyPackage)] = { bytes: toBase64Url(encodePackage(own)), isLastResort, at: now };
    made.push(toBase64Url(publish(own)));
  }
  // The private parts are stored before anybody can use the public ones.
  client.save();
  await client.api.post(path, { key_packages: made.slice(0, -1), last_resort: made.at(-1) });
}

/** Waits until a device of the account can be added to groups. */
export async function hasPackages(client: Client, device: string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if ((await client.api.get(`devices/${device}/key_packages`)).at("count").number() > 0) return;
    await pause(500);
  }
}

/** On a new device: shows a code, and waits until another device took it. */
export async function offerDevice(client: Client, show: (code: string) => void): Promise<void> {
  const { host, device } = client.state;
  if (device.isListed) throw new Problem("this device is in already");
  const chain = await client.lookUpAccount(client.account);
  if (chain === null) throw new Problem("the account has no keys");
  const own = thisDevice(client, chain.seq + 1);
  const { offer, privateKey } = await newOffer(
    { origin: `https://${host}`, device: own.id, key: own.key },
    client.now(),
  );
  const body = nextBody(chain, "update", client.now(), { devices: sortedDevices([...chain.devices, own]) });
  await client.api.put(`link/${nameBox(offer)}`, { body: toBase64Url(utf8(device.name)) });
  const request = signEntry(body, [client.keys]);
  await client.api.put(`link/${requestBox(offer)}`, { body: toBase64Url(encodeEntry(request)) });
  show(formatOffer(offer));
  while (client.now() < offer.expires) {
    const answer = await client.api.find(`link/${answerBox(offer)}`);
    if (answer === null) {
      await pause(500);
      continue;
    }
    const payload = await openPayload(offer, privateKey, answer.at("body").bytes());
    const after = await included(client, payload.seq);
    const isIn =
      payload.account === client.account && after.devices.some(({ id, key }) => id === own.id && key === own.key);
    if (!isIn) throw new Problem("the key log does not list this device");
    await becomeListed(client);
    if (payload.archive) await takeArchive(client, payload.archive);
    return;
  }
  throw new Problem("nobody took the code within five minutes");
}

export async function takeArchive(client: Client, key: ArchiveKey): Promise<void> {
  const { archive } = client.state;
  archive.keys[key.epoch] = toBase64Url(key.key);
  archive.isOn = (await client.api.get("archive")).at("enabled").boolean();
  client.save();
}

/** On an old device: what a code belongs to. */
export async function readOffer(client: Client, code: string) {
  const offer = parseOffer(code, client.now());
  const found = await client.api.find(`link/${requestBox(offer)}`);
  if (found === null) throw new Problem("this code was used already, or is too old");
  const called = (await client.api.find(`link/${nameBox(offer)}`))?.at("body").bytes();
  const name = (called && text(called).slice(0, 60)) || "Device";
  return { offer, entry: decodeEntry(found.at("body").bytes()), name };
}

/** On an old device: lets the device of a code in. */
export async function acceptOffer(
  client: Client,
  { offer, entry, name }: Awaited<ReturnType<typeof readOffer>>,
): Promise<void> {
  client.requireListed();
  const chain = await client.lookUpAccount(client.account);
  if (chain === null) throw new Problem("the account has no keys");
  const added = { id: offer.device, key: offer.key, addedSeq: chain.seq + 1 };
  const expected = nextBody(chain, "update", client.now(), { devices: sortedDevices([...chain.devices, added]) });
  const { signatures, ...proposed } = entry;
  // The entry came through the server: it must add exactly the device of the code to what this device knows.
  const isExpected = JSON.stringify({ ...proposed, time: 0 }) === JSON.stringify({ ...expected, time: 0 });
  if (!isExpected) throw new Problem("the keys changed meanwhile, or the code was changed: show a new one");
  const signed = signEntry({ ...proposed, signatures }, [client.keys]);
  follow(chain, signed, client.now());
  if (!(await append(client, signed, name))) throw new Problem("the keys changed meanwhile: show a new code");
  await included(client, signed.seq);
  const archive = client.state.archive.isOn ? client.archiveKey : null;
  const payload = await sealPayload(offer, {
    account: client.account,
    seq: signed.seq,
    head: entryHash(signed),
    archive,
  });
  await client.api.put(`link/${answerBox(offer)}`, { body: toBase64Url(payload) });
}

/** Lets this device in with the recovery words. */
export async function unlock(client: Client, words: string): Promise<void> {
  const secret = fromWords(words);
  const key = recoveryKey(secret);
  const chain = await client.lookUpAccount(client.account);
  if (!chain?.recovery.includes(toHex(key.public))) throw new Problem("these are not the words of this account");
  const archive = await openWords(client, secret);
  if (!chain.devices.some(({ id }) => id === client.state.device.id)) {
    const build = (before: Chain) =>
      nextBody(before, "update", client.now(), {
        devices: sortedDevices([...before.devices, thisDevice(client, before.seq + 1)]),
      });
    await change(client, build, [key, client.keys], client.state.device.name);
  }
  await becomeListed(client);
  if (archive) await takeArchive(client, archive);
}

/** Makes words a way in, and begins the archive. @returns the words */
export async function setWords(client: Client): Promise<string> {
  client.requireListed();
  const secret = newSecret();
  const chain = await client.freshChain(client.account);
  if (client.archiveKey === null) {
    client.state.archive.keys[chain.archiveEpoch] = toBase64Url(random(32));
    client.save();
  }
  const key = client.archiveKey;
  if (key === null) throw new Problem("there is no archive key");
  const replaced = await putWords(client, secret, key);
  const build = (before: Chain) => {
    const kept = before.recovery.filter((each) => !replaced.includes(each));
    const recovery = [...kept, toHex(recoveryKey(secret).public)].toSorted();
    return nextBody(before, "update", client.now(), { recovery });
  };
  await change(client, build, [client.keys]);
  await client.api.put("archive", { enabled: true });
  client.state.archive.isOn = true;
  client.save();
  await tellOwnDevices(client, { kind: "archive_key", epoch: key.epoch, key: key.key });
  return toWords(secret);
}

/** Removes a device of the account: from the chain, from all groups, and from what the archive's next key opens. */
export async function removeDevice(client: Client, id: string): Promise<void> {
  client.requireListed();
  const build = (before: Chain) => {
    const devices = before.devices.filter((device) => device.id !== id);
    if (devices.length === before.devices.length) throw new Problem("there is no such device");
    return nextBody(before, "update", client.now(), { devices, archiveEpoch: before.archiveEpoch + 1 });
  };
  const chain = await change(client, build, [client.keys]);
  if (!chain.devices.some((device) => device.id === client.state.device.id)) {
    client.state.device.isListed = false;
    return client.save();
  }
  await nextArchiveKey(client, chain);
  for (const { id: conversation } of Object.values(client.state.conversations)) await send(client, conversation);
}

/** Stops a reset that somebody announced. */
export async function veto(client: Client): Promise<void> {
  await change(client, (chain) => nextBody(chain, "veto", client.now()), [client.keys]);
}
