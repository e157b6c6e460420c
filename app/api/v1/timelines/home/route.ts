import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { homePage } from "@/lib/timelines/reads";

export const GET = route(
  {
    summary: "Home: barks of the viewer and of people they follow",
    auth: "user",
    scope: "read:statuses",
    query: PageQuery,
    answers: z.array(Status),
  },
  async ({ url, viewer, query }) => listResponse(url, (await homePage(viewer.id, query)).statuses),
);
