import { z } from "zod";
import { edgeResponse } from "@/lib/http/list";
import { route } from "@/lib/http/route";
import { FollowedQuery } from "@/lib/topics/input";
import { followedTagsPage } from "@/lib/topics/reads";
import { Tag } from "@/lib/topics/schema";

export const GET = route(
  {
    summary: "The topics the viewer follows, latest first",
    auth: "user",
    scope: "read:follows",
    query: FollowedQuery,
    answers: z.array(Tag),
  },
  async ({ url, viewer, query }) => edgeResponse(url, await followedTagsPage(viewer.id, query)),
);
