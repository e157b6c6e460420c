import { z } from "zod";
import { readDrafts } from "@/lib/drafts/reads";
import { Draft } from "@/lib/drafts/schema";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The viewer's drafts, last changed first",
    auth: "user",
    scope: "read:statuses",
    answers: z.array(Draft),
  },
  ({ viewer }) => readDrafts(viewer.id),
);
