import { z } from "zod";
import { postRecords } from "@/lib/imports/posts/bluesky/repository";
import { isAddress, textOfRichText } from "@/lib/imports/posts/bluesky/rich-text";
import { linesOfPosts, LONGEST, type ArchivePost } from "@/lib/imports/posts/lines";
import type { ImportLine } from "@/lib/imports/schema";
import { cleanText } from "@/lib/text/clean";
import { LanguageTag } from "@/lib/text/language";

/** What a date begins with. `Date.parse` would also take "1" for one. */
const DATE = /^\d{4}-\d\d-\d\dT/;
const POST_URI = /^at:\/\/(did:[a-z]{1,20}:[\w.:%-]{1,500})\/app\.bsky\.feed\.post\/([\w.:~-]{1,512})$/;

const MEDIA = [
  z.object({ $type: z.literal("app.bsky.embed.external"), external: z.object({ uri: z.string() }) }),
  z.object({ $type: z.literal("app.bsky.embed.images"), images: z.array(z.unknown()) }),
  z.object({ $type: z.literal("app.bsky.embed.video") }),
] as const;
const Media = z.discriminatedUnion("$type", MEDIA);
type Media = z.infer<typeof Media>;
const Quoted = z.object({ uri: z.string() });
const Embed = z.discriminatedUnion("$type", [
  ...MEDIA,
  z.object({ $type: z.literal("app.bsky.embed.record"), record: Quoted }),
  z.object({
    $type: z.literal("app.bsky.embed.recordWithMedia"),
    record: z.object({ record: Quoted }),
    media: Media,
  }),
]);

/** A post as its author's repository has it. One whose reply cannot be read is none, since it may be an answer. */
const Post = z.object({
  $type: z.literal("app.bsky.feed.post"),
  text: z.string(),
  createdAt: z.string().max(64).regex(DATE),
  langs: z.array(z.unknown()).optional().catch([]),
  facets: z.array(z.unknown()).optional().catch([]),
  reply: z.object({ parent: z.object({ uri: z.string() }) }).optional(),
  embed: z.unknown().optional(),
  labels: z.unknown().optional(),
});
const NoLabels = z.object({ values: z.array(z.unknown()).max(0) }).optional();

/**
 * The posts of an archive of Bluesky, oldest first, as lines. Reposts are left out; answers to others and what is too old
 * or too long have their result at once.
 * @param car the file as Bluesky exports it, repo.car
 * @throws ApiError invalid when it is damaged, is of something else, or has too many posts
 */
export async function postsOfBluesky(personId: string, car: Uint8Array, now = Date.now()): Promise<ImportLine[]> {
  const posts = await postRecords(car, toPost);
  // Posts with the same time stay in the order of their keys, in which an answer follows what it answers.
  posts.sort((a, b) => (a.at || 0) - (b.at || 0));
  return linesOfPosts(personId, posts, (post) => post, now);
}

function toPost(uri: string, record: unknown): ArchivePost {
  const { data: post } = Post.safeParse(record);
  const { addresses, left } = embeddedIn(post?.embed);
  const isLong = (post?.text.length ?? 0) > LONGEST;
  const written = textOfRichText(post?.text.slice(0, LONGEST) ?? "", post?.facets ?? []);
  // Many people write the address of the page out whose card is below their post.
  const others = addresses.filter((address) => !written.includes(address.replace(/\/$/, "")));
  const text = cleanText([written, ...others].join("\n\n"));
  return {
    id: uri,
    at: Date.parse(post?.createdAt ?? ""),
    text,
    answers: post?.reply?.parent.uri ?? null,
    refused: !post ? "unreadable" : isLong || text.length > LONGEST ? "too_long" : null,
    spoiler: "",
    sensitive: !NoLabels.safeParse(post?.labels).success,
    language: LanguageTag.safeParse(post?.langs?.[0]).data ?? null,
    audience: "public",
    pictures: [],
    left,
  };
}

interface Embedded {
  /** Addresses that say what is embedded. */
  addresses: string[];
  /** How many embedded things cannot be shown here. */
  left: number;
}

const LEFT: Embedded = { addresses: [], left: 1 };

function embeddedIn(embed: unknown): Embedded {
  if (embed === undefined || embed === null) return { addresses: [], left: 0 };
  const { data } = Embed.safeParse(embed);
  if (!data) return LEFT;
  switch (data.$type) {
    case "app.bsky.embed.record":
      return quoted(data.record.uri);
    case "app.bsky.embed.recordWithMedia": {
      const [media, quote] = [mediaIn(data.media), quoted(data.record.record.uri)];
      return { addresses: [...media.addresses, ...quote.addresses], left: media.left + quote.left };
    }
    default:
      return mediaIn(data);
  }
}

function mediaIn(media: Media): Embedded {
  if (media.$type === "app.bsky.embed.images") return { addresses: [], left: media.images.length };
  if (media.$type === "app.bsky.embed.video" || !isAddress(media.external.uri)) return LEFT;
  return { addresses: [media.external.uri], left: 0 };
}

/** A quoted post, by the address of its page. Lists, feeds and other records are left out. */
function quoted(uri: string): Embedded {
  const [, did, key] = POST_URI.exec(uri) ?? [];
  return did === undefined ? LEFT : { addresses: [`https://bsky.app/profile/${did}/post/${key}`], left: 0 };
}
