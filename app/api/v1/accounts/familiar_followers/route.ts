import { z } from "zod";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { familiarFollowers } from "@/lib/people/reads";
import { FamiliarFollowers } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "Who of those the viewer follows follows these people",
    auth: "user",
    scope: "read:accounts",
    query: IdsQuery,
    answers: z.array(FamiliarFollowers),
  },
  ({ viewer, query }) => familiarFollowers(viewer.id, query.id),
);
