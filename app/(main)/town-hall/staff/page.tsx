import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { StaffList } from "@/app/(main)/town-hall/staff/staff-list";
import { townHall as words } from "@/app/_words/town-hall";
import { rightsOf } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { staffMembers } from "@/lib/staff/reads";

export const metadata: Metadata = { title: words.pageTitle(words.staff) };

/** Who takes part in running the town, and what they may do. */
export default async function Staff() {
  const viewer = await staffViewer("staff");
  const members = await staffMembers();
  return (
    <SettingsPage title={words.staff}>
      <StaffList
        initially={members}
        viewer={{ id: viewer.id, isOwner: viewer.isOwner === true }}
        grants={[...rightsOf(viewer)]}
      />
    </SettingsPage>
  );
}
