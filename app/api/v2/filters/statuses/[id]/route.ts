import { z } from "zod";
import { filterOf } from "@/lib/filters/reads";
import { FilterStatus } from "@/lib/filters/schema";
import { toFilter } from "@/lib/filters/view";
import { removeStatusFromFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A bark in a filter", auth: "user", scope: "read:filters", params: IdParam, answers: FilterStatus },
  async ({ viewer, params }) => {
    const { statuses } = toFilter(await filterOf(viewer.id, "barks", params.id));
    return statuses.find(({ id }) => id === params.id);
  },
);

export const DELETE = route(
  {
    summary: "Remove a bark from its filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await removeStatusFromFilter(viewer.id, params.id);
    return {};
  },
);
