import { checkpointResponse, tileResponse } from "@/lib/http/log-file";
import { route } from "@/lib/http/route";
import { publishedTile, signedHead } from "@/lib/keylog/log/reads";
import { PathParam } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary: "The key log as C2SP names its files: checkpoint, tile/<level>/<index>, tile/entries/<index>",
    auth: "none",
    params: PathParam,
  },
  async ({ params: { path } }) =>
    path === "checkpoint" ? checkpointResponse((await signedHead()).note) : tileResponse(await publishedTile(path)),
);
