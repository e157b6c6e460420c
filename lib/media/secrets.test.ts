import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName, FILE_NAME } from "@/lib/media/rules";
import { pictureKey } from "@/lib/media/secrets";

const owner = fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String);
const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
const secret = fc.string({ minLength: 16, maxLength: 40 });

describe("the key of a picture", () => {
  it("is the same for the same file of the same owner, and a valid file name", () => {
    fc.assert(
      fc.property(owner, bytes, secret, (id, file, ours) => {
        const key = pictureKey(id, "picture", file, ours);
        expect(pictureKey(id, "picture", file, ours)).toBe(key);
        expect(fileName(key, "large")).toMatch(FILE_NAME);
      }),
    );
  });

  it("differs for another owner, another kind, and other bytes", () => {
    fc.assert(
      fc.property(owner, owner, bytes, bytes, secret, (id, other, file, changed, ours) => {
        fc.pre(id !== other && Buffer.compare(file, changed) !== 0);
        const keys = [
          pictureKey(id, "picture", file, ours),
          pictureKey(other, "picture", file, ours),
          pictureKey(id, "avatar", file, ours),
          pictureKey(id, "picture", changed, ours),
        ];
        expect(new Set(keys).size).toBe(4);
      }),
    );
  });

  it("cannot be computed from the owner and the file without the server's secret", () => {
    fc.assert(
      fc.property(owner, bytes, secret, secret, (id, file, ours, guess) => {
        fc.pre(ours !== guess);
        const key = pictureKey(id, "picture", file, ours);
        const guesses = [`${id} picture `, `picture ${id} picture `].flatMap((words) => [
          createHash("sha256").update(words).update(file).digest("hex"),
          createHmac("sha256", guess).update(words).update(file).digest("hex"),
          createHmac("sha256", "").update(words).update(file).digest("hex"),
        ]);
        expect(guesses.map((digest) => digest.slice(0, 32))).not.toContain(key);
      }),
    );
  });
});
