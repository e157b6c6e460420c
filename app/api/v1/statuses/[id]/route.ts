import { blockedWord, heldWord } from "@/app/api/v1/statuses/schedule";
import { readRetracted, readStatus, readStatuses } from "@/lib/barks/reads";
import { BarkEdit, Status } from "@/lib/barks/schema";
import { deleteBark, setQuotePolicy } from "@/lib/barks/writes";
import { ApiError, invalid } from "@/lib/errors";
import { filterOne } from "@/lib/filters/reads";
import { editBark } from "@/lib/history/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { listAccounts } from "@/lib/people/reads";
import { unrebark } from "@/lib/reactions/writes";

export const GET = route(
  { summary: "A bark", auth: "optional", scope: "read:statuses", params: IdParam, answers: Status },
  async ({ viewer, params }) => {
    const status = await readStatus(viewer?.id ?? null, params.id);
    if (!status || status === "deleted") throw new ApiError("not_found");
    return filterOne(viewer?.id ?? null, status, "thread");
  },
);

export const PUT = route(
  {
    summary: "Edit one's own bark; its previous text stays in its history",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    body: BarkEdit,
    answers: Status,
    limit: "bark",
  },
  async ({ viewer, params, body }) => {
    const result = await editBark(viewer.id, params.id, {
      text: body.status,
      spoiler: body.spoiler_text,
      sensitive: body.sensitive,
      language: body.language,
      media: body.media_ids ?? undefined,
      descriptions: body.media_attributes ?? undefined,
      poll: body.poll,
    });
    if (result.ok) {
      const policy = body.quote_approval_policy;
      if (policy === undefined || !(await setQuotePolicy(viewer.id, params.id, policy))) return result.status;
      return (await readStatuses(viewer.id, [params.id]))[0] ?? result.status;
    }
    if (result.reason === "gone") throw new ApiError("not_found");
    if (result.reason === "not_yours") throw new ApiError("forbidden", { message: "This bark is not yours." });
    if (result.reason === "text") throw invalid("status", result.fault.error, result.fault.description);
    if (result.reason === "blocked") throw blockedWord(result.word);
    if (result.reason === "held") throw heldWord(result.word);
    if (result.reason === "both") throw invalid("poll", "ERR_INVALID", "A bark has pictures or a poll, not both.");
    throw invalid("media_ids", "ERR_INVALID", "A picture no longer exists, or belongs to another bark.");
  },
);

export const DELETE = route(
  {
    summary: "Delete one's own bark",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    answers: Status,
    limit: "write",
  },
  async ({ viewer, params }) => {
    const status = await readStatus(viewer.id, params.id);
    if (!status) throw new ApiError("not_found");
    if (status === "deleted") {
      // A second delete gives the author the same answer; for others the bark is just missing.
      const retracted = await readRetracted(viewer.id, params.id);
      if (retracted) return retracted;
      throw new ApiError("not_found");
    }
    if (status.account.id !== viewer.id) throw new ApiError("forbidden", { message: "This bark is not yours." });
    if (status.reblog) await unrebark(viewer.id, status.reblog.id);
    else await deleteBark(viewer.id, params.id);
    // The text, for clients that offer to redraft it, with the author's current account, whose count is lower.
    const [account = status.account] = await listAccounts(viewer.id, [viewer.id], "own");
    return { ...status, account };
  },
);
