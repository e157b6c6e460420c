import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { quotesPage } from "@/lib/reactions/reads";

export const GET = route(
  {
    summary: "Barks that quote a bark",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, params, query }) => edgeResponse(url, await quotesPage(viewer?.id ?? null, params.id, query)),
);
