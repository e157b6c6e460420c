import type { Metadata } from "next";
import { HomeRows } from "@/app/(main)/settings/home/home-rows";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { homeSettings as words } from "@/app/_words/home-settings";
import { paths } from "@/lib/paths";
import { homeChoice } from "@/lib/timelines/reads";

export const metadata: Metadata = { title: "Home · Settings" };

/** Which replies and rebarks Home shows. */
export default async function HomeSettings() {
  const viewer = await settingsViewer(paths.homeSettings);
  return (
    <SettingsPage title={words.title}>
      <Rows title={words.shows}>
        <HomeRows initially={await homeChoice(viewer.id)} />
      </Rows>
    </SettingsPage>
  );
}
