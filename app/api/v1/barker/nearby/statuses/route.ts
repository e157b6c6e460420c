import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { nearbyStatuses } from "@/lib/nearby/reads";

export const GET = route(
  {
    summary: "Recent public barks of people near the viewer; 403 when the viewer does not share a place",
    auth: "user",
    scope: "read:location",
    query: PageQuery,
    answers: z.array(Status),
    limit: "nearby",
  },
  async ({ viewer, url, query }) => listResponse(url, await nearbyStatuses(viewer.id, query)),
);
