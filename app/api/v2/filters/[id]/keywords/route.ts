import { z } from "zod";
import { ownFilter } from "@/lib/filters/reads";
import { FilterKeyword, KeywordBody } from "@/lib/filters/schema";
import { toKeyword } from "@/lib/filters/view";
import { updateFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "A filter's words",
    auth: "user",
    scope: "read:filters",
    params: IdParam,
    answers: z.array(FilterKeyword),
  },
  async ({ viewer, params }) => (await ownFilter(viewer.id, params.id)).words.map(toKeyword),
);

export const POST = route(
  {
    summary: "Add a word to a filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    body: KeywordBody,
    answers: FilterKeyword,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const add = [{ word: body.keyword, whole: body.whole_word }];
    const { words } = await updateFilter(viewer.id, params.id, {}, { add });
    return words.slice(-1).map(toKeyword)[0];
  },
);
