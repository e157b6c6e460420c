import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findList } from "@/lib/lists/reads";
import { listPage } from "@/lib/timelines/reads";

export const GET = route(
  {
    summary: "The barks of the members of a list",
    auth: "user",
    scope: "read:lists",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, params, query }) => {
    const list = await findList(viewer.id, params.id);
    if (!list) throw new ApiError("not_found");
    return listResponse(url, await listPage(viewer.id, list, query));
  },
);
