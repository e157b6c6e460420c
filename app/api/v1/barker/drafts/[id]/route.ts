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
    summary: "Save a draft; when another device changed it in the meantime, it is saved as a new draft",
    auth: "user",
    scope: "write:statuses",
    params: DraftParam,
    body: DraftInput,
    answers: Draft,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const draft = await saveDraft(viewer.id, params.id, body);
    if (!draft) throw invalid("id", "ERR_TOO_MANY", "You have too many drafts. Please delete some first.");
    return draft;
  },
);

export const DELETE = route(
  {
    summary: "Delete a draft",
    auth: "user",
    scope: "write:statuses",
    params: DraftParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    // Idempotent: a missing draft is a deleted one.
    await deleteDraft(viewer.id, params.id);
    return {};
  },
);
