import { z } from "zod";
import { filtersOf } from "@/lib/filters/reads";
import { FilterBodyV1, FilterV1 } from "@/lib/filters/schema";
import { toFiltersV1 } from "@/lib/filters/view";
import { createFilter } from "@/lib/filters/writes";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "The viewer's muted words, one by one", auth: "user", scope: "read:filters", answers: z.array(FilterV1) },
  async ({ viewer }) => (await filtersOf(viewer.id)).flatMap(toFiltersV1),
);

export const POST = route(
  {
    summary: "Mute a word",
    auth: "user",
    scope: "write:filters",
    body: FilterBodyV1,
    answers: FilterV1,
    limit: "write",
  },
  async ({ viewer, body }) => {
    const filter = {
      title: body.phrase.slice(0, 120),
      contexts: body.context,
      action: body.irreversible ? ("hide" as const) : ("warn" as const),
      expiresAt: body.expires_in ?? null,
    };
    return toFiltersV1(await createFilter(viewer.id, filter, [{ word: body.phrase, whole: body.whole_word }]))[0];
  },
);
