import { z } from "zod";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { relationships } from "@/lib/people/reads";
import { Relationship } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The viewer's relationships to other people",
    auth: "user",
    scope: "read:follows",
    query: IdsQuery,
    answers: z.array(Relationship),
  },
  ({ viewer, query }) => relationships(viewer.id, query.id),
);
