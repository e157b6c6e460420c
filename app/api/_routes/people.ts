import * as accounts from "@/app/api/v1/accounts/route";
import * as account from "@/app/api/v1/accounts/[id]/route";
import * as block from "@/app/api/v1/accounts/[id]/block/route";
import * as endorse from "@/app/api/v1/accounts/[id]/endorse/route";
import * as personEndorsements from "@/app/api/v1/accounts/[id]/endorsements/route";
import * as personTags from "@/app/api/v1/accounts/[id]/featured_tags/route";
import * as follow from "@/app/api/v1/accounts/[id]/follow/route";
import * as followers from "@/app/api/v1/accounts/[id]/followers/route";
import * as following from "@/app/api/v1/accounts/[id]/following/route";
import * as listsWithPerson from "@/app/api/v1/accounts/[id]/lists/route";
import * as mute from "@/app/api/v1/accounts/[id]/mute/route";
import * as personNote from "@/app/api/v1/accounts/[id]/note/route";
import * as pinPerson from "@/app/api/v1/accounts/[id]/pin/route";
import * as removeFollower from "@/app/api/v1/accounts/[id]/remove_from_followers/route";
import * as accountStatuses from "@/app/api/v1/accounts/[id]/statuses/route";
import * as unblock from "@/app/api/v1/accounts/[id]/unblock/route";
import * as unendorse from "@/app/api/v1/accounts/[id]/unendorse/route";
import * as unfollow from "@/app/api/v1/accounts/[id]/unfollow/route";
import * as unmute from "@/app/api/v1/accounts/[id]/unmute/route";
import * as unpinPerson from "@/app/api/v1/accounts/[id]/unpin/route";
import * as lookup from "@/app/api/v1/accounts/lookup/route";
import * as relationships from "@/app/api/v1/accounts/relationships/route";
import * as updateAccount from "@/app/api/v1/accounts/update_credentials/route";
import * as verifyAccount from "@/app/api/v1/accounts/verify_credentials/route";
import * as accountLikes from "@/app/api/v1/barker/accounts/[id]/likes/route";
import * as blocks from "@/app/api/v1/blocks/route";
import * as domainBlocks from "@/app/api/v1/domain_blocks/route";
import * as endorsements from "@/app/api/v1/endorsements/route";
import * as featuredTags from "@/app/api/v1/featured_tags/route";
import * as followRequests from "@/app/api/v1/follow_requests/route";
import * as authorizeRequest from "@/app/api/v1/follow_requests/[id]/authorize/route";
import * as rejectRequest from "@/app/api/v1/follow_requests/[id]/reject/route";
import * as followedTags from "@/app/api/v1/followed_tags/route";
import * as lists from "@/app/api/v1/lists/route";
import * as mutes from "@/app/api/v1/mutes/route";
import * as profileAvatar from "@/app/api/v1/profile/avatar/route";
import * as profileHeader from "@/app/api/v1/profile/header/route";
import * as reports from "@/app/api/v1/reports/route";
import type { RouteModule } from "@/app/api/_routes/module";

/** Routes of people and relationships. */
export const peopleRoutes: Record<string, RouteModule> = {
  "/api/v1/accounts": accounts,
  "/api/v1/accounts/[id]": account,
  "/api/v1/accounts/[id]/block": block,
  "/api/v1/accounts/[id]/endorse": endorse,
  "/api/v1/accounts/[id]/endorsements": personEndorsements,
  "/api/v1/accounts/[id]/featured_tags": personTags,
  "/api/v1/accounts/[id]/follow": follow,
  "/api/v1/accounts/[id]/followers": followers,
  "/api/v1/accounts/[id]/following": following,
  "/api/v1/accounts/[id]/lists": listsWithPerson,
  "/api/v1/accounts/[id]/mute": mute,
  "/api/v1/accounts/[id]/note": personNote,
  "/api/v1/accounts/[id]/pin": pinPerson,
  "/api/v1/accounts/[id]/remove_from_followers": removeFollower,
  "/api/v1/accounts/[id]/statuses": accountStatuses,
  "/api/v1/accounts/[id]/unblock": unblock,
  "/api/v1/accounts/[id]/unendorse": unendorse,
  "/api/v1/accounts/[id]/unfollow": unfollow,
  "/api/v1/accounts/[id]/unmute": unmute,
  "/api/v1/accounts/[id]/unpin": unpinPerson,
  "/api/v1/accounts/lookup": lookup,
  "/api/v1/accounts/relationships": relationships,
  "/api/v1/accounts/update_credentials": updateAccount,
  "/api/v1/accounts/verify_credentials": verifyAccount,
  "/api/v1/barker/accounts/[id]/likes": accountLikes,
  "/api/v1/blocks": blocks,
  "/api/v1/domain_blocks": domainBlocks,
  "/api/v1/endorsements": endorsements,
  "/api/v1/featured_tags": featuredTags,
  "/api/v1/follow_requests": followRequests,
  "/api/v1/follow_requests/[id]/authorize": authorizeRequest,
  "/api/v1/follow_requests/[id]/reject": rejectRequest,
  "/api/v1/followed_tags": followedTags,
  "/api/v1/lists": lists,
  "/api/v1/mutes": mutes,
  "/api/v1/profile/avatar": profileAvatar,
  "/api/v1/profile/header": profileHeader,
  "/api/v1/reports": reports,
};
