import { reasons } from "@/app/_words/imports";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { notTakenOf } from "@/lib/imports/reads";
import { csvRow, harmlessCell } from "@/lib/imports/rules";

export const GET = route(
  {
    summary: "The lines of an import that were not taken and why, as CSV",
    auth: "user",
    scope: "read",
    params: IdParam,
  },
  async ({ viewer, params }) => {
    const lines = await notTakenOf(viewer.id, params.id);
    const rows = lines.map(({ n, list = "", item, result }) =>
      csvRow([n, harmlessCell(list), harmlessCell(item), reasons[result] ?? ""]),
    );
    return new Response([csvRow(["Line", "List", "Address", "Reason"]), ...rows].join(""), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="barker-import-report.csv"',
      },
    });
  },
);
