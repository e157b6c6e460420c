import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "@/local/backup/archive/sealing";
import { BackupError } from "@/local/backup/errors";
import { gathered } from "@/testing/streams";

const PASSPHRASE = "correct horse battery";
const CHUNK = 64 * 1024;
const HEAD = 33;
/** What a guess costs is not what is tested. */
const COST = 4;

async function* pieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const whole = async (source: AsyncIterable<Uint8Array>) => Buffer.concat(await gathered(source));
const sealed = (bytes: Uint8Array) => whole(seal(pieces(bytes), PASSPHRASE, COST));
const opened = (bytes: Uint8Array, passphrase: string | null = PASSPHRASE) => whole(unseal(pieces(bytes), passphrase));

it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])("%d bytes are encrypted and decrypted", async (size) => {
  const bytes = randomBytes(size);
  const file = await sealed(bytes);
  expect(await opened(file)).toEqual(bytes);
});

it("what is encrypted cannot be read in the file", async () => {
  const bytes = Buffer.from("a secret that is long enough to be no accident");
  expect((await sealed(bytes)).includes(bytes.subarray(0, 8))).toBe(false);
});

it("two files with the same content and passphrase have nothing in common", async () => {
  const [one, other] = [await sealed(Buffer.alloc(1_000)), await sealed(Buffer.alloc(1_000))];
  expect(one.subarray(HEAD).equals(other.subarray(HEAD))).toBe(false);
});

it("a wrong passphrase and a missing one are told apart", async () => {
  const file = await sealed(randomBytes(100));
  await expect(opened(file, "wrong horse battery")).rejects.toThrow("The passphrase is wrong");
  await expect(opened(file, null)).rejects.toThrow("This backup is encrypted");
});

it("a stream that is not encrypted is passed on", async () => {
  const bytes = randomBytes(3 * CHUNK);
  expect(await opened(bytes, null)).toEqual(bytes);
});

it("every change is noticed: other bytes, chunks that are exchanged, left out, repeated, appended or cut off", async () => {
  const file = await sealed(randomBytes(3 * CHUNK + 17));
  const head = file.subarray(0, HEAD);
  const chunks = Array.from({ length: 4 }, (_, at) =>
    file.subarray(HEAD + at * (CHUNK + 16), HEAD + (at + 1) * (CHUNK + 16)),
  );
  const [first = head, second = head, third = head, last = head] = chunks;
  const flipped = Buffer.from(file);
  flipped.writeUInt8(flipped.readUInt8(HEAD + CHUNK + 20) ^ 1, HEAD + CHUNK + 20);
  const otherSalt = Buffer.from(file);
  otherSalt.writeUInt8(otherSalt.readUInt8(20) ^ 1, 20);
  const [otherCost, highCost] = [Buffer.from(file), Buffer.from(file)];
  otherCost.writeUInt8(COST + 1, 16);
  highCost.writeUInt8(40, 16);
  const changed = {
    flipped,
    otherSalt,
    otherCost,
    highCost,
    exchanged: Buffer.concat([head, second, first, third, last]),
    leftOut: Buffer.concat([head, first, third, last]),
    repeated: Buffer.concat([head, first, first, second, third, last]),
    appended: Buffer.concat([file, last]),
    extended: Buffer.concat([file, Buffer.alloc(1)]),
    cutAfterAChunk: Buffer.concat([head, first, second, third]),
    cutInAChunk: file.subarray(0, -1),
    onlyTheHead: head,
  };
  for (const [how, bytes] of Object.entries(changed)) await expect(opened(bytes), how).rejects.toThrow(BackupError);
});
