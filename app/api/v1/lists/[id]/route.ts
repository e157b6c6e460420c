import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findList } from "@/lib/lists/reads";
import { List, ListChange } from "@/lib/lists/schema";
import { deleteList, updateList } from "@/lib/lists/writes";

export const GET = route(
  { summary: "A list of people", auth: "user", scope: "read:lists", params: IdParam, answers: List },
  async ({ viewer, params }) => existing(await findList(viewer.id, params.id)),
);

export const PUT = route(
  {
    summary: "Change a list: its title, which replies it shows, and whether it takes its members out of Home",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: ListChange,
    answers: List,
    limit: "write",
  },
  async ({ viewer, params, body }) => existing(await updateList(viewer.id, params.id, body)),
);

export const DELETE = route(
  {
    summary: "Delete a list",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await deleteList(viewer.id, params.id);
    return {};
  },
);

function existing(list: List | null): List {
  if (!list) throw new ApiError("not_found");
  return list;
}
