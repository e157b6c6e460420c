import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { StaffList } from "@/app/(main)/town-hall/staff/staff-list";
import { TwoFactorDemand } from "@/app/(main)/town-hall/staff/two-factor-demand";
import { townHall as words } from "@/app/_words/town-hall";
import { rightsOf } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { townSettings } from "@/lib/settings/reads";
import { staffMembers } from "@/lib/staff/reads";

export const metadata: Metadata = { title: words.pageTitle(words.staff) };

/** Who takes part in running the town, and what they may do. */
export default async function Staff() {
  const viewer = await staffViewer("staff");
  const [members, { staff_two_factor }] = await Promise.all([staffMembers(), townSettings()]);
  return (
    <SettingsPage title={words.staff}>
      <StaffList
        initially={members}
        viewer={{ id: viewer.id, isOwner: viewer.isOwner === true }}
        grants={[...rightsOf(viewer)]}
      />
      {viewer.isOwner && <TwoFactorDemand initially={staff_two_factor} />}
    </SettingsPage>
  );
}
