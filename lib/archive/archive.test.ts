import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifySignature } from "@/lib/keychain/signing";
import { decryptAttachment, encryptAttachment } from "@/lib/archive/attachments";
import { frankingTag } from "@/lib/archive/franking";
import {
  createLinkOffer,
  formatLinkOffer,
  linkMailbox,
  openLink,
  parseLinkOffer,
  sealLink,
  type LinkOffer,
} from "@/lib/archive/link";
import { newArchiveKey, openRecord, recordId, sealRecord, unwrapPrevious, wrapPrevious } from "@/lib/archive/records";
import {
  fromWords,
  newPassphrase,
  newRecoverySecret,
  recoverySigner,
  toWords,
  unknownWords,
} from "@/lib/archive/recovery";
import { ArchiveError, pad, random, unpad } from "@/lib/archive/seal";
import { openVault, sealVault, type VaultWay } from "@/lib/archive/vault";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const content = fc.uint8Array({ maxLength: 600 });
const account = random(16);
const refusal = (code: string) => expect.objectContaining({ name: "ArchiveError", code });
const changed = (original: Uint8Array, at: number) =>
  original.map((byte, index) => (index === at % original.length ? byte ^ 1 : byte));

describe("the recovery secret", () => {
  it("is the same after it was written down as 24 words, in whatever case and spacing", () => {
    fc.assert(
      fc.property(bytes(32), (secret) => {
        const words = toWords(secret);
        expect(words.split(" ")).toHaveLength(24);
        expect(fromWords(words)).toEqual(secret);
        expect(fromWords(`  ${words.toUpperCase().replaceAll(" ", "\n ")} `)).toEqual(secret);
      }),
    );
  });

  it("is not read from words with a mistake, and the mistaken word is named", () => {
    const words = toWords(newRecoverySecret()).split(" ");
    expect(() => fromWords(words.with(3, "barkk").join(" "))).toThrow(refusal("malformed"));
    expect(unknownWords(words.with(3, "barkk").join(" "))).toEqual([3]);
    expect(() => fromWords(words.slice(0, 12).join(" "))).toThrow(ArchiveError);
    expect(() => fromWords("")).toThrow(refusal("malformed"));
  });

  it("signs with a key that others can verify, and another secret has another key", async () => {
    const [signer, other] = [recoverySigner(newRecoverySecret()), recoverySigner(newRecoverySecret())];
    const data = random(40);
    expect(verifySignature(signer.publicKey, data, await signer.sign(data))).toBe(true);
    expect(verifySignature(other.publicKey, data, await signer.sign(data))).toBe(false);
  });

  it("has passphrases of at least six different random words beside it", () => {
    expect(newPassphrase(2).split(" ")).toHaveLength(6);
    expect(new Set(Array.from({ length: 50 }, () => newPassphrase())).size).toBe(50);
  });
});

describe("the archive", () => {
  it("gives back any record in its place", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), fc.nat(1000), bytes(16), content, async (key, epoch, id, body) => {
        const archiveKey = { accountId: account, epoch, key };
        expect(await openRecord(archiveKey, id, await sealRecord(archiveKey, id, body))).toEqual(body);
      }),
    );
  });

  it("does not open a record that was moved to another account, epoch or id, or changed anywhere", async () => {
    const key = newArchiveKey(account, 3);
    const id = recordId(key, random(16), random(32));
    const record = await sealRecord(key, id, random(100));
    for (const wrong of [
      { ...key, accountId: random(16) },
      { ...key, epoch: 4 },
      { ...key, key: random(32) },
    ])
      await expect(openRecord(wrong, id, record)).rejects.toThrow(refusal("undecryptable"));
    await expect(openRecord(key, changed(id, 0), record)).rejects.toThrow(refusal("undecryptable"));
    for (const at of [0, 11, 12, 100, record.length - 1])
      await expect(openRecord(key, id, changed(record, at))).rejects.toThrow(refusal("undecryptable"));
    for (const length of [0, 5, 12, 27, record.length - 1])
      await expect(openRecord(key, id, record.subarray(0, length))).rejects.toBeInstanceOf(ArchiveError);
  });

  it("hides how long a record is", async () => {
    const key = newArchiveKey(account, 0);
    const lengths = [0, 1, 100, 250].map(async (size) => (await sealRecord(key, random(16), random(size))).length);
    expect(new Set(await Promise.all(lengths)).size).toBe(1);
  });

  it("has one id for a message on all devices, and unrelated ids in the next epoch", () => {
    const [conversation, message] = [random(16), random(32)];
    const key = newArchiveKey(account, 0);
    expect(recordId({ ...key }, conversation, message)).toEqual(recordId(key, conversation, message));
    expect(recordId(newArchiveKey(account, 1), conversation, message)).not.toEqual(
      recordId(key, conversation, message),
    );
  });

  it("lets who has the newest key read all earlier epochs, and who has an old key none of the later", async () => {
    const keys = [0, 1, 2, 3].map((epoch) => newArchiveKey(account, epoch));
    const [oldest, ...later] = keys;
    let previous = oldest;
    const wrapped: Uint8Array[] = [];
    for (const next of later) {
      if (previous !== undefined) wrapped.unshift(await wrapPrevious(next, previous));
      previous = next;
    }
    let key = later.at(-1);
    for (const wrap of wrapped) key = key && (await unwrapPrevious(key, wrap));
    expect(key).toEqual(oldest);
    const [first, second] = keys;
    if (first === undefined || second === undefined) return;
    await expect(unwrapPrevious(first, wrapped.at(-1) ?? random(1))).rejects.toThrow(refusal("undecryptable"));
    expect(() => wrapPrevious(second, second)).toThrow(refusal("malformed"));
  });
});

describe("the vault", () => {
  const passphrase = newPassphrase();
  const ways: VaultWay[] = [
    { way: "words", secret: random(32) },
    { way: "passkey", prf: random(32) },
    { way: "passphrase", passphrase },
  ];
  const held = { epoch: 7, key: random(32), recoverySecret: random(32) };

  it.each(ways)("opens by $way, and only for its own account and unchanged", async (way) => {
    const sealed = await sealVault(way, account, held);
    expect(await openVault(way, account, sealed)).toEqual(held);
    await expect(openVault(way, random(16), sealed)).rejects.toThrow(refusal("undecryptable"));
    for (const at of [1, 17, 40, sealed.length - 1])
      await expect(openVault(way, account, changed(sealed, at))).rejects.toThrow(refusal("undecryptable"));
    await expect(openVault(way, account, changed(sealed, 0))).rejects.toThrow(refusal("malformed"));
  });

  it("does not open by another secret, another passkey, another passphrase, or the same bytes as another way", async () => {
    const secret = random(32);
    const sealed = await sealVault({ way: "words", secret }, account, held);
    for (const way of [...ways, { way: "passkey", prf: secret } as const])
      await expect(openVault(way, account, sealed)).rejects.toThrow(refusal("undecryptable"));
  });

  it("takes a passphrase in another case or spacing, and holds no recovery secret if there is none", async () => {
    const sealed = await sealVault({ way: "passphrase", passphrase }, account, { ...held, recoverySecret: null });
    const typed = ` ${passphrase.toUpperCase().replaceAll(" ", "  ")}`;
    const opened = await openVault({ way: "passphrase", passphrase: typed }, account, sealed);
    expect(opened).toEqual({ ...held, recoverySecret: null });
  });
});

describe("linking a device", () => {
  const now = Date.UTC(2026, 10, 29);
  const device = () => ({ origin: "https://barker.test", deviceId: random(16), signatureKey: random(32) });

  it("carries a payload to the device whose code was read, as text or with line breaks in it", async () => {
    const { offer, privateKey } = await createLinkOffer(device(), now);
    const text = formatLinkOffer(offer);
    expect(text.length).toBeLessThan(250);
    const read = parseLinkOffer(text.replace(/(.{20})/g, "$1\n"), now + 1000);
    expect(read).toEqual(offer);
    const payload = random(500);
    const sealed = await sealLink(read, payload, now + 1000);
    expect(await openLink(offer, privateKey, sealed, now + 2000)).toEqual(payload);
    expect(linkMailbox(read)).toBe(linkMailbox(offer));
    expect(linkMailbox(offer)).toMatch(/^[\da-f]{32}$/);
  });

  it("is over after five minutes, on both sides", async () => {
    const { offer, privateKey } = await createLinkOffer(device(), now);
    const sealed = await sealLink(offer, random(10), now);
    const late = now + 5 * 60_000 + 1;
    expect(() => parseLinkOffer(formatLinkOffer(offer), late)).toThrow(refusal("expired"));
    await expect(sealLink(offer, random(10), late)).rejects.toThrow(refusal("expired"));
    await expect(openLink(offer, privateKey, sealed, late)).rejects.toThrow(refusal("expired"));
  });

  it("fails if anything of the offer was changed, also the secret that the server does not see", async () => {
    const { offer, privateKey } = await createLinkOffer(device(), now);
    const other = await createLinkOffer(device(), now);
    const lies: Partial<LinkOffer>[] = [
      { secret: random(16) },
      { signatureKey: random(32) },
      { deviceId: random(16) },
      { nonce: random(16) },
      { origin: "https://evil.test" },
      { publicKey: other.offer.publicKey },
    ];
    for (const lie of lies) {
      const sealed = await sealLink({ ...offer, ...lie }, random(10), now);
      await expect(openLink(offer, privateKey, sealed, now)).rejects.toThrow(refusal("undecryptable"));
    }
  });

  it("refuses changed and cut answers and codes", async () => {
    const { offer, privateKey } = await createLinkOffer(device(), now);
    const sealed = await sealLink(offer, random(10), now);
    for (const bad of [changed(sealed, 0), changed(sealed, 40), sealed.subarray(0, 31), new Uint8Array()])
      await expect(openLink(offer, privateKey, bad, now)).rejects.toThrow(refusal("undecryptable"));
    const text = formatLinkOffer(offer);
    for (const bad of [
      "",
      "BARKER1:",
      text.slice(8),
      text.slice(0, -4),
      `${text}AAAA`,
      text.replace("BARKER1", "BARKER2"),
    ])
      expect(() => parseLinkOffer(bad, now)).toThrow(refusal("malformed"));
  });
});

describe("attachments", () => {
  it("come out as they went in, whatever their length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (file) => {
        const { encrypted, ...keys } = await encryptAttachment(file);
        expect(await decryptAttachment(encrypted, keys)).toEqual(file);
      }),
    );
  });

  it("are refused when they were exchanged, changed or cut, or when their keys are of another file", async () => {
    const [one, two] = [await encryptAttachment(random(3000)), await encryptAttachment(random(3000))];
    await expect(decryptAttachment(two.encrypted, one)).rejects.toThrow(refusal("undecryptable"));
    await expect(decryptAttachment(changed(one.encrypted, 5), one)).rejects.toThrow(refusal("undecryptable"));
    await expect(decryptAttachment(one.encrypted.subarray(1), one)).rejects.toThrow(refusal("undecryptable"));
    await expect(decryptAttachment(one.encrypted, { ...one, key: two.key })).rejects.toThrow(refusal("undecryptable"));
    await expect(decryptAttachment(one.encrypted, { ...one, size: 1e6 })).rejects.toThrow(refusal("undecryptable"));
  });
});

it("a franking tag fits one message and one salt only, and no salt of another length", () => {
  const [salt, message] = [random(16), random(50)];
  const tag = frankingTag(salt, message);
  expect(tag).toHaveLength(32);
  expect(frankingTag(salt, message)).toEqual(tag);
  expect(frankingTag(salt, changed(message, 0))).not.toEqual(tag);
  expect(frankingTag(changed(salt, 0), message)).not.toEqual(tag);
  expect(() => frankingTag(new Uint8Array([...salt, 0]), message)).toThrow(refusal("malformed"));
});

it("padding is taken off again, and is refused if it is not zero", () => {
  fc.assert(
    fc.property(content, (inner) => {
      expect(unpad(pad(inner))).toEqual(inner);
    }),
  );
  expect(() => unpad(changed(pad(random(10)), 200))).toThrow(refusal("malformed"));
  expect(() => unpad(new Uint8Array())).toThrow(refusal("malformed"));
});
