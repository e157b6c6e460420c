import type { Metadata } from "next";
import { HeldQueue } from "@/app/(main)/town-hall/held/held-queue";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { HELD_LISTED, heldBarks } from "@/lib/barks/held/reads";

export const metadata: Metadata = { title: words.pageTitle(words.held) };

/** Barks that staff read before everybody can, because of a word in them. */
export default async function Held() {
  await staffViewer("reports");
  const barks = await heldBarks();
  return (
    <SettingsPage title={words.held}>
      <HeldQueue barks={barks} more={barks.length === HELD_LISTED} />
    </SettingsPage>
  );
}
