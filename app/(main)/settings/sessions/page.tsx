import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { SessionList } from "@/app/(main)/settings/sessions/session-list";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { settings as words } from "@/app/_words/settings";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { signedIn } from "@/lib/auth/reads";
import { currentCredential } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.sessions.title) };

/** The browsers and apps that are signed in. */
export default async function SessionSettings() {
  const viewer = await settingsViewer(paths.sessionSettings);
  const credential = await currentCredential();
  const [sessions, passkeys] = await Promise.all([signedIn(viewer.id, credential), passkeysOf(viewer.id)]);
  return (
    <SettingsPage title={words.sessions.title}>
      <SessionList initially={sessions} passkeys={passkeys.length} />
    </SettingsPage>
  );
}
