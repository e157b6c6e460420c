import { z } from "zod";
import { requireConfirmation } from "@/lib/auth/confirmation";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";
import { tellRole } from "@/lib/staff/notices";
import { staffMembers } from "@/lib/staff/reads";
import { actorOf } from "@/lib/staff/rules";
import { RoleChange, StaffMember } from "@/lib/staff/schema";
import { setRole } from "@/lib/staff/writes";

export const GET = route(
  {
    summary: "Everybody who takes part in running the town, with their rights",
    auth: "session",
    right: "staff",
    answers: z.array(StaffMember),
  },
  () => staffMembers(),
);

export const POST = route(
  {
    summary:
      "Give somebody rights, or take them: no rights and no owner means they are not staff; requires a confirmation",
    auth: "session",
    right: "staff",
    body: RoleChange,
    answers: z.array(StaffMember),
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    await requireConfirmation(requesterOf(viewer, identity));
    const { id, owner, rights } = await setRole(actorOf(viewer), body);
    tellRole(id, owner || rights.length > 0);
    return staffMembers();
  },
);
