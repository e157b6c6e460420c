import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { MessageSettings } from "@/app/_features/messages/settings";
import { settings as words } from "@/app/_words/settings";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.messages) };

/** Settings of Messages; the devices and keys are known to the browser only. */
export default async function MessageSettingsPage() {
  await settingsViewer(paths.messageSettings);
  return (
    <SettingsPage title={words.messages}>
      <MessageSettings />
    </SettingsPage>
  );
}
