import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { topicKey } from "@/lib/text/entities";
import { topicPage } from "@/lib/timelines/reads";

const Params = z.object({ topic: z.string().max(200) });

export const GET = route(
  {
    summary: "Public barks on a topic",
    auth: "optional",
    scope: "read:statuses",
    params: Params,
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, params, query }) =>
    listResponse(url, await topicPage(viewer?.id ?? null, topicKey(params.topic), query)),
);
