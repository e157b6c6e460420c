import { z } from "zod";
import { route } from "@/lib/http/route";
import { activePeople, instanceCounts } from "@/lib/instance/reads";
import { toNodeInfo } from "@/lib/instance/view";
import { townSettings } from "@/lib/settings/reads";

const Params = z.object({ version: z.enum(["2.0", "2.1"]) });

export const GET = route(
  {
    summary: "What software this server runs, and how much it is used (NodeInfo 2.0 or 2.1)",
    auth: "none",
    params: Params,
    answers: z.record(z.string(), z.unknown()),
  },
  async ({ params: { version } }) => {
    const [counts, active, settings] = await Promise.all([instanceCounts(), activePeople(), townSettings()]);
    const profile = `http://nodeinfo.diaspora.software/ns/schema/${version}#`;
    const headers = { "content-type": `application/json; profile="${profile}"` };
    return Response.json(toNodeInfo(version, { ...counts, ...active }, settings), { headers });
  },
);
