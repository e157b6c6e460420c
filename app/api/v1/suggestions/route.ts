import { z } from "zod";
import { suggestions } from "@/lib/circles/reads";
import { SuggestionQuery } from "@/lib/circles/input";
import { route } from "@/lib/http/route";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "People the viewer may want to follow (version 1)",
    auth: "user",
    scope: "read:accounts",
    query: SuggestionQuery,
    answers: z.array(Account),
    limit: "circles",
  },
  async ({ viewer, query }) => (await suggestions(viewer.id, query.limit)).map(({ account }) => account),
);
