import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/errors";
import { postsOfBluesky } from "@/lib/imports/posts/bluesky/posts";
import { archiveOf, CarWriter, link, post, replyTo, repository, uriOf } from "@/testing/bluesky-archive";
import { flipBit } from "@/testing/bytes";
import { isFull } from "@/testing/full";

const DAMAGED = /^Validation failed: This archive of Bluesky is damaged/;
const genuine = archiveOf({
  "3ka": post({ text: "First" }),
  "3kb": post({ text: "Second", ...replyTo(uriOf("3ka")) }),
  "3kc": post(),
});
const read = (bytes: Uint8Array) => postsOfBluesky("1", bytes);
const entry = (key: string, cid: Uint8Array, t: Uint8Array | null = null) => ({
  p: 0,
  k: Buffer.from(key),
  v: link(cid),
  t: t && link(t),
});
const KEY = "app.bsky.feed.post/3k";

/** What becomes of bytes: lines, or the sentence of an ApiError. Any other error is thrown. */
async function outcome(bytes: Uint8Array): Promise<number | string> {
  try {
    return (await read(bytes)).length;
  } catch (error) {
    if (error instanceof ApiError && error.code === "invalid") return error.message;
    throw error;
  }
}

describe("an archive of Bluesky", () => {
  it("with random, missing or changed bytes is refused with a sentence, or read", async () => {
    const changed = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(genuine.length).map((end) => genuine.subarray(0, end)),
      fc.nat(genuine.length * 8).map((bit) => flipBit(genuine, bit)),
      fc.tuple(fc.nat(genuine.length), fc.uint8Array({ minLength: 1, maxLength: 50 })).map(([at, bytes]) => {
        return new Uint8Array(Buffer.concat([genuine.subarray(0, at), bytes, genuine.subarray(at)]));
      }),
    );
    await fc.assert(
      fc.asyncProperty(changed, async (bytes) => {
        const result = await outcome(bytes);
        expect(typeof result === "number" || DAMAGED.test(result)).toBe(true);
      }),
      { numRuns: isFull ? 5_000 : 300 },
    );
  });

  it("with a post of any shape is read, and the post is a line", async () => {
    const value = fc.object({ maxDepth: 3, withBigInt: false });
    const shaped = fc.record(
      {
        text: fc.oneof(fc.string({ unit: "binary" }), value),
        facets: fc.oneof(fc.array(value), value),
        reply: value,
        embed: fc.oneof(value, fc.record({ $type: fc.constant("app.bsky.embed.images"), images: value })),
        labels: value,
        langs: value,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(shaped, async (changes) => {
        // Through JSON, without what CBOR has no value for.
        const shape: object = JSON.parse(JSON.stringify(changes));
        expect(await outcome(repository({ [`${KEY}a`]: post(shape) }))).toBe(1);
      }),
      { numRuns: isFull ? 2_000 : 100 },
    );
  });

  it("whose tree leads back, repeats keys or is not in order is refused", async () => {
    const car = new CarWriter();
    const value = car.add(post());
    const leaf = car.add({ l: null, e: [entry(`${KEY}c`, value)] });
    const trees = [
      { l: link(leaf), e: [entry(`${KEY}a`, value)] },
      { l: null, e: [entry(`${KEY}a`, value, leaf), entry(`${KEY}d`, value, leaf)] },
      { l: null, e: [entry(`${KEY}a`, value), entry(`${KEY}a`, value)] },
      { l: null, e: [{ ...entry(`${KEY}a`, value), p: 3 }] },
      { l: null, e: [entry(`${KEY}a`, value), { ...entry("b", value), p: 1.5 }] },
      { l: null, e: [entry(`${KEY}/../x`, value)] },
      { l: null, e: [entry("x".repeat(2_000), value)] },
      { l: null, e: [], more: "x".repeat(60_000) },
      { l: null, e: 7 },
      [],
    ];
    for (const tree of trees) await expect(read(car.repository(car.add(tree)))).rejects.toThrow(DAMAGED);
    // Two posts can be the same block.
    expect(await read(car.repository(car.add({ l: null, e: [entry(`${KEY}a`, value, leaf)] })))).toHaveLength(2);
  });

  it("whose tree is deeper than genuine ones, or whose blocks would be read again and again, is refused", async () => {
    const car = new CarWriter();
    let top = car.add({ l: null, e: [entry(`${KEY}a`, car.add(post()))] });
    for (let depth = 0; depth < 70; depth++) top = car.add({ l: link(top), e: [] });
    await expect(read(car.repository(top))).rejects.toThrow(DAMAGED);
    const again = new CarWriter();
    const large = again.add({ l: null, e: [], more: "x".repeat(40_000) });
    const value = again.add(post());
    const entries = Array.from({ length: 500 }, (_, index) => entry(`like/${1_000 + index}`, value, large));
    await expect(read(again.repository(again.add({ l: null, e: entries })))).rejects.toThrow(DAMAGED);
  });

  it("with another header, commit or root, or without a block, is refused", async () => {
    const car = new CarWriter();
    const top = car.add({ l: null, e: [entry(`${KEY}a`, car.add(post()))] });
    const missing = new CarWriter().add({ nowhere: true });
    const files = [
      car.file(top),
      car.file(missing),
      car.file(top, { version: 2, roots: [link(top)] }),
      car.file(top, { version: 1, roots: [] }),
      car.file(top, { version: 1, roots: [top] }),
      car.repository(top, { version: 1 }),
      car.repository(top, { did: "nobody" }),
      car.repository(missing),
      car.repository(car.add({ l: null, e: [entry(`${KEY}a`, missing)] })),
    ];
    for (const file of files) await expect(read(file)).rejects.toThrow(DAMAGED);
    expect(await read(car.repository(top))).toHaveLength(1);
  });

  it("that is nested deeply, claims sizes it does not have, or has too many posts is refused", async () => {
    const car = new CarWriter();
    let deep: unknown = null;
    for (let depth = 0; depth < 1_000; depth++) deep = [deep];
    expect(await outcome(car.repository(car.add({ l: null, e: [], deep })))).toMatch(/no posts/);
    const header = genuine.subarray(0, (genuine[0] ?? 0) + 1);
    for (const rest of [[0xff, 0xff, 0xff, 0x7f], [0xff, 0xff, 0xff, 0xff, 0x7f], [0x80], [5, 1, 2, 3, 4, 5]]) {
      await expect(read(Buffer.concat([header, Uint8Array.from(rest)]))).rejects.toThrow(DAMAGED);
    }
    const value = car.add(post());
    const nodes = Array.from({ length: 101 }, (_, node) => {
      const keys = Array.from({ length: 100 }, (_unused, index) => `${KEY}${10_000 + node * 101 + index + 1}`);
      return entry(
        `${KEY}${10_000 + node * 101}`,
        value,
        car.add({ l: null, e: keys.map((key) => entry(key, value)) }),
      );
    });
    const many = car.repository(car.add({ l: null, e: nodes }));
    await expect(read(many)).rejects.toThrow("An archive can have 10,000 posts.");
  });
});
