import { AnnouncementRow, ReadingRow, type Announcement, type TownAnnouncement } from "@/lib/announcements/schema";
import { toAnnouncement, toTownAnnouncement } from "@/lib/announcements/view";
import { read } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

const KEY = "all";

/** Every page of Home asks for them, and most of the time there are none. */
const stored = singleton("announcements", () =>
  sharedLoader<AnnouncementRow[]>("announcements", {
    strict: true,
    ttl: 60_000,
    size: 1,
    load: async (keys) => {
      const rows = await read("announcements/all", {}, AnnouncementRow);
      return new Map(keys.map((key) => [key, rows]));
    },
  }),
);

const all = async () => (await stored().get(KEY)) ?? [];

/** Makes all processes read the announcements again. */
export function forgetAnnouncements(): Promise<void> {
  return stored().forgetEverywhere([KEY]);
}

/**
 * What the town announces to a person now, newest first.
 * @param withRead whether also what they have read already
 */
export async function announcementsFor(personId: string, withRead: boolean): Promise<Announcement[]> {
  const now = Date.now();
  const running = (await all()).filter(({ until }) => until > now);
  if (running.length === 0) return [];
  const readings = await read("announcements/of_person", { personId, ids: running.map(({ id }) => id) }, ReadingRow);
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  return running.map((row) => toAnnouncement(row, byId.get(row.id))).filter((one) => withRead || !one.read);
}

/** All announcements, for staff: newest first, with those that have ended. */
export async function townAnnouncements(): Promise<TownAnnouncement[]> {
  const now = Date.now();
  return (await all()).map((row) => toTownAnnouncement(row, now));
}
