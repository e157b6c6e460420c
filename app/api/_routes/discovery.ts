import * as familiarFollowers from "@/app/api/v1/accounts/familiar_followers/route";
import * as accountSearch from "@/app/api/v1/accounts/search/route";
import * as pathToPerson from "@/app/api/v1/barker/accounts/[id]/path/route";
import * as circles from "@/app/api/v1/barker/circles/route";
import * as household from "@/app/api/v1/barker/household/route";
import * as householdInvitations from "@/app/api/v1/barker/household/invitations/route";
import * as householdInvitation from "@/app/api/v1/barker/household/invitations/[id]/route";
import * as acceptHousehold from "@/app/api/v1/barker/household/invitations/[id]/accept/route";
import * as location from "@/app/api/v1/barker/location/route";
import * as nearby from "@/app/api/v1/barker/nearby/route";
import * as nearbyStatuses from "@/app/api/v1/barker/nearby/statuses/route";
import * as barkerTopics from "@/app/api/v1/barker/topics/route";
import * as barkerTrends from "@/app/api/v1/barker/trends/route";
import * as suggestionsV1 from "@/app/api/v1/suggestions/route";
import * as suggestion from "@/app/api/v1/suggestions/[id]/route";
import * as home from "@/app/api/v1/timelines/home/route";
import * as town from "@/app/api/v1/timelines/public/route";
import * as topic from "@/app/api/v1/timelines/tag/[topic]/route";
import * as trends from "@/app/api/v1/trends/route";
import * as trendingLinks from "@/app/api/v1/trends/links/route";
import * as popular from "@/app/api/v1/trends/statuses/route";
import * as trendingTags from "@/app/api/v1/trends/tags/route";
import * as search from "@/app/api/v2/search/route";
import * as suggestions from "@/app/api/v2/suggestions/route";
import type { RouteModule } from "@/app/api/_routes/module";

/** Routes of timelines, search and suggestions. */
export const discoveryRoutes: Record<string, RouteModule> = {
  "/api/v1/accounts/familiar_followers": familiarFollowers,
  "/api/v1/accounts/search": accountSearch,
  "/api/v1/barker/accounts/[id]/path": pathToPerson,
  "/api/v1/barker/circles": circles,
  "/api/v1/barker/household": household,
  "/api/v1/barker/household/invitations": householdInvitations,
  "/api/v1/barker/household/invitations/[id]": householdInvitation,
  "/api/v1/barker/household/invitations/[id]/accept": acceptHousehold,
  "/api/v1/barker/location": location,
  "/api/v1/barker/nearby": nearby,
  "/api/v1/barker/nearby/statuses": nearbyStatuses,
  "/api/v1/barker/topics": barkerTopics,
  "/api/v1/barker/trends": barkerTrends,
  "/api/v1/suggestions": suggestionsV1,
  "/api/v1/suggestions/[id]": suggestion,
  "/api/v1/timelines/home": home,
  "/api/v1/timelines/public": town,
  "/api/v1/timelines/tag/[topic]": topic,
  "/api/v1/trends": trends,
  "/api/v1/trends/links": trendingLinks,
  "/api/v1/trends/statuses": popular,
  "/api/v1/trends/tags": trendingTags,
  "/api/v2/search": search,
  "/api/v2/suggestions": suggestions,
};
