import { z } from "zod";
import { filtersOf } from "@/lib/filters/reads";
import { Filter, FilterBody } from "@/lib/filters/schema";
import { toFilter } from "@/lib/filters/view";
import { createFilter } from "@/lib/filters/writes";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "The viewer's filters", auth: "user", scope: "read:filters", answers: z.array(Filter) },
  async ({ viewer }) => (await filtersOf(viewer.id)).map(toFilter),
);

export const POST = route(
  {
    summary: "Create a filter",
    auth: "user",
    scope: "write:filters",
    body: FilterBody,
    answers: Filter,
    limit: "write",
  },
  async ({ viewer, body }) => {
    const filter = {
      title: body.title,
      contexts: body.context,
      action: body.filter_action,
      expiresAt: body.expires_in ?? null,
    };
    const words = body.keywords_attributes.flatMap(({ keyword, whole_word: whole = true }) =>
      keyword === undefined ? [] : [{ word: keyword, whole }],
    );
    return toFilter(await createFilter(viewer.id, filter, words));
  },
);
