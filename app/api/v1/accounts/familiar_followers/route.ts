import { z } from "zod";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { familiarFollowers } from "@/lib/people/reads";
import { FamiliarFollowers } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "Followers of these people whom the viewer follows",
    auth: "user",
    scope: "read:follows",
    query: IdsQuery,
    answers: z.array(FamiliarFollowers),
  },
  ({ viewer, query }) => familiarFollowers(viewer.id, query.id),
);
