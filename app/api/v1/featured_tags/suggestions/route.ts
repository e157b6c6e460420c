import { z } from "zod";
import { route } from "@/lib/http/route";
import { featuredSuggestions } from "@/lib/topics/reads";
import { Tag } from "@/lib/topics/schema";

export const GET = route(
  {
    summary: "Topics the viewer uses and does not feature, most used first",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(Tag),
  },
  ({ viewer }) => featuredSuggestions(viewer.id),
);
