import { z } from "zod";
import { route } from "@/lib/http/route";
import { readiness } from "@/lib/instance/reads";

export const GET = route(
  {
    summary: "Neo4j and Redis answer",
    auth: "none",
    answers: z.object({ ready: z.boolean(), neo4j: z.boolean(), redis: z.boolean() }),
  },
  async () => {
    const state = await readiness();
    return Response.json(state, state.ready ? undefined : { status: 503, headers: { "retry-after": "2" } });
  },
);
