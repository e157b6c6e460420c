import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { endorsementsPage } from "@/lib/moderation/reads";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people the viewer features",
    auth: "user",
    scope: "read:accounts",
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ viewer, url, query }) => edgeResponse(url, await endorsementsPage(viewer.id, viewer.id, query)),
);
