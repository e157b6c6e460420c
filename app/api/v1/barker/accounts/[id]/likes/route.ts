import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findVisiblePerson } from "@/lib/people/reads";
import { maySeeLikes } from "@/lib/people/rules";
import { likesPage } from "@/lib/reactions/reads";

export const GET = route(
  {
    summary: "The barks a person likes, if they allow others to see them",
    auth: "optional",
    scope: "read:favourites",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ viewer, url, params, query }) => {
    const person = await findVisiblePerson(viewer?.id ?? null, params.id);
    if (!person || !maySeeLikes(viewer?.id ?? null, person)) throw new ApiError("not_found");
    return edgeResponse(url, await likesPage(viewer?.id ?? null, params.id, query));
  },
);
