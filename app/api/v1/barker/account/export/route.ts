import { exportOf } from "@/lib/account/export/reads";
import { route } from "@/lib/http/route";
import { streamResponse } from "@/lib/http/stream";

export const GET = route(
  {
    summary: "Export all of one's data, as a zip of JSON files and pictures",
    auth: "session",
    limit: "export",
  },
  async ({ viewer }) => {
    const day = new Date().toISOString().slice(0, 10);
    return streamResponse(exportOf(viewer.id), {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="barker-${viewer.handle}-${day}.zip"`,
    });
  },
);
