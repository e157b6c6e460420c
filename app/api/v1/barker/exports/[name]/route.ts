import { z } from "zod";
import { TABLES, tableOf } from "@/lib/account/export/tables/reads";
import { route } from "@/lib/http/route";
import { streamResponse } from "@/lib/http/stream";

const Name = z.object({
  name: z
    .string()
    .max(40)
    .regex(/\.csv$/)
    .transform((name) => name.slice(0, -".csv".length))
    .pipe(z.enum(TABLES)),
});

export const GET = route(
  {
    summary: "Export follows, blocks, mutes, lists or bookmarks, as a CSV file that Mastodon can import",
    auth: "user",
    scope: "read",
    params: Name,
    limit: "exportTable",
  },
  async ({ viewer, params: { name } }) =>
    streamResponse(tableOf(viewer.id, name), {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
    }),
);
