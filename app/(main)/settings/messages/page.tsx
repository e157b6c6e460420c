import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { MessageSettings } from "@/app/_features/messages/settings";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Messages · Settings" };

/** Settings of Messages; the devices and keys are known to the browser only. */
export default async function MessageSettingsPage() {
  await settingsViewer(paths.messageSettings);
  return (
    <SettingsPage title="Messages">
      <MessageSettings />
    </SettingsPage>
  );
}
