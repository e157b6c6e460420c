import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Import } from "@/lib/imports/schema";
import { undoImport } from "@/lib/imports/writes";

export const POST = route(
  {
    summary: "Remove what an import added, as far as it is still as it was added",
    auth: "user",
    scope: "write",
    params: IdParam,
    answers: Import,
    limit: "write",
  },
  ({ viewer, params }) => undoImport(viewer.id, params.id),
);
