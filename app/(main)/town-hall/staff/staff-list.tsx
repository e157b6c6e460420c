"use client";

import { useState } from "react";
import { Rows } from "@/app/_ui/rows";
import { RoleForm } from "@/app/(main)/town-hall/staff/role-form";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { townHall as words } from "@/app/_words/town-hall";
import { twoFactor } from "@/app/_words/two-factor";
import type { Right } from "@/lib/auth/rights";
import type { StaffMember } from "@/lib/staff/schema";

interface StaffListProps {
  initially: StaffMember[];
  viewer: { id: string; isOwner: boolean };
  /** The rights that the viewer can give and take. */
  grants: Right[];
}

/** The staff, each with what they may do; one is changed in a sheet. */
export function StaffList({ initially, viewer, grants }: StaffListProps) {
  const [members, setMembers] = useState(initially);
  const [edited, setEdited] = useState<StaffMember | "new" | null>(null);

  const mayChange = (member: StaffMember) => viewer.isOwner || (!member.is_owner && member.account.id !== viewer.id);
  return (
    <>
      <Rows title={words.staff}>
        {members.map((member) => (
          <li
            key={member.account.id}
            className="flex flex-wrap items-center gap-3 border-line px-4 py-2 not-first:border-t"
          >
            <Avatar src={member.account.avatar} />
            <span className="min-w-0 grow basis-36">
              <b className="block text-label wrap-anywhere">
                <bdi>{member.account.display_name}</bdi>{" "}
                <span dir="ltr" className="font-medium text-ink-3">
                  <bdi dir="ltr">@{member.account.acct}</bdi>
                </span>
              </b>
              <span className="block text-meta text-ink-2">
                {member.is_owner ? words.owner : member.rights.map((right) => words.rights[right].name).join(", ")}
              </span>
              {!member.two_factor && <span className="block text-meta text-ink-3">{twoFactor.lacking}</span>}
            </span>
            {mayChange(member) && (
              <Button
                look="soft"
                size="small"
                aria-label={words.changeNamed(member.account.display_name)}
                onClick={() => setEdited(member)}
              >
                {words.change}
              </Button>
            )}
          </li>
        ))}
      </Rows>
      <Button look="outline" className="justify-self-start" onClick={() => setEdited("new")}>
        {words.addStaff}
      </Button>
      <Sheet
        open={edited !== null}
        close={() => setEdited(null)}
        low
        title={edited === null || edited === "new" ? words.addStaff : edited.account.display_name}
      >
        {edited !== null && (
          <RoleForm
            member={edited === "new" ? null : edited}
            mayMakeOwners={viewer.isOwner}
            grants={grants}
            saved={(next) => {
              setMembers(next);
              setEdited(null);
            }}
          />
        )}
      </Sheet>
    </>
  );
}
