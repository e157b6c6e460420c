import { z } from "zod";
import { route } from "@/lib/http/route";
import { allInvitations } from "@/lib/invitations/reads";
import { Invitation } from "@/lib/invitations/schema";
import { IdText } from "@/lib/text/fields";

export const GET = route(
  {
    summary: "The invitations of everybody, newest first",
    auth: "session",
    right: "signups",
    query: z.object({ before: IdText.optional() }),
    answers: z.array(Invitation),
  },
  ({ query }) => allInvitations(query.before),
);
