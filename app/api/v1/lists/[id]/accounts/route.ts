import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { edgeResponse } from "@/lib/http/list";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { MembersQuery } from "@/lib/lists/input";
import { findList, membersPage } from "@/lib/lists/reads";
import { Members } from "@/lib/lists/schema";
import { addMembers, removeMembers } from "@/lib/lists/writes";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The members of a list, latest first",
    auth: "user",
    scope: "read:lists",
    params: IdParam,
    query: MembersQuery,
    answers: z.array(Account),
  },
  async ({ url, viewer, params, query }) => {
    await own(viewer.id, params.id);
    return edgeResponse(url, await membersPage(viewer.id, params.id, query));
  },
);

export const POST = route(
  {
    summary: "Add people whom one follows to a list",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: Members,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    await own(viewer.id, params.id);
    const added = new Set(await addMembers(viewer.id, params.id, body.account_ids));
    if (body.account_ids.every((id) => added.has(id))) return {};
    throw new ApiError("not_found", { message: "A list has people whom you follow." });
  },
);

export const DELETE = route(
  {
    summary: "Remove people from a list",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: Members,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    await own(viewer.id, params.id);
    await removeMembers(viewer.id, params.id, body.account_ids);
    return {};
  },
);

async function own(viewerId: string, id: string): Promise<void> {
  if (!(await findList(viewerId, id))) throw new ApiError("not_found");
}
