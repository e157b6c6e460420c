import { z } from "zod";
import { LinkCardRow, PreviewCard } from "@/lib/cards/schema";
import { Flag } from "@/lib/text/fields";
import { LanguageTag } from "@/lib/text/language";
import { MediaAttachment, MediaRows } from "@/lib/media/schema";
import { Account, PersonRow } from "@/lib/people/schema";
import { NewPoll, Poll, PollRow, VersionPoll } from "@/lib/polls/schema";

/** Who may read a bark; Mastodon's `visibility`. */
export const Audience = z.enum(["public", "unlisted", "private", "direct"]);

const Mention = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  url: z.string(),
  /** Barker's extension: former handles (in lower case) by which the text still names them. */
  formerly: z.array(z.string()),
});
const Tag = z.object({ name: z.string(), url: z.string() });
const Application = z.object({ name: z.string(), website: z.string().nullable() });

/** Who may quote a bark besides its author; Mastodon's `quote_approval_policy`. */
export const QuotePolicy = z.enum(["public", "followers", "nobody"]);
export type QuotePolicy = z.infer<typeof QuotePolicy>;

/** One emoji under a bark, how many people gave it, and whether the viewer did. */
export const EmojiReaction = z.object({
  name: z.string(),
  count: z.number().int(),
  me: z.boolean(),
});

/** A filter of the viewer's that matches a bark: Mastodon `FilterResult`. */
export const FilterResult = z.object({
  filter: z.object({
    id: z.string(),
    title: z.string(),
    context: z.array(z.string()),
    expires_at: z.string().nullable(),
    filter_action: z.enum(["warn", "hide", "blur"]),
  }),
  keyword_matches: z.array(z.string()).nullable(),
  status_matches: z.array(z.string()).nullable(),
});
export type FilterResult = z.infer<typeof FilterResult>;

/** Whether a quoted bark can be shown, and if not why. */
export const QuoteState = z.enum([
  "accepted",
  "revoked",
  "deleted",
  "unauthorized",
  "blocked_account",
  "muted_account",
]);
export type QuoteState = z.infer<typeof QuoteState>;

const QuoteNote = z.object({
  state: QuoteState,
  /** Which version was quoted: 0 is the first. */
  quoted_version: z.number().int(),
  /** There is a newer version than the one quoted. */
  newer: z.boolean(),
});

/** One line of a bark: its first words, or its content note, and the number of its pictures. */
export const Excerpt = z
  .object({
    text: z.string(),
    spoiler_text: z.string(),
    pictures: z.number().int(),
    account: Account.pick({ id: true, acct: true, display_name: true, avatar: true }),
  })
  .meta({ id: "Excerpt" });
export type Excerpt = z.infer<typeof Excerpt>;

/**
 * A bark as the API shows it: Mastodon 4.5 `Status`, every always-present field included.
 * `content` is safe HTML made from `text`, the source as typed.
 * @see https://docs.joinmastodon.org/entities/Status/
 */
const BareStatus = z.object({
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
  media_attachments: z.array(MediaAttachment),
  application: Application.nullable(),
  mentions: z.array(Mention),
  tags: z.array(Tag),
  /** The collections it names (Mastodon 4.6); there are none. */
  tagged_collections: z.array(z.never()),
  emojis: z.array(z.never()),
  reblogs_count: z.number().int(),
  favourites_count: z.number().int(),
  replies_count: z.number().int(),
  quotes_count: z.number().int(),
  emoji_reactions: z.array(EmojiReaction),
  in_reply_to_id: z.string().nullable(),
  in_reply_to_account_id: z.string().nullable(),
  /** The handle of the person it answers. */
  in_reply_to_acct: z.string().nullable(),
  /** One line of the bark that it answers, where the viewer may see it; null in live events. */
  in_reply_to_excerpt: Excerpt.nullable(),
  quote_approval: z.object({
    automatic: z.array(z.string()),
    manual: z.array(z.string()),
    current_user: z.enum(["automatic", "manual", "denied", "unknown"]),
  }),
  poll: Poll.nullable(),
  card: PreviewCard.nullable(),
  language: z.string().nullable(),
  favourited: z.boolean(),
  reblogged: z.boolean(),
  muted: z.boolean(),
  bookmarked: z.boolean(),
  pinned: z.boolean(),
  filtered: z.array(FilterResult),
  /** Which version of its text this is: 0 until the first edit. */
  version: z.number().int(),
  /** Which version the viewer liked, or null. */
  favourited_version: z.number().int().nullable(),
});

/** A quoted bark inside a bark: its own quote is only named by id. */
export const QuotedStatus = BareStatus.extend({
  reblog: z.null(),
  quote: QuoteNote.extend({ quoted_status_id: z.string().nullable() }).nullable(),
}).meta({ id: "QuotedStatus" });
export type QuotedStatus = z.infer<typeof QuotedStatus>;

/** A bark, rebarked or not, with what it quotes. */
export const StatusWithoutViewer = BareStatus.extend({
  reblog: z.null(),
  quote: QuoteNote.extend({ quoted_status: QuotedStatus.nullable() }).nullable(),
}).meta({ id: "PlainStatus" });
export type StatusWithoutViewer = z.infer<typeof StatusWithoutViewer>;

export const Status = StatusWithoutViewer.extend({ reblog: StatusWithoutViewer.nullable() }).meta({ id: "Status" });
export type Status = z.infer<typeof Status>;

const Counts = z.object({
  likes: z.number(),
  rebarks: z.number(),
  replies: z.number(),
  quotes: z.number(),
});

/** The content of a version of a bark. `at` and `editedAt` are in Unix milliseconds. */
const BarkText = z.object({
  id: z.string(),
  text: z.string(),
  at: z.number(),
  audience: Audience,
  language: z.string().nullable(),
  sensitive: z.boolean().nullish(),
  /** When (Unix ms) staff covered it, which its author cannot take back. */
  coveredAt: z.number().nullish(),
  spoiler: z.string().nullish(),
  app: z.string().nullish(),
  /** Who may quote it, unless everybody may. */
  quotePolicy: QuotePolicy.nullish(),
  editedAt: z.number().nullish(),
  version: z.number().nullish(),
  /** The id of the first bark of its conversation. */
  thread: z.string().nullish(),
});

/** The number of each emoji, in the order in which each was first given. */
const Reactions = z
  .array(z.object({ emoji: z.string(), count: z.number(), id: z.string() }))
  .transform((all) => all.filter(({ count }) => count > 0).toSorted((a, b) => (a.id < b.id ? -1 : 1)));

/** A bark as stored in the graph, with its author, its links and its counters. */
export const BarkRow = z.object({
  bark: BarkText,
  author: PersonRow,
  mentions: z.array(z.object({ id: z.string(), handle: z.string(), formerly: z.array(z.string()).nullish() })),
  media: MediaRows,
  replyTo: z.object({ id: z.string(), author: z.object({ id: z.string(), handle: z.string() }).nullable() }).nullable(),
  quotes: z.object({ id: z.string(), version: z.number(), revoked: z.boolean() }).nullable(),
  poll: PollRow.nullable(),
  card: LinkCardRow.nullish(),
  counts: Counts,
  reactions: Reactions,
});
export type BarkRow = z.infer<typeof BarkRow>;

/** What creating a bark returns: there are no counters yet. */
export const CreatedRow = BarkRow.omit({ media: true, poll: true, counts: true, reactions: true }).extend({
  /** The author's previous bark or rebark. */
  after: z.string().nullable(),
});

/** What remains of a deleted bark. */
export const RetractedRow = BarkRow.pick({ bark: true, author: true });

/** The content of an earlier version of a bark. */
export const VersionRow = z.object({
  id: z.string(),
  version: z.object({
    n: z.number(),
    text: z.string(),
    spoiler: z.string().nullish(),
    sensitive: z.boolean().nullish(),
    language: z.string().nullish(),
  }),
  media: MediaRows,
  poll: VersionPoll,
});
export type VersionRow = z.infer<typeof VersionRow>;

/** A rebark as stored in the graph: its author, its original, and when (Unix ms). */
export const RebarkRow = z.object({
  rebark: z.object({ id: z.string(), at: z.number(), of: z.string() }),
  author: PersonRow,
});
export type RebarkRow = z.infer<typeof RebarkRow>;

/** What a viewer has done with a bark. */
export const ViewerState = z.object({
  id: z.string(),
  likedVersion: z.number().nullable(),
  rebarked: z.boolean(),
  bookmarked: z.boolean(),
  pinned: z.boolean(),
  threadMuted: z.boolean(),
  /** The places of the options they chose in its poll; null when they have not voted. */
  votes: z.array(z.number()).nullable(),
  reactions: z.array(z.string()),
});
export type ViewerState = z.infer<typeof ViewerState>;

const Visibility = z.enum(["public", "unlisted", "private"], { error: "must be public, unlisted or private" });

/** More than any valid text; the length as readers count it is checked in `rules`. */
const Text = z.string().max(50_000);

const MediaIds = z.array(z.string().max(40)).max(4, "at most 4 pictures");

/** The body of `POST /api/v1/statuses`. The rules for texts are in `rules`. */
export const NewBark = z.object({
  status: Text.default(""),
  visibility: Visibility.optional(),
  language: LanguageTag.nullish(),
  sensitive: Flag.optional(),
  spoiler_text: z.string().max(500).default(""),
  in_reply_to_id: z.string().max(40).nullish(),
  quoted_status_id: z.string().max(40).nullish(),
  media_ids: MediaIds.nullish(),
  quote_approval_policy: QuotePolicy.optional(),
  poll: NewPoll.nullish(),
  /** When it is to be sent: at least five minutes ahead. */
  scheduled_at: z.iso.datetime({ offset: true, error: "must be a date and time" }).max(40).nullish(),
});
export type NewBark = z.infer<typeof NewBark>;

/** The body of `PUT /api/v1/statuses/{id}`: the complete new content. */
export const BarkEdit = z.object({
  status: Text.default(""),
  spoiler_text: z.string().max(500).default(""),
  sensitive: Flag.default(false),
  language: LanguageTag.nullish(),
  media_ids: MediaIds.nullish(),
  /** New descriptions of its pictures. */
  media_attributes: z
    .array(z.object({ id: z.string().max(40), description: z.string().max(1_500).nullish() }))
    .max(4, "at most 4 pictures")
    .nullish(),
  /** Null ends the poll; without it, the present one stays. Other options are a new poll without votes. */
  poll: NewPoll.nullish(),
  quote_approval_policy: QuotePolicy.optional(),
});
export type BarkEdit = z.infer<typeof BarkEdit>;
