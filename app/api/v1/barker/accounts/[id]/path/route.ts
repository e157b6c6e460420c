import { z } from "zod";
import { pathTo } from "@/lib/circles/reads";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "A shortest chain of follows from the viewer to a person, both included; 404 beyond four",
    auth: "user",
    scope: "read:follows",
    params: IdParam,
    answers: z.array(Account),
    limit: "circles",
  },
  ({ viewer, params }) => pathTo(viewer.id, params.id),
);
