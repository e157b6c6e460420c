import { z } from "zod";
import { applicants } from "@/lib/applicants/reads";
import { Applicant } from "@/lib/applicants/schema";
import { route } from "@/lib/http/route";
import { IdText } from "@/lib/text/fields";

export const GET = route(
  {
    summary: "Requests to join that wait for an answer, oldest first",
    auth: "session",
    right: "signups",
    query: z.object({ after: IdText.optional() }),
    answers: z.array(Applicant),
  },
  ({ query }) => applicants(query.after),
);
