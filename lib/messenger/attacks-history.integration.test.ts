import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { encodeArchivedBody } from "@/lib/archive/payloads";
import { recordId, sealRecord } from "@/lib/archive/records";
import { recoverySigner, fromWords } from "@/lib/archive/recovery";
import { concat, fromHex, toBase64Url, toHex, utf8 } from "@/lib/bytes/encoding";
import { encode } from "@/lib/bytes/tls";
import { keyId, signerFromSeed, signWithLabel, type Signer } from "@/lib/keychain/signing";
import { encodeMessage, messageId, roomUri } from "@/lib/message-content/message";
import { credentialUri } from "@/lib/mls";
import { catchUpArchive } from "@/lib/messenger/recovery";
import { Away } from "@/lib/messenger/server";
import { accountOf, alarmsOf, deviceOf, lookAround, signerOf, twoFriends } from "@/testing/attacked";
import { linkedPocket, openPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { until } from "@/testing/until";

const HOUR_MS = 3_600_000;
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

useKeyLog();

/** Two friends, one of whom has words, an archive, and a laptop that was removed. */
async function withHistory() {
  const { fern, otter, id } = await twoFriends();
  await fern.running.messenger.send(id, { text: "Before" });
  await settleAll(fern, otter);
  const words = await fern.running.messenger.newWords();
  await fern.running.messenger.keepWords(words);
  const laptop = await linkedPocket(fern);
  await lookAround(laptop);
  await fern.running.messenger.removeDevice(deviceOf(laptop));
  await settleAll(fern, otter);
  await fern.running.messenger.send(id, { text: "After" });
  await settleAll(fern, otter);
  await lookAround(fern);
  return { fern, otter, id, words, laptop };
}

interface Vault {
  entries: { way: string; id: string; body: string; created_at: number }[];
}

/** A renewal as the server can make it: it knows the recovery key, and not what it opens. */
async function forgedRenewal(
  recoveryKey: Uint8Array,
  accountId: string,
  signer: Signer,
  key: Uint8Array,
  epoch: number,
) {
  const recipientPublicKey = await suite.kem.deserializePublicKey(
    new Uint8Array(ed25519.utils.toMontgomery(recoveryKey)).buffer,
  );
  const sender = await suite.createSenderContext({ recipientPublicKey, info: utf8("ODM1 vault renewal") });
  const sealed = new Uint8Array(await sender.seal(encode((writer) => writer.u32(epoch).fixed(key, 32))));
  const box = concat(recoveryKey, new Uint8Array(sender.enc));
  const content = encode((writer) =>
    writer.fixed(fromHex(accountId), 16).opaque(utf8("words")).opaque(utf8("words")).fixed(box, 64).opaque(sealed),
  );
  const sig = await signWithLabel(signer, "ODM1 VaultRenewal", content);
  return toBase64Url(
    encode((writer) => writer.u8(1).fixed(box, 64).opaque(sealed).fixed(keyId(signer.publicKey), 32).opaque(sig)),
  );
}

const keysOf = ({ running }: Pocket) => Object.values(running.engine.store.get("archive")?.keys ?? {}).map(toHex);

describe("a server that makes up a key for the archive", () => {
  it("is noticed by a device that comes with the words, whoever signs it, and can read nothing", async () => {
    const { fern, id, words, laptop } = await withHistory();
    const strangers = [signerFromSeed(crypto.getRandomValues(new Uint8Array(32))), signerOf(laptop)];
    for (const signer of strangers) {
      const key = crypto.getRandomValues(new Uint8Array(32));
      const recoveryKey = recoverySigner(fromWords(words.join(" "))).publicKey;
      const body = await forgedRenewal(recoveryKey, accountOf(fern), signer, key, 9);
      const found = await openPocket(fern.person);
      await found.running.messenger.enrol("New phone");
      found.lie = (method, path, answer) => {
        if (method !== "GET" || path !== "vault") return answer;
        const { entries } = answer.body as Vault;
        const changed = entries.map((entry) => (entry.id === "words_renewal" ? { ...entry, body } : entry));
        return { ...answer, body: { entries: changed } };
      };
      await found.running.messenger.unlockWithWords(words);
      expect(await alarmsOf(found)).toEqual(["own_keys: vault"]);
      expect(keysOf(found)).not.toContain(toHex(key));
      // Unlocking does not wait for the conversations.
      await until(() => found.running.engine.store.get(`conversation/${id}`));
      await found.running.messenger.send(id, { text: "Not for the server" });
      await found.running.settle().catch(() => undefined);
      expect(await textsOf(fern, id)).not.toContain("Not for the server");
      await fern.running.engine.log.lookUp(accountOf(fern));
      await fern.running.messenger.removeDevice(deviceOf(found));
      await fern.running.settle();
    }
  });

  it("is not needed: the words alone open everything, also after a removal", async () => {
    const { fern, id, words } = await withHistory();
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    await found.running.messenger.unlockWithWords(words);
    await lookAround(found);
    expect(await textsOf(found, id)).toEqual(["Before", "After"]);
    expect(await alarmsOf(found)).toEqual([]);
    expect(keysOf(found).toSorted()).toEqual(keysOf(fern).toSorted());
  });
});

describe("a device that signs out by itself", () => {
  it("has no key of what is archived afterwards", async () => {
    const { fern, otter, id } = await twoFriends();
    const words = await fern.running.messenger.newWords();
    await fern.running.messenger.keepWords(words);
    const laptop = await linkedPocket(fern);
    await lookAround(laptop);
    const known = keysOf(laptop);
    expect(known).toHaveLength(1);
    await laptop.running.messenger.forget();
    fern.ahead = 6 * 60_000;
    await fern.running.engine.log.lookUp(accountOf(fern));
    await lookAround(fern);
    await otter.running.messenger.send(id, { text: "Without the laptop" });
    await settleAll(otter, fern);
    await lookAround(fern);
    const newest = keysOf(fern).at(-1);
    expect(known).not.toContain(newest);
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    await found.running.messenger.unlockWithWords(words);
    await lookAround(found);
    expect(keysOf(found)).toContain(newest);
    expect(await textsOf(found, id)).toEqual(["Without the laptop"]);
    const page = await fern.running.engine.server.get<{ records: { epoch: number }[] }>("archive/records");
    expect(page.records.map(({ epoch }) => epoch)).toEqual([1]);
  });

  it("leaves one key to the others, when two begin its epoch at once and one is interrupted", async () => {
    const { fern, otter, id } = await twoFriends();
    const words = await fern.running.messenger.newWords();
    await fern.running.messenger.keepWords(words);
    const [laptop, tablet] = [await linkedPocket(fern), await linkedPocket(fern)];
    await settleAll(fern, laptop, tablet);
    await laptop.running.messenger.forget();
    for (const device of [fern, tablet]) {
      device.ahead = 11 * 60_000;
      await device.running.engine.log.lookUp(accountOf(fern));
      // The answer to the first attempt of each is lost.
      const { server } = device.running.engine;
      const put = server.put.bind(server);
      server.put = async <T>(path: string, body: unknown) => {
        const answer = await put<T>(path, body);
        if (!path.startsWith("archive/epochs")) return answer;
        server.put = put;
        throw new Away("lost");
      };
    }
    await Promise.allSettled([fern, tablet].map((device) => catchUpArchive(device.running.engine)));
    await Promise.allSettled([fern, tablet].map((device) => catchUpArchive(device.running.engine)));
    await settleAll(fern, tablet, fern, tablet);
    expect(keysOf(tablet)).toHaveLength(2);
    expect(keysOf(tablet)).toEqual(keysOf(fern));
    await otter.running.messenger.send(id, { text: "To both" });
    await settleAll(otter, fern, tablet);
    await lookAround(fern);
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    await found.running.messenger.unlockWithWords(words);
    await lookAround(found);
    expect(await textsOf(found, id)).toEqual(["To both"]);
  });
});

describe("an archived message", () => {
  it("that a removed device made afterwards is not shown, whatever the server says of its time", async () => {
    const { fern, otter, id, words, laptop } = await withHistory();
    const key = laptop.running.engine.store.get("archive")?.keys[0];
    if (!key) throw new Error("no key");
    const archiveKey = { accountId: fromHex(accountOf(fern)), epoch: 0, key };
    const [account, device] = [fromHex(accountOf(otter)), fromHex(deviceOf(otter))];
    const sender = credentialUri({ host: "town.example", accountId: account, deviceId: device });
    const room = roomUri("town.example", fromHex(id));
    const made = async (at: number, text: string | null) => {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const whole = encodeMessage({
        salt,
        sender,
        room,
        content: { kind: "text", text: text ?? "Cut", attachments: [] },
      });
      const content = text === null ? whole.slice(0, 20) : whole;
      const message = messageId(content, { sender, room, salt });
      const recorded = recordId(archiveKey, fromHex(id), message);
      const place = { conversationId: fromHex(id), messageId: message, accountId: account, deviceId: device };
      const body = encodeArchivedBody({ ...place, at, number: 0, frank: null, content });
      const sealed = await sealRecord(archiveKey, recorded, body);
      return { id: toHex(recorded), epoch: 0, at: Date.now() - HOUR_MS, body: toBase64Url(sealed) };
    };
    const records = [
      await made(Date.now() + 2 * HOUR_MS, "Forged"),
      await made(Date.now() - HOUR_MS, null),
      { ...(await made(Date.now() - HOUR_MS, "Moved")), id: "0".repeat(32) },
    ];
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    found.lie = (_, path, answer) =>
      path === "archive/records"
        ? { ...answer, body: { records: [...records, ...(answer.body as { records: unknown[] }).records], next: null } }
        : answer;
    await found.running.messenger.unlockWithWords(words);
    await lookAround(found);
    expect(await textsOf(found, id)).toEqual(["Before", "After"]);
    expect(found.warnings.join()).toMatch(/archive/);
  });
});

describe("a code that links a device", () => {
  it("lets nobody in when it was changed, used before, or answered by the server", async () => {
    const { fern } = await twoFriends();
    const laptop = await openPocket(fern.person);
    await laptop.running.messenger.enrol("Laptop");
    laptop.instead = (method, path) =>
      method === "GET" && path.startsWith("link/")
        ? { status: 200, body: { body: toBase64Url(crypto.getRandomValues(new Uint8Array(300))) } }
        : null;
    const { code } = await laptop.running.messenger.offerLink();
    await laptop.running.settle().catch(() => undefined);
    expect((await laptop.running.messenger.state()).phase).toBe("locked");
    laptop.instead = null;
    const changed = code.slice(0, -8) + (code.at(-8) === "A" ? "B" : "A") + code.slice(-7);
    await expect(fern.running.messenger.acceptLink(changed)).rejects.toThrow(/code|used already/);
    expect(await fern.running.messenger.devices()).toHaveLength(1);
    await fern.running.messenger.acceptLink(code);
    await expect(fern.running.messenger.acceptLink(code)).rejects.toThrow(/used already/);
    expect(await fern.running.messenger.devices()).toHaveLength(2);
  });

  it("adds no other device than the one that shows it", async () => {
    const { fern } = await twoFriends();
    const [laptop, mallory] = [await openPocket(fern.person), await openPocket(fern.person)];
    await laptop.running.messenger.enrol("Laptop");
    await mallory.running.messenger.enrol("Mallory");
    const bodies = new Map<string, unknown>();
    for (const pocket of [laptop, mallory]) {
      pocket.instead = (method, path, { json }) => {
        if (method !== "PUT" || !path.startsWith("link/")) return null;
        bodies.set(`${pocket === laptop} ${path}`, json);
        return { status: 200, body: null };
      };
    }
    const { code } = await laptop.running.messenger.offerLink();
    await mallory.running.messenger.offerLink();
    const theirs = [...bodies].filter(([name]) => name.startsWith("false")).map(([, body]) => body);
    // The name comes first, and is read last.
    fern.instead = (method, path) =>
      method === "GET" && path.startsWith("link/") ? { status: 200, body: theirs.pop() } : null;
    await expect(fern.running.messenger.acceptLink(code)).rejects.toThrow(/changed meanwhile/);
    expect(await fern.running.messenger.devices()).toHaveLength(1);
    for (const pocket of [laptop, mallory]) await pocket.running.stop();
  });
});
