import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { importOf } from "@/lib/imports/reads";
import { Import } from "@/lib/imports/schema";
import { deleteImport } from "@/lib/imports/writes";

export const GET = route(
  { summary: "One of one's own imports: how far it is", auth: "user", scope: "read", params: IdParam, answers: Import },
  ({ viewer, params }) => importOf(viewer.id, params.id),
);

export const DELETE = route(
  {
    summary: "Delete an import and its report; what it added stays",
    auth: "user",
    scope: "write",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await deleteImport(viewer.id, params.id);
    return {};
  },
);
