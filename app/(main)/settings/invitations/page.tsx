import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { Invitations } from "@/app/_features/invitations/screen";
import { invitations as words } from "@/app/_words/invitations";
import { settings } from "@/app/_words/settings";
import { hasRight } from "@/lib/auth/rights";
import { invitationsOf } from "@/lib/invitations/reads";
import { mayInvite } from "@/lib/invitations/rules";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: settings.pageTitle(words.title) };

/** The invitations that somebody made. */
export default async function InvitationSettings() {
  const viewer = await settingsViewer(paths.invitationSettings);
  const [invitations, town] = await Promise.all([invitationsOf(viewer.id), townSettings()]);
  return (
    <SettingsPage title={words.title}>
      <Invitations initially={invitations} may={mayInvite(town, hasRight(viewer, "signups"))} />
    </SettingsPage>
  );
}
