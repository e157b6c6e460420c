import { z } from "zod";
import { ownFilter } from "@/lib/filters/reads";
import { wordChanges } from "@/lib/filters/rules";
import { Filter, FilterPatch } from "@/lib/filters/schema";
import { toFilter } from "@/lib/filters/view";
import { deleteFilter, updateFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A filter of the viewer", auth: "user", scope: "read:filters", params: IdParam, answers: Filter },
  async ({ viewer, params }) => toFilter(await ownFilter(viewer.id, params.id)),
);

export const PUT = route(
  {
    summary: "Change a filter and its words",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    body: FilterPatch,
    answers: Filter,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const { title, context: contexts, filter_action: action, expires_in: expiresAt } = body;
    const { words } = await ownFilter(viewer.id, params.id);
    const changes = wordChanges(words, body.keywords_attributes);
    return toFilter(await updateFilter(viewer.id, params.id, { title, contexts, action, expiresAt }, changes));
  },
);

export const DELETE = route(
  {
    summary: "Delete a filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await deleteFilter(viewer.id, params.id);
    return {};
  },
);
