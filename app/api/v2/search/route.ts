import { route } from "@/lib/http/route";
import { search } from "@/lib/search/reads";
import { SearchQuery } from "@/lib/search/input";
import { Found } from "@/lib/search/schema";
import { withFollowing } from "@/lib/topics/reads";

export const GET = route(
  {
    summary: "Search people, barks (signed in only) and topics by words, operators or a URL of this server",
    auth: "optional",
    scope: "read:search",
    query: SearchQuery,
    answers: Found,
    limit: "search",
  },
  async ({ viewer, query }) => {
    const viewerId = viewer?.id ?? null;
    const found = await search(viewerId, query);
    return { ...found, hashtags: await withFollowing(viewerId, found.hashtags) };
  },
);
