import { z } from "zod";
import { readStatus } from "@/lib/barks/reads";
import { PreviewCard } from "@/lib/cards/schema";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

/** An empty object where there is none, as Mastodon answered before 3.0. */
const Answer = z.union([PreviewCard, z.object({})]);

export const GET = route(
  {
    summary: "The card of a bark's link; for old clients, since each bark has it",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    answers: Answer,
  },
  async ({ viewer, params }) => {
    const status = await readStatus(viewer?.id ?? null, params.id);
    if (!status || status === "deleted") throw new ApiError("not_found");
    return (status.reblog ?? status).card ?? {};
  },
);
