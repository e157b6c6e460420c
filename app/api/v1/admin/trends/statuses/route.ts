import { z } from "zod";
import { route } from "@/lib/http/route";
import { popularBarks } from "@/lib/popular/reads";
import { PopularStatus } from "@/lib/popular/schema";
import { TrendQuery } from "@/lib/trends/input";

export const GET = route(
  {
    summary: "Popular barks as staff see them",
    auth: "user",
    scope: "admin:read",
    right: "trends",
    query: TrendQuery.omit({ personal: true }),
    answers: z.array(PopularStatus),
  },
  ({ query }) => popularBarks(null, query),
);
