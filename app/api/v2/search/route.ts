import { route } from "@/lib/http/route";
import { search } from "@/lib/search/reads";
import { SearchQuery } from "@/lib/search/input";
import { Found } from "@/lib/search/schema";

export const GET = route(
  {
    summary: "People, barks (for those signed in) and topics by words, operators or an address of this Barker",
    auth: "optional",
    scope: "read:search",
    query: SearchQuery,
    answers: Found,
    limit: "search",
  },
  ({ viewer, query }) => search(viewer?.id ?? null, query),
);
