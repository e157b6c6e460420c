import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { endorsementsPage } from "@/lib/moderation/reads";
import { findVisiblePerson } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people a person features",
    auth: "optional",
    scope: "read:accounts",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ viewer, url, params, query }) => {
    const viewerId = viewer?.id ?? null;
    if (!(await findVisiblePerson(viewerId, params.id))) throw new ApiError("not_found");
    return edgeResponse(url, await endorsementsPage(viewerId, params.id, query));
  },
);
