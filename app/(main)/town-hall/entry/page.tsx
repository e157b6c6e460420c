import type { Metadata } from "next";
import Link from "next/link";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { AllInvitations } from "@/app/(main)/town-hall/entry/all-invitations";
import { EntryForm } from "@/app/(main)/town-hall/entry/entry-form";
import { RequestQueue } from "@/app/(main)/town-hall/entry/request-queue";
import { LeaveGuard } from "@/app/_features/shell/leave-guard";
import { invitations as invitationWords } from "@/app/_words/invitations";
import { townSettings as words } from "@/app/_words/town-settings";
import { buttonClass } from "@/app/_ui/button";
import { applicants, APPLICANTS_LISTED } from "@/lib/applicants/reads";
import { hasRight } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { allInvitations } from "@/lib/invitations/reads";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: words.entry };

/** Who wants to join, the invitations, and for those who may change settings, how people come in. */
export default async function Entry() {
  const viewer = await staffViewer("signups");
  const [settings, waiting, invitations] = await Promise.all([townSettings(), applicants(), allInvitations()]);
  return (
    <SettingsPage title={words.entry}>
      <LeaveGuard />
      <RequestQueue requests={waiting} more={waiting.length === APPLICANTS_LISTED} />
      {hasRight(viewer, "settings") && <EntryForm settings={settings} />}
      <AllInvitations initially={invitations} />
      <Link href={paths.invitationSettings} className={buttonClass({ look: "soft" }, "justify-self-start")}>
        {invitationWords.create}
      </Link>
    </SettingsPage>
  );
}
