import { z } from "zod";
import { filterOf } from "@/lib/filters/reads";
import { FilterBodyV1, FilterV1 } from "@/lib/filters/schema";
import { toFiltersV1 } from "@/lib/filters/view";
import { deleteFilter, updateFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A muted word as a filter", auth: "user", scope: "read:filters", params: IdParam, answers: FilterV1 },
  async ({ viewer, params }) =>
    toFiltersV1(await filterOf(viewer.id, "words", params.id)).find(({ id }) => id === params.id),
);

export const PUT = route(
  {
    summary: "Change a muted word as a filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    body: FilterBodyV1,
    answers: FilterV1,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const { id } = await filterOf(viewer.id, "words", params.id);
    const filter = {
      contexts: body.context,
      action: body.irreversible ? ("hide" as const) : ("warn" as const),
      expiresAt: body.expires_in,
    };
    const change = [{ id: params.id, word: body.phrase, whole: body.whole_word }];
    const after = await updateFilter(viewer.id, id, filter, { change });
    return toFiltersV1(after).find((word) => word.id === params.id);
  },
);

export const DELETE = route(
  {
    summary: "Unmute a word",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    const { id, words, barks } = await filterOf(viewer.id, "words", params.id);
    const last = words.length === 1 && barks.length === 0;
    await (last ? deleteFilter(viewer.id, id) : updateFilter(viewer.id, id, {}, { drop: [params.id] }));
    return {};
  },
);
