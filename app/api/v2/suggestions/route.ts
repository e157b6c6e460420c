import { z } from "zod";
import { suggestions } from "@/lib/circles/reads";
import { SuggestionQuery } from "@/lib/circles/input";
import { Suggestion } from "@/lib/circles/schema";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "People the viewer may want to follow, with the reason",
    auth: "user",
    scope: "read:accounts",
    query: SuggestionQuery,
    answers: z.array(Suggestion),
    limit: "circles",
  },
  ({ viewer, query }) => suggestions(viewer.id, query.limit),
);
