import { z } from "zod";
import { limitOf, Offset } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { popularBarks } from "@/lib/popular/reads";
import { POPULAR_LENGTH } from "@/lib/popular/rules";
import { PopularStatus } from "@/lib/popular/schema";

const Query = z.object({
  limit: limitOf(20, POPULAR_LENGTH),
  offset: Offset,
});

export const GET = route(
  {
    summary: "The most popular barks of the last hour",
    auth: "optional",
    scope: "read:statuses",
    query: Query,
    answers: z.array(PopularStatus),
  },
  async ({ viewer, query, url }) => {
    const statuses = await popularBarks(viewer?.id ?? null, query);
    const end = query.offset + query.limit;
    if (statuses.length < query.limit || end >= POPULAR_LENGTH) return Response.json(statuses);
    const next = new URL(url);
    next.searchParams.set("offset", String(end));
    return Response.json(statuses, { headers: { link: `<${next.href}>; rel="next"` } });
  },
);
