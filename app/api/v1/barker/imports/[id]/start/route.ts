import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Import } from "@/lib/imports/schema";
import { startImport } from "@/lib/imports/writes";

export const POST = route(
  {
    summary: "Carry out an import that was checked",
    auth: "user",
    scope: "write",
    params: IdParam,
    answers: Import,
    limit: "write",
  },
  ({ viewer, params }) => startImport(viewer.id, params.id),
);
