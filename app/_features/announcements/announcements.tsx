import { ClosableAnnouncement } from "@/app/_features/announcements/closable";
import { Prose } from "@/app/_ui/prose";
import { announcementsFor } from "@/lib/announcements/reads";

/** What the town announces and this person has not closed. Nothing when the database is away. */
export async function Announcements({ viewerId }: { viewerId: string }) {
  const unread = await announcementsFor(viewerId, false).catch(() => []);
  return unread.map(({ id, text }) => (
    <ClosableAnnouncement key={id} id={id}>
      <Prose text={text} />
    </ClosableAnnouncement>
  ));
}
