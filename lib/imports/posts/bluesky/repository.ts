import { z } from "zod";
import { blocksOf, Cid, damaged, type Blocks } from "@/lib/imports/posts/bluesky/car";
import { tooManyPosts } from "@/lib/imports/posts/lines";
import { inTurns } from "@/lib/imports/posts/turns";
import { IMPORT_LIMITS } from "@/lib/imports/rules";

/** The longest key of a record, in characters, and the deepest tree; genuine trees have some ten levels. */
const KEY = 1_024;
const DEPTH = 64;
const POSTS = "app.bsky.feed.post/";
const POST_KEY = /^app\.bsky\.feed\.post\/[\w.:~-]{1,512}$/;

const Link = z.instanceof(Cid);
const Commit = z.object({
  did: z.string().regex(/^did:[a-z]{1,20}:[\w.:%-]{1,500}$/),
  version: z.literal(3),
  data: Link,
});
const Node = z.object({
  l: Link.nullable(),
  e: z.array(
    z.object({
      p: z.int().min(0).max(KEY),
      k: z.instanceof(Uint8Array).refine(({ length }) => length <= KEY),
      v: Link,
      t: Link.nullable(),
    }),
  ),
});

/**
 * The posts in the repository of somebody on Bluesky, in the order of their keys. The signature is not verified, because
 * the key for it is on other servers.
 * @param car the file as Bluesky exports it (CAR, version 1)
 * @param keep converts a post, by its address and its record, to what is kept of it
 * @throws ApiError invalid when the file is damaged, is of something else, or has too many posts
 * @see https://atproto.com/specs/repository
 */
export async function postRecords<Kept>(car: Uint8Array, keep: (uri: string, value: unknown) => Kept): Promise<Kept[]> {
  const blocks = await blocksOf(car);
  const commit = Commit.safeParse(blocks.read(blocks.root));
  if (!commit.success) throw damaged();
  const pause = inTurns();
  const kept: Kept[] = [];
  for (const [key, cid] of await linksOf(blocks, commit.data.data)) {
    await pause();
    kept.push(keep(`at://${commit.data.did}/${key}`, blocks.read(cid)));
  }
  return kept;
}

/**
 * The keys of posts with the links to them, from the Merkle search tree below a node. A tree whose keys are not in order is
 * refused, and so is one with cycles, because its keys would repeat or it would be too deep.
 */
async function linksOf(blocks: Blocks, top: Cid): Promise<[key: string, cid: Cid][]> {
  const found: [string, Cid][] = [];
  const pause = inTurns();
  let last = "";
  const walk = async (cid: Cid | null, depth: number): Promise<void> => {
    if (cid === null) return;
    await pause();
    const node = Node.safeParse(blocks.read(cid));
    if (!node.success || depth > DEPTH) throw damaged();
    await walk(node.data.l, depth + 1);
    let before = "";
    for (const { p, k, v, t } of node.data.e) {
      const key = before.slice(0, p) + Buffer.from(k).toString("latin1");
      if (p > before.length || key.length > KEY || key <= last) throw damaged();
      [before, last] = [key, key];
      if (key.startsWith(POSTS)) found.push([key, v]);
      if (key.startsWith(POSTS) && !POST_KEY.test(key)) throw damaged();
      if (found.length > IMPORT_LIMITS.lines) throw tooManyPosts();
      await walk(t, depth + 1);
    }
  };
  await walk(top, 0);
  return found;
}
