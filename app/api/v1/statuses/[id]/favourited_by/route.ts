import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Account } from "@/lib/people/schema";
import { likersPage } from "@/lib/reactions/reads";

export const GET = route(
  {
    summary: "The people who like a bark",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ url, viewer, params, query }) => edgeResponse(url, await likersPage(viewer?.id ?? null, params.id, query)),
);
