import { z } from "zod";
import { VersionRow } from "@/lib/barks/schema";
import { MediaAttachment, MediaRows } from "@/lib/media/schema";
import { Account } from "@/lib/people/schema";
import { Poll } from "@/lib/polls/schema";

/**
 * One version of a bark (Mastodon `StatusEdit`), with the likes, reactions and quotes it received.
 * @see https://docs.joinmastodon.org/entities/StatusEdit/
 */
export const StatusEdit = z
  .object({
    version: z.number().int(),
    content: z.string(),
    text: z.string(),
    spoiler_text: z.string(),
    sensitive: z.boolean(),
    language: z.string().nullable(),
    created_at: z.string(),
    account: Account,
    media_attachments: z.array(MediaAttachment),
    /** Only of versions with a poll; with its votes only if an edit replaced it. */
    poll: z.object({ options: Poll.shape.options }).optional(),
    emojis: z.array(z.never()),
    quote: z.null(),
    favourites_count: z.number().int(),
    quotes_count: z.number().int(),
    emoji_reactions: z.array(z.object({ name: z.string(), count: z.number().int() })),
  })
  .meta({ id: "StatusEdit" });
export type StatusEdit = z.infer<typeof StatusEdit>;

/** The text of a bark as it was typed (Mastodon `StatusSource`). */
export const StatusSource = z
  .object({ id: z.string(), text: z.string(), spoiler_text: z.string() })
  .meta({ id: "StatusSource" });

const PerVersion = z.object({ n: z.number(), count: z.number() });

/** All earlier versions of a bark, and what each version received. Times in Unix ms. */
export const HistoryRow = z.object({
  at: z.number(),
  versions: z.array(VersionRow.shape.version.extend({ at: z.number(), media: MediaRows, poll: VersionRow.shape.poll })),
  likes: z.array(PerVersion),
  quotes: z.array(PerVersion),
  reactions: z.array(PerVersion.extend({ emoji: z.string() })),
});
export type HistoryRow = z.infer<typeof HistoryRow>;
