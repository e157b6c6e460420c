import { z } from "zod";
import { route } from "@/lib/http/route";
import { searchTopics } from "@/lib/search/reads";
import { FoundTopic } from "@/lib/search/schema";

const Query = z.object({ q: z.string().max(100).default("") });

export const GET = route(
  {
    summary: "Topics with a prefix, most used first",
    auth: "user",
    scope: "read:search",
    query: Query,
    answers: z.array(FoundTopic),
  },
  ({ query }) => searchTopics(query.q, 8),
);
