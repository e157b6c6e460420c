import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { mutesPage } from "@/lib/moderation/reads";
import { MutedAccount } from "@/lib/moderation/schema";

export const GET = route(
  {
    summary: "The people the viewer mutes",
    auth: "user",
    scope: "read:mutes",
    query: PageQuery,
    answers: z.array(MutedAccount),
  },
  async ({ viewer, url, query }) => edgeResponse(url, await mutesPage(viewer.id, query)),
);
