import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { requestsPage } from "@/lib/moderation/reads";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people who request to follow the viewer",
    auth: "user",
    scope: "read:follows",
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ viewer, url, query }) => edgeResponse(url, await requestsPage(viewer.id, query)),
);
