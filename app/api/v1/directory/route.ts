import { z } from "zod";
import { limitOf, Offset } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { directory } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";
import { Flag } from "@/lib/text/fields";

/** Everybody is local, so `local` changes nothing. */
const Query = z.object({
  order: z.enum(["active", "new"]).default("active"),
  offset: Offset,
  limit: limitOf(40, 80),
  local: Flag.optional(),
});

export const GET = route(
  {
    summary: "People who want to be found: by their newest bark, or the newest people first",
    auth: "optional",
    scope: "read:accounts",
    query: Query,
    answers: z.array(Account),
  },
  ({ viewer, query }) => directory(viewer?.id ?? null, query),
);
