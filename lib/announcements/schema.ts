import { z } from "zod";
import { ANNOUNCEMENT_LIMITS as LIMITS } from "@/lib/announcements/rules";
import { IdText } from "@/lib/text/fields";

/** An announcement as the graph stores it. Times in Unix milliseconds. */
export const AnnouncementRow = z.object({ id: z.string(), text: z.string(), at: z.number(), until: z.number() });
export type AnnouncementRow = z.infer<typeof AnnouncementRow>;

/** A reaction to an announcement: an emoji, how many people chose it, and whether the viewer did. */
const AnnouncementReaction = z.object({ name: z.string(), count: z.number().int(), me: z.boolean() });

/** What a person did with an announcement. */
export const ReadingRow = z.object({ id: z.string(), read: z.boolean(), reactions: z.array(AnnouncementReaction) });
export type ReadingRow = z.infer<typeof ReadingRow>;

/** What the people who run the town tell everybody: Mastodon `Announcement`. Nobody and no topic is named in one. */
export const Announcement = z
  .object({
    id: z.string(),
    content: z.string(),
    /** The text as it was written; Barker's own addition. */
    text: z.string(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    all_day: z.boolean(),
    published: z.boolean(),
    published_at: z.string(),
    updated_at: z.string(),
    read: z.boolean(),
    mentions: z.array(z.never()),
    statuses: z.array(z.never()),
    tags: z.array(z.never()),
    emojis: z.array(z.never()),
    reactions: z.array(AnnouncementReaction),
  })
  .meta({ id: "Announcement" });
export type Announcement = z.infer<typeof Announcement>;

/** An announcement as staff see it: also one that has ended. */
export const TownAnnouncement = z
  .object({
    id: z.string(),
    text: z.string(),
    created_at: z.string(),
    ends_at: z.string().nullable(),
    running: z.boolean(),
  })
  .meta({ id: "TownAnnouncement" });
export type TownAnnouncement = z.infer<typeof TownAnnouncement>;

/** What staff write. Without an end it runs until it is taken back. */
export const NewAnnouncement = z.object({
  text: z.string().trim().min(1, "can't be blank").max(LIMITS.text),
  /** In how many seconds it ends. */
  expires_in: z.number().int().min(60).max(LIMITS.longest).nullable().default(null),
});
export type NewAnnouncement = z.infer<typeof NewAnnouncement>;

export const ReactionParams = z.object({ id: IdText, name: z.string().min(1).max(64) });
