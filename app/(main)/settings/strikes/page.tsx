import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { OwnStrikes } from "@/app/(main)/settings/strikes/own-strikes";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { Empty } from "@/app/_ui/empty";
import { settings } from "@/app/_words/settings";
import { strikes as words } from "@/app/_words/strikes";
import { paths } from "@/lib/paths";
import { warningsOf } from "@/lib/strikes/reads";

export const metadata: Metadata = { title: settings.pageTitle(words.title) };

/** What the people who run the town told the viewer. */
export default async function StrikeSettings() {
  const viewer = await settingsViewer(paths.strikeSettings);
  const warnings = await warningsOf(viewer.id);
  return (
    <SettingsPage title={words.title}>
      {warnings.length === 0 ? (
        <Empty title={words.fine} sentence={words.fineSentence} />
      ) : (
        <OwnStrikes initially={warnings} />
      )}
    </SettingsPage>
  );
}
