import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { blocksPage } from "@/lib/moderation/reads";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people the viewer blocks",
    auth: "user",
    scope: "read:blocks",
    query: PageQuery,
    answers: z.array(Account),
  },
  async ({ viewer, url, query }) => edgeResponse(url, await blocksPage(viewer.id, query)),
);
