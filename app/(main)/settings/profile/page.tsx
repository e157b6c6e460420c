import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { ProfileForm } from "@/app/(main)/settings/profile/profile-form";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { settings as words } from "@/app/_words/settings";
import { ownAccount } from "@/lib/account/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.profile.title) };

/** The profile form. */
export default async function ProfileSettings() {
  const viewer = await settingsViewer(paths.profileSettings);
  return (
    <SettingsPage title={words.profile.title} detail={words.profile.detail}>
      <ProfileForm account={await ownAccount(viewer.id)} />
    </SettingsPage>
  );
}
