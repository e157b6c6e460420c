"use client";

import { useState } from "react";
import { InvitationList } from "@/app/_features/invitations/list";
import { invitations as words } from "@/app/_words/invitations";
import type { Invitation } from "@/lib/invitations/schema";

/** The invitations of everybody, which the staff can end. */
export function AllInvitations({ initially }: { initially: Invitation[] }) {
  const [invitations, setInvitations] = useState(initially);
  return (
    <InvitationList
      named
      title={words.all}
      invitations={invitations}
      path="/api/v1/barker/town_hall/invitations"
      onEnd={(id) => setInvitations((before) => before.map((one) => (one.id === id ? { ...one, open: false } : one)))}
    />
  );
}
