import type { Announcement, AnnouncementRow, ReadingRow, TownAnnouncement } from "@/lib/announcements/schema";
import { proseToHtml } from "@/lib/text/prose";

const time = (ms: number) => new Date(ms).toISOString();

/** An announcement without an end is stored with one that never comes. */
const endOf = ({ until }: AnnouncementRow) => (until === Number.MAX_SAFE_INTEGER ? null : time(until));

/** @param reading what its reader did with it; undefined: nothing yet */
export function toAnnouncement(row: AnnouncementRow, reading: ReadingRow | undefined): Announcement {
  return {
    id: row.id,
    content: proseToHtml(row.text),
    text: row.text,
    // It is not about a certain time, but shown until one.
    starts_at: null,
    ends_at: endOf(row),
    all_day: false,
    published: true,
    published_at: time(row.at),
    updated_at: time(row.at),
    read: reading?.read ?? false,
    mentions: [],
    statuses: [],
    tags: [],
    emojis: [],
    reactions: reading?.reactions ?? [],
  };
}

export function toTownAnnouncement(row: AnnouncementRow, now: number): TownAnnouncement {
  return { id: row.id, text: row.text, created_at: time(row.at), ends_at: endOf(row), running: row.until > now };
}
