import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { filterOf } from "@/lib/filters/reads";
import { FilterKeyword, KeywordPatch } from "@/lib/filters/schema";
import { toKeyword } from "@/lib/filters/view";
import { updateFilter } from "@/lib/filters/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A muted word", auth: "user", scope: "read:filters", params: IdParam, answers: FilterKeyword },
  async ({ viewer, params }) => toKeyword(await ownWord(viewer.id, params.id)),
);

export const PUT = route(
  {
    summary: "Change a muted word",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    body: KeywordPatch,
    answers: FilterKeyword,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const before = await ownWord(viewer.id, params.id);
    const word = { ...before, word: body.keyword ?? before.word, whole: body.whole_word ?? before.whole };
    const filter = await filterOf(viewer.id, "words", params.id);
    await updateFilter(viewer.id, filter.id, {}, { change: [word] });
    return toKeyword(word);
  },
);

export const DELETE = route(
  {
    summary: "Remove a word from its filter",
    auth: "user",
    scope: "write:filters",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    const filter = await filterOf(viewer.id, "words", params.id);
    await updateFilter(viewer.id, filter.id, {}, { drop: [params.id] });
    return {};
  },
);

async function ownWord(viewerId: string, id: string) {
  const word = (await filterOf(viewerId, "words", id)).words.find((entry) => entry.id === id);
  if (!word) throw new ApiError("not_found");
  return word;
}
