import { readBark, readRetracted } from "@/lib/barks/reads";
import { Status } from "@/lib/barks/schema";
import { deleteBark } from "@/lib/barks/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "A bark", auth: "optional", scope: "read", params: IdParam, answers: Status },
  async ({ params }) => {
    const status = await readBark(params.id);
    if (!status || status === "deleted") throw new ApiError("not_found");
    return status;
  },
);

export const DELETE = route(
  {
    summary: "Take one's own bark back",
    auth: "user",
    scope: "write",
    params: IdParam,
    answers: Status,
    limit: "write",
  },
  async ({ viewer, params }) => {
    const status = await readBark(params.id);
    if (!status) throw new ApiError("not_found");
    if (status === "deleted") {
      // A second delete answers like the first, to whom it belonged; to others it is just missing.
      const retracted = await readRetracted(viewer.id, params.id);
      if (retracted) return retracted;
      throw new ApiError("not_found");
    }
    if (status.account.id !== viewer.id) throw new ApiError("forbidden", { message: "This bark is not yours." });
    await deleteBark(viewer.id, params.id);
    return status;
  },
);
