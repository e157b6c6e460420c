import { personFeed, PersonFeedParams } from "@/app/feeds/person/[handle]/feed";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "The public barks of a person as RSS or Atom; also /@handle.rss", auth: "none", params: PersonFeedParams },
  ({ request, params: { handle, format } }) => personFeed(request, handle, format),
);
