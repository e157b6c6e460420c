import { z } from "zod";

const Author = z.object({ name: z.string(), url: z.string(), account: z.null() });

/**
 * What a link in a bark leads to: Mastodon `PreviewCard`, with our `thumbhash` (base64) and the time of `published_at`.
 * `html` is always empty, because no other site's markup is shown here.
 * @see https://docs.joinmastodon.org/entities/PreviewCard/
 */
export const PreviewCard = z
  .object({
    url: z.string(),
    title: z.string(),
    description: z.string(),
    /** `photo` when the link is a picture itself; players (`video`, `rich`) are shown as links. */
    type: z.enum(["link", "photo", "video", "rich"]),
    language: z.string().nullable(),
    authors: z.array(Author),
    author_name: z.string(),
    author_url: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    html: z.literal(""),
    width: z.number().int(),
    height: z.number().int(),
    image: z.string().nullable(),
    image_description: z.string(),
    embed_url: z.string(),
    blurhash: z.string().nullable(),
    thumbhash: z.string().nullable(),
    published_at: z.string().nullable(),
  })
  .meta({ id: "PreviewCard" });
export type PreviewCard = z.infer<typeof PreviewCard>;

/** A link card as the graph stores it. Without a title, the address has none: it could not be fetched, or says nothing. */
export const LinkCardRow = z.object({
  /** The address in the bark, by which the card is found. */
  address: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  photo: z.boolean().nullish(),
  siteName: z.string().nullish(),
  author: z.string().nullish(),
  authorAddress: z.string().nullish(),
  language: z.string().nullish(),
  publishedAt: z.number().nullish(),
  /** The key of its picture's file, and its size in pixels. */
  picture: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  pictureDescription: z.string().nullish(),
  thumbhash: z.string().nullish(),
  blurhash: z.string().nullish(),
});
export type LinkCardRow = z.infer<typeof LinkCardRow>;

/** A card with the state of its fetching: when it is to be fetched again (Unix ms), and how often it failed in a row. */
export const StoredCard = LinkCardRow.extend({ until: z.number(), fails: z.number() });
export type StoredCard = z.infer<typeof StoredCard>;
