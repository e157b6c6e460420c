import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { bookmarksPage } from "@/lib/reactions/reads";

export const GET = route(
  {
    summary: "The viewer's bookmarks",
    auth: "user",
    scope: "read:bookmarks",
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, query }) => edgeResponse(url, await bookmarksPage(viewer.id, query)),
);
