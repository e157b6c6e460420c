import { z } from "zod";
import { hasRight } from "@/lib/auth/rights";
import { route } from "@/lib/http/route";
import { invitationsOf } from "@/lib/invitations/reads";
import { Invitation, NewInvitation } from "@/lib/invitations/schema";
import { createInvitation } from "@/lib/invitations/writes";

export const GET = route(
  { summary: "One's own invitations, newest first", auth: "session", answers: z.array(Invitation) },
  ({ viewer }) => invitationsOf(viewer.id),
);

export const POST = route(
  {
    summary: "Make an invitation: a link with which others join, for a number of people and for some time",
    auth: "session",
    body: NewInvitation,
    answers: Invitation,
    limit: "invitation",
  },
  ({ viewer, body }) => createInvitation(viewer.id, body, hasRight(viewer, "signups")),
);
