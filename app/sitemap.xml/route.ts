import { route } from "@/lib/http/route";
import { toSitemap } from "@/lib/instance/view";
import { directory } from "@/lib/people/reads";

/** How many people a sitemap names. */
const PEOPLE = 1_000;

export const GET = route(
  { summary: "The public pages, for crawlers", auth: "none", limit: "search", limitBy: "address" },
  async () => {
    const people = await directory(null, { order: "active", offset: 0, limit: PEOPLE });
    const found = people.filter(({ indexable }) => indexable);
    return new Response(toSitemap(found), { headers: { "content-type": "application/xml; charset=utf-8" } });
  },
);
