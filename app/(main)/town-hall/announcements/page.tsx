import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { AnnouncementForm, AnnouncementRows } from "@/app/(main)/town-hall/announcements/board";
import { announcements as words } from "@/app/_words/announcements";
import { townHall } from "@/app/_words/town-hall";
import { townAnnouncements } from "@/lib/announcements/reads";
import { staffViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: townHall.pageTitle(words.title) };

/** Where staff announce something to everybody, and take it back. */
export default async function AnnouncementsOfTown() {
  await staffViewer("settings");
  const all = await townAnnouncements();
  const ended = all.filter(({ running }) => !running);
  return (
    <SettingsPage title={words.title}>
      <AnnouncementForm />
      <AnnouncementRows title={words.shown} announcements={all.filter(({ running }) => running)} />
      {ended.length > 0 && <AnnouncementRows title={words.ended} announcements={ended} />}
    </SettingsPage>
  );
}
