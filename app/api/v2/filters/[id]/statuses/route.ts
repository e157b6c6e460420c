import { z } from "zod";
import { ownFilter } from "@/lib/filters/reads";
import { FilterStatus, StatusBody } from "@/lib/filters/schema";
import { toFilter, toFilterStatus } from "@/lib/filters/view";
import { addStatusToFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A filter's barks", auth: "user", scope: "read:filters", params: IdParam, answers: z.array(FilterStatus) },
  async ({ viewer, params }) => toFilter(await ownFilter(viewer.id, params.id)).statuses,
);

export const POST = route(
  {
    summary: "Add a bark to a filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    body: StatusBody,
    answers: FilterStatus,
    limit: "write",
  },
  async ({ viewer, params, body }) => toFilterStatus(await addStatusToFilter(viewer.id, params.id, body.status_id)),
);
