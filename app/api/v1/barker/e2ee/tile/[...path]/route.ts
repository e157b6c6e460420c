import { route } from "@/lib/http/route";
import { tileResponse } from "@/lib/http/log-file";
import { publishedTile } from "@/lib/keylog/log/reads";
import { PathParam } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary:
      "A tile of the key log, as C2SP tlog-tiles names it: <level>/<index> has hashes, entries/<index> has leaves, and " +
      ".p/<width> follows for one that is not full",
    auth: "none",
    params: PathParam,
  },
  async ({ params }) => tileResponse(await publishedTile(`tile/${params.path}`)),
);
