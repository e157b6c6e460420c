import { z } from "zod";
import { Passkey, PasskeyName } from "@/lib/auth/passkeys/schema";
import { removePasskey, renamePasskey } from "@/lib/auth/passkeys/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const PUT = route(
  {
    summary: "Rename a passkey",
    auth: "session",
    params: IdParam,
    body: z.object({ name: PasskeyName }),
    answers: Passkey,
    limit: "write",
  },
  ({ viewer, params, body }) => renamePasskey(viewer.id, params.id, body.name),
);

export const DELETE = route(
  {
    summary: "Remove a passkey",
    auth: "session",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await removePasskey(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);
