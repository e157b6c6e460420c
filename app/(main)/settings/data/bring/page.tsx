import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { Imports } from "@/app/_features/imports/screen";
import { imports as words } from "@/app/_words/imports";
import { settings } from "@/app/_words/settings";
import { importsOf } from "@/lib/imports/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: settings.pageTitle(words.title) };

/** Imports of lists from Mastodon. */
export default async function BringSettings() {
  const viewer = await settingsViewer(paths.bringSettings);
  return (
    <SettingsPage title={words.title}>
      <Imports initially={await importsOf(viewer.id)} />
    </SettingsPage>
  );
}
