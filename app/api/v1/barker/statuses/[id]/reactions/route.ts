import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { reactionsOf } from "@/lib/reactions/reads";
import { Reaction } from "@/lib/reactions/schema";

export const GET = route(
  {
    summary: "The reactions to a bark, and who gave them",
    auth: "optional",
    scope: "read:favourites",
    params: IdParam,
    answers: z.array(Reaction),
  },
  ({ viewer, params }) => reactionsOf(viewer?.id ?? null, params.id),
);
