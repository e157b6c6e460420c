import { z } from "zod";
import { circlePage } from "@/lib/circles/reads";
import { CircleCursor, CircleEntry, Degree } from "@/lib/circles/schema";
import { cursorResponse, CursorQuery } from "@/lib/http/cursor";
import { route } from "@/lib/http/route";

const Query = CursorQuery(CircleCursor).extend({ degree: z.coerce.number().min(2).max(4).default(2).pipe(Degree) });

export const GET = route(
  {
    summary: "People who are two, three or four follows away, and the people who lead to them",
    auth: "user",
    scope: "read:follows",
    query: Query,
    answers: z.array(CircleEntry),
    limit: "circles",
  },
  async ({ viewer, url, query }) => {
    const { entries, next } = await circlePage(viewer.id, query.degree, query.limit, query.cursor);
    return cursorResponse(url, entries, next);
  },
);
