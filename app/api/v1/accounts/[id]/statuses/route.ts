import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { meetPerson } from "@/lib/people/reads";
import { personPage } from "@/lib/timelines/reads";

/** Filters for what does not exist yet leave nothing: no bark has pictures, none is pinned. */
const Filters = z.object({ only_media: z.stringbool().default(false), pinned: z.stringbool().default(false) });

export const GET = route(
  {
    summary: "Somebody's barks",
    auth: "optional",
    scope: "read",
    params: IdParam,
    query: PageQuery.and(Filters),
    answers: z.array(Status),
  },
  async ({ viewer, url, params, query }) => {
    const statuses = query.only_media || query.pinned ? [] : await personPage(params.id, query);
    if (statuses.length === 0 && !(await meetPerson(viewer?.id ?? null, params.id))) throw new ApiError("not_found");
    return listResponse(url, statuses);
  },
);
