import { z } from "zod";
import { readBarks } from "@/lib/barks/reads";
import { NewBark, Status } from "@/lib/barks/schema";
import { createBark } from "@/lib/barks/writes";
import { ApiError, invalid } from "@/lib/errors";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const POST = route(
  { summary: "Bark", auth: "user", scope: "write", body: NewBark, answers: Status, limit: "bark" },
  async ({ request, viewer, identity, body }) => {
    const result = await createBark(viewer.id, {
      text: body.status,
      audience: body.visibility,
      language: body.language,
      sensitive: body.sensitive,
      spoiler: body.spoiler_text,
      app: identity?.by === "token" ? identity.app.name : null,
      idempotencyKey: request.headers.get("idempotency-key"),
    });
    if (result.ok) return result.status;
    if (result.reason === "gone") throw new ApiError("not_found");
    throw invalid("status", result.fault.error, result.fault.description);
  },
);

export const GET = route(
  { summary: "Several barks at once", auth: "optional", scope: "read", query: IdsQuery, answers: z.array(Status) },
  ({ query }) => readBarks(query.id),
);
