import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { SessionList } from "@/app/(main)/settings/sessions/session-list";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { signedIn } from "@/lib/auth/reads";
import { currentDoor } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Where you are signed in · Settings" };

/** The browsers and apps that may act for one. */
export default async function SessionSettings() {
  const viewer = await settingsViewer(paths.sessionSettings);
  return (
    <SettingsPage title="Where you are signed in">
      <SessionList initially={await signedIn(viewer.id, await currentDoor())} />
    </SettingsPage>
  );
}
