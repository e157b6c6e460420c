import { z } from "zod";
import { route } from "@/lib/http/route";
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
    summary: "Give somebody rights, or take them: no rights and no owner means they are not staff",
    auth: "session",
    right: "staff",
    body: RoleChange,
    answers: z.array(StaffMember),
  },
  async ({ viewer, body }) => {
    await setRole(actorOf(viewer), body);
    return staffMembers();
  },
);
