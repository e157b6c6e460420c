import { z } from "zod";
import { hasRight } from "@/lib/auth/rights";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { invitationsOf } from "@/lib/invitations/reads";
import { mayInvite } from "@/lib/invitations/rules";
import { Invitation, NewInvitation } from "@/lib/invitations/schema";
import { createInvitation } from "@/lib/invitations/writes";
import { townSettings } from "@/lib/settings/reads";

export const GET = route(
  {
    summary: "One's own invitations, newest first",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(Invitation),
  },
  ({ viewer }) => invitationsOf(viewer.id),
);

export const POST = route(
  {
    summary: "Make an invitation: a link with which others join, for a number of people and for some time",
    auth: "user",
    scope: "write:accounts",
    body: NewInvitation,
    answers: Invitation,
    limit: "invitation",
  },
  async ({ viewer, body }) => {
    if (!mayInvite(await townSettings(), hasRight(viewer, "signups"))) {
      throw new ApiError("forbidden", { message: "In this town you cannot make invitations." });
    }
    return createInvitation(viewer.id, body);
  },
);
