import { z } from "zod";
import { readDraft } from "@/lib/drafts/reads";
import { Draft, DraftInput, DraftParam } from "@/lib/drafts/schema";
import { deleteDraft, saveDraft } from "@/lib/drafts/writes";
import { ApiError, invalid } from "@/lib/errors";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A draft", auth: "user", scope: "read:statuses", params: DraftParam, answers: Draft },
  async ({ viewer, params }) => {
    const draft = await readDraft(viewer.id, params.id);
    if (!draft) throw new ApiError("not_found");
    return draft;
  },
);

export const PUT = route(
  {
    summary: "Keep a draft; over what another device wrote meanwhile it becomes a draft of its own",
    auth: "user",
    scope: "write:statuses",
    params: DraftParam,
    body: DraftInput,
    answers: Draft,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const draft = await saveDraft(viewer.id, params.id, body);
    if (!draft) throw invalid("id", "ERR_TOO_MANY", "You have very many drafts. Please throw some away first.");
    return draft;
  },
);

export const DELETE = route(
  {
    summary: "Throw a draft away",
    auth: "user",
    scope: "write:statuses",
    params: DraftParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    // Thrown away twice, or never there: either way it is not there now.
    await deleteDraft(viewer.id, params.id);
    return {};
  },
);
