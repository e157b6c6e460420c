import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { followingPage, findVisiblePerson } from "@/lib/people/reads";
import { maySeeFollows } from "@/lib/people/rules";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people a person follows",
    auth: "optional",
    scope: "read:accounts",
    params: IdParam,
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ viewer, url, params, query }) => {
    const viewerId = viewer?.id ?? null;
    const person = await findVisiblePerson(viewerId, params.id);
    if (!person) throw new ApiError("not_found");
    if (!maySeeFollows(viewerId, person)) return Response.json([]);
    const { accounts } = await followingPage(params.id, query, viewerId);
    return listResponse(url, accounts);
  },
);
