import { z } from "zod";
import { Account, PersonRow } from "@/lib/people/schema";

/** Who may read a bark. Mastodon's word for it is `visibility`. */
export const Audience = z.enum(["public", "unlisted", "private", "direct"]);

const Mention = z.object({ id: z.string(), username: z.string(), acct: z.string(), url: z.string() });
const Tag = z.object({ name: z.string(), url: z.string() });
const Application = z.object({ name: z.string(), website: z.string().nullable() });

/** One emoji under a bark, how many gave it, and whether the viewer did. */
export const EmojiReaction = z.object({
  name: z.string(),
  count: z.number().int(),
  me: z.boolean(),
});

/**
 * A bark as the API shows it: Mastodon 4.5 `Status`, every always-present field included.
 * `content` is safe HTML made from `text`, the source as typed.
 * @see https://docs.joinmastodon.org/entities/Status/
 */
export const Status = z
  .object({
    id: z.string(),
    uri: z.string(),
    url: z.string(),
    created_at: z.string(),
    edited_at: z.string().nullable(),
    account: Account,
    content: z.string(),
    text: z.string().nullable(),
    visibility: Audience,
    sensitive: z.boolean(),
    spoiler_text: z.string(),
    media_attachments: z.array(z.never()),
    application: Application.nullable(),
    mentions: z.array(Mention),
    tags: z.array(Tag),
    emojis: z.array(z.never()),
    reblogs_count: z.number().int(),
    favourites_count: z.number().int(),
    replies_count: z.number().int(),
    quotes_count: z.number().int(),
    emoji_reactions: z.array(EmojiReaction),
    in_reply_to_id: z.string().nullable(),
    in_reply_to_account_id: z.string().nullable(),
    reblog: z.null(),
    quote: z.null(),
    quote_approval: z.object({
      automatic: z.array(z.string()),
      manual: z.array(z.string()),
      current_user: z.string(),
    }),
    poll: z.null(),
    card: z.null(),
    language: z.string().nullable(),
    favourited: z.boolean(),
    reblogged: z.boolean(),
    muted: z.boolean(),
    bookmarked: z.boolean(),
    pinned: z.boolean(),
    filtered: z.array(z.never()),
  })
  .meta({ id: "Status" });
export type Status = z.infer<typeof Status>;

/** A bark as the graph holds it, with its author. `at` is in Unix milliseconds. */
export const BarkRow = z.object({
  bark: z.object({
    id: z.string(),
    text: z.string(),
    at: z.number(),
    audience: Audience,
    language: z.string().nullable(),
    sensitive: z.boolean().nullish(),
    spoiler: z.string().nullish(),
    app: z.string().nullish(),
  }),
  author: PersonRow,
  mentions: z.array(z.object({ id: z.string(), handle: z.string() })),
});
export type BarkRow = z.infer<typeof BarkRow>;

/** A field that this version does not know yet: better refused than silently dropped. */
const notYet = (what: string) =>
  z
    .union([z.null(), z.literal(""), z.array(z.unknown()).max(0)], { error: `${what} are not possible here yet` })
    .optional();

const flag = z.union([z.boolean(), z.stringbool()]);

/** What `POST /api/v1/statuses` takes. What a text may be is in `rules`. */
export const NewBark = z.object({
  status: z.string(),
  visibility: z.enum(["public", "unlisted"], { error: "must be public or unlisted" }).default("public"),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language code")
    .nullish(),
  sensitive: flag.default(false),
  spoiler_text: z.string().max(500).default(""),
  in_reply_to_id: notYet("Replies"),
  quoted_status_id: notYet("Quotes"),
  media_ids: notYet("Pictures"),
  poll: z.null({ error: "Polls are not possible here" }).optional(),
  scheduled_at: notYet("Scheduled barks"),
});
export type NewBark = z.infer<typeof NewBark>;
