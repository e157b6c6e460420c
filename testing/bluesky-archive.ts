import { createHash } from "node:crypto";
import { encode, Tagged } from "cborg";

export const DID = "did:plc:fern234567";
const POSTS = "app.bsky.feed.post";

/** The address of a post of the archive's owner. */
export const uriOf = (key: string): string => `at://${DID}/${POSTS}/${key}`;

/** A link to a block, as it is encoded. */
export const link = (cid: Uint8Array): Tagged => new Tagged(42, Buffer.concat([Uint8Array.of(0), cid]));

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const cidOf = (block: Uint8Array) => Buffer.concat([Uint8Array.of(1, 0x71, 0x12, 0x20), sha256(block)]);

/** A number as unsigned LEB128. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
  }
  return Uint8Array.from(bytes);
}

const sized = (bytes: Uint8Array) => Buffer.concat([varint(bytes.length), bytes]);

/** Collects blocks, and writes them as a CAR file (version 1). */
export class CarWriter {
  private readonly blocks: Uint8Array[] = [];

  /** Adds a value as a block. @returns its CID */
  add(value: unknown): Uint8Array {
    const block = encode(value);
    const cid = cidOf(block);
    this.blocks.push(sized(Buffer.concat([cid, block])));
    return cid;
  }

  /** The file, with another header if one is given. */
  file(root: Uint8Array, header: unknown = { version: 1, roots: [link(root)] }): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Buffer.concat([sized(encode(header)), ...this.blocks]));
  }

  /** The file of a repository whose tree begins with this node. */
  repository(top: Uint8Array, changes: object = {}): Uint8Array<ArrayBuffer> {
    const commit = { did: DID, version: 3, data: link(top), rev: "3kaaaaaaaaa2z", prev: null, sig: Buffer.alloc(64) };
    return this.file(this.add({ ...commit, ...changes }));
  }
}

type Entry = [key: string, cid: Uint8Array];

/** The level of a key in the tree: the leading zeros of its hash, in pairs of bits. */
function levelOf(key: string): number {
  const bits = [...sha256(key)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Math.floor(bits.indexOf("1") / 2);
}

/** Adds the node that has these entries at its level and below. @returns its CID, or null without entries */
function addNode(car: CarWriter, entries: Entry[], level: number): Uint8Array | null {
  if (entries.length === 0) return null;
  const own = entries.flatMap(([key], index) => (levelOf(key) === level ? index : []));
  const below = (from: number, to?: number) => {
    const cid = addNode(car, entries.slice(from, to), level - 1);
    return cid && link(cid);
  };
  let before = "";
  const e = own.flatMap((at, index) => {
    const [key, cid] = entries[at] ?? ["", new Uint8Array()];
    let p = 0;
    while (p < before.length && before[p] === key[p]) p++;
    before = key;
    return { p, k: Buffer.from(key.slice(p)), v: link(cid), t: below(at + 1, own[index + 1] ?? entries.length) };
  });
  return car.add({ l: below(0, own[0] ?? entries.length), e });
}

/** The archive (repo.car) of a repository with these records, by their keys with the collection. */
export function repository(records: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const car = new CarWriter();
  const entries = Object.entries(records)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): Entry => [key, car.add(value)]);
  const top = Math.max(0, ...entries.map(([key]) => levelOf(key)));
  return car.repository(addNode(car, entries, top) ?? car.add({ l: null, e: [] }));
}

/** The archive of a repository with these posts, by the last part of their keys, among records of other collections. */
export function archiveOf(posts: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const some = Object.entries(posts).map(([key, value]) => [`${POSTS}/${key}`, value]);
  const subject = { uri: "at://did:plc:oak/app.bsky.feed.post/3kb", cid: "bafy" };
  const createdAt = "2023-05-01T10:00:00.000Z";
  const others = Array.from({ length: 40 }, (_, index) => [
    [`app.bsky.feed.like/3k${index}`, { $type: "app.bsky.feed.like", subject, createdAt }],
    [`app.bsky.feed.repost/3k${index}`, { $type: "app.bsky.feed.repost", subject, createdAt }],
  ]).flat();
  return repository(Object.fromEntries([...some, ...others]));
}

/** A post as Bluesky has it. */
export function post(changes: object = {}): object {
  return { $type: POSTS, text: "Hello", createdAt: "2023-05-01T10:00:00.000Z", langs: ["en"], ...changes };
}

/** What makes a post an answer to another one. */
export function replyTo(uri: string): object {
  const strong = { uri, cid: "bafyreib2rxk3rh6kzwq" };
  return { reply: { root: strong, parent: strong } };
}

/** A facet of the first place where a text is found in another. */
export function facet(text: string, part: string, feature: object): object {
  const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(part)));
  return { index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) }, features: [feature] };
}

/** The feature of a facet that is a link. */
export const linkTo = (uri: string): object => ({ $type: "app.bsky.richtext.facet#link", uri });

/** Pictures of a post; they are not in an archive. */
export function images(count: number): object {
  const image = { $type: "blob", ref: link(cidOf(Uint8Array.of(count))), mimeType: "image/jpeg", size: 1_000 };
  return { $type: "app.bsky.embed.images", images: Array.from({ length: count }, () => ({ alt: "A cat", image })) };
}
