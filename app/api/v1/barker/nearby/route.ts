import { z } from "zod";
import { cursorResponse, CursorQuery } from "@/lib/http/cursor";
import { route } from "@/lib/http/route";
import { nearbyPage } from "@/lib/nearby/reads";
import { NearbyCursor, Neighbour } from "@/lib/nearby/schema";

export const GET = route(
  {
    summary: "People near the viewer, nearest band first; 403 when the viewer does not share a place",
    auth: "user",
    scope: "read:location",
    query: CursorQuery(NearbyCursor),
    answers: z.array(Neighbour),
    limit: "nearby",
  },
  async ({ viewer, url, query }) => {
    const { neighbours, next } = await nearbyPage(viewer.id, query.limit, query.cursor ?? null);
    return cursorResponse(url, neighbours, next);
  },
);
