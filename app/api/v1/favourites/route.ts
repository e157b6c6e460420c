import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { edgeResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { likesPage } from "@/lib/reactions/reads";

export const GET = route(
  {
    summary: "The barks the viewer likes",
    auth: "user",
    scope: "read:favourites",
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, query }) => edgeResponse(url, await likesPage(viewer.id, viewer.id, query)),
);
