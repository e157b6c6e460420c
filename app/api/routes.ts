import * as accounts from "@/app/api/v1/accounts/route";
import * as account from "@/app/api/v1/accounts/[id]/route";
import * as follow from "@/app/api/v1/accounts/[id]/follow/route";
import * as followers from "@/app/api/v1/accounts/[id]/followers/route";
import * as following from "@/app/api/v1/accounts/[id]/following/route";
import * as accountStatuses from "@/app/api/v1/accounts/[id]/statuses/route";
import * as unfollow from "@/app/api/v1/accounts/[id]/unfollow/route";
import * as lookup from "@/app/api/v1/accounts/lookup/route";
import * as relationships from "@/app/api/v1/accounts/relationships/route";
import * as trends from "@/app/api/v1/trends/route";
import * as trendingTags from "@/app/api/v1/trends/tags/route";
import * as trendingLinks from "@/app/api/v1/trends/links/route";
import * as barkerTrends from "@/app/api/v1/barker/trends/route";
import * as search from "@/app/api/v2/search/route";
import * as accountSearch from "@/app/api/v1/accounts/search/route";
import * as verifyAccount from "@/app/api/v1/accounts/verify_credentials/route";
import * as apps from "@/app/api/v1/apps/route";
import * as verifyApp from "@/app/api/v1/apps/verify_credentials/route";
import * as drafts from "@/app/api/v1/barker/drafts/route";
import * as draft from "@/app/api/v1/barker/drafts/[id]/route";
import * as sessions from "@/app/api/v1/barker/sessions/route";
import * as barkerTopics from "@/app/api/v1/barker/topics/route";
import * as customEmojis from "@/app/api/v1/custom_emojis/route";
import * as filters from "@/app/api/v1/filters/route";
import * as instanceV1 from "@/app/api/v1/instance/route";
import * as mediaV1 from "@/app/api/v1/media/route";
import * as picture from "@/app/api/v1/media/[id]/route";
import * as preferences from "@/app/api/v1/preferences/route";
import * as statuses from "@/app/api/v1/statuses/route";
import * as status from "@/app/api/v1/statuses/[id]/route";
import * as home from "@/app/api/v1/timelines/home/route";
import * as town from "@/app/api/v1/timelines/public/route";
import * as filtersV2 from "@/app/api/v2/filters/route";
import * as instanceV2 from "@/app/api/v2/instance/route";
import * as media from "@/app/api/v2/media/route";
import * as markers from "@/app/api/v1/markers/route";
import * as notifications from "@/app/api/v1/notifications/route";
import * as notification from "@/app/api/v1/notifications/[id]/route";
import * as dismissNotification from "@/app/api/v1/notifications/[id]/dismiss/route";
import * as clearNotifications from "@/app/api/v1/notifications/clear/route";
import * as notificationPolicyV1 from "@/app/api/v1/notifications/policy/route";
import * as notificationRequests from "@/app/api/v1/notifications/requests/route";
import * as notificationRequest from "@/app/api/v1/notifications/requests/[id]/route";
import * as acceptRequest from "@/app/api/v1/notifications/requests/[id]/accept/route";
import * as dismissRequest from "@/app/api/v1/notifications/requests/[id]/dismiss/route";
import * as acceptRequests from "@/app/api/v1/notifications/requests/accept/route";
import * as dismissRequests from "@/app/api/v1/notifications/requests/dismiss/route";
import * as mergedRequests from "@/app/api/v1/notifications/requests/merged/route";
import * as unreadCount from "@/app/api/v1/notifications/unread_count/route";
import * as notificationSettings from "@/app/api/v1/barker/notifications/settings/route";
import * as pushSettings from "@/app/api/v1/barker/push/settings/route";
import * as pushSubscription from "@/app/api/v1/push/subscription/route";
import * as notificationsV2 from "@/app/api/v2/notifications/route";
import * as notificationGroup from "@/app/api/v2/notifications/[group_key]/route";
import * as groupAccounts from "@/app/api/v2/notifications/[group_key]/accounts/route";
import * as dismissGroup from "@/app/api/v2/notifications/[group_key]/dismiss/route";
import * as notificationPolicy from "@/app/api/v2/notifications/policy/route";
import * as unreadCountV2 from "@/app/api/v2/notifications/unread_count/route";
import * as health from "@/app/health/route";
import * as mediaFile from "@/app/media/[file]/route";
import * as metrics from "@/app/metrics/route";
import * as revoke from "@/app/oauth/revoke/route";
import * as token from "@/app/oauth/token/route";
import * as ready from "@/app/ready/route";
import * as authorizeRequest from "@/app/api/v1/follow_requests/[id]/authorize/route";
import * as block from "@/app/api/v1/accounts/[id]/block/route";
import * as blocks from "@/app/api/v1/blocks/route";
import * as followRequests from "@/app/api/v1/follow_requests/route";
import * as mute from "@/app/api/v1/accounts/[id]/mute/route";
import * as mutes from "@/app/api/v1/mutes/route";
import * as rejectRequest from "@/app/api/v1/follow_requests/[id]/reject/route";
import * as removeFollower from "@/app/api/v1/accounts/[id]/remove_from_followers/route";
import * as unblock from "@/app/api/v1/accounts/[id]/unblock/route";
import * as unmute from "@/app/api/v1/accounts/[id]/unmute/route";
import * as ownAccount from "@/app/api/v1/barker/account/route";
import * as accountEmail from "@/app/api/v1/barker/account/email/route";
import * as accountExport from "@/app/api/v1/barker/account/export/route";
import * as accountHandle from "@/app/api/v1/barker/account/handle/route";
import * as accountPassword from "@/app/api/v1/barker/account/password/route";
import * as passkey from "@/app/api/v1/barker/passkeys/[id]/route";
import * as passkeyOptions from "@/app/api/v1/barker/passkeys/options/route";
import * as passkeys from "@/app/api/v1/barker/passkeys/route";
import * as passkeySignInOptions from "@/app/api/v1/barker/passkeys/sign-in/options/route";
import * as passkeySignIn from "@/app/api/v1/barker/passkeys/sign-in/route";
import * as session from "@/app/api/v1/barker/sessions/[id]/route";
import * as accountLikes from "@/app/api/v1/barker/accounts/[id]/likes/route";
import * as familiarFollowers from "@/app/api/v1/accounts/familiar_followers/route";
import * as updateAccount from "@/app/api/v1/accounts/update_credentials/route";
import * as profileAvatar from "@/app/api/v1/profile/avatar/route";
import * as profileHeader from "@/app/api/v1/profile/header/route";
import * as statusBookmark from "@/app/api/v1/statuses/[id]/bookmark/route";
import * as statusContext from "@/app/api/v1/statuses/[id]/context/route";
import * as statusFavourite from "@/app/api/v1/statuses/[id]/favourite/route";
import * as statusFavouritedBy from "@/app/api/v1/statuses/[id]/favourited_by/route";
import * as statusHistory from "@/app/api/v1/statuses/[id]/history/route";
import * as statusPin from "@/app/api/v1/statuses/[id]/pin/route";
import * as statusQuotes from "@/app/api/v1/statuses/[id]/quotes/route";
import * as statusReblog from "@/app/api/v1/statuses/[id]/reblog/route";
import * as statusRebloggedBy from "@/app/api/v1/statuses/[id]/reblogged_by/route";
import * as statusSource from "@/app/api/v1/statuses/[id]/source/route";
import * as statusUnbookmark from "@/app/api/v1/statuses/[id]/unbookmark/route";
import * as statusUnfavourite from "@/app/api/v1/statuses/[id]/unfavourite/route";
import * as statusUnpin from "@/app/api/v1/statuses/[id]/unpin/route";
import * as statusUnreblog from "@/app/api/v1/statuses/[id]/unreblog/route";
import * as bookmarks from "@/app/api/v1/bookmarks/route";
import * as favourites from "@/app/api/v1/favourites/route";
import * as reactions from "@/app/api/v1/barker/statuses/[id]/reactions/route";
import * as reaction from "@/app/api/v1/barker/statuses/[id]/reactions/[emoji]/route";
import * as popular from "@/app/api/v1/trends/statuses/route";
import * as topic from "@/app/api/v1/timelines/tag/[topic]/route";
import * as filterV1 from "@/app/api/v1/filters/[id]/route";
import * as filterV2 from "@/app/api/v2/filters/[id]/route";
import * as filterWords from "@/app/api/v2/filters/[id]/keywords/route";
import * as filterBarks from "@/app/api/v2/filters/[id]/statuses/route";
import * as filterWord from "@/app/api/v2/filters/keywords/[id]/route";
import * as filterBark from "@/app/api/v2/filters/statuses/[id]/route";
import * as endorse from "@/app/api/v1/accounts/[id]/endorse/route";
import * as unendorse from "@/app/api/v1/accounts/[id]/unendorse/route";
import * as personNote from "@/app/api/v1/accounts/[id]/note/route";
import * as pinPerson from "@/app/api/v1/accounts/[id]/pin/route";
import * as unpinPerson from "@/app/api/v1/accounts/[id]/unpin/route";
import * as personEndorsements from "@/app/api/v1/accounts/[id]/endorsements/route";
import * as endorsements from "@/app/api/v1/endorsements/route";
import * as reports from "@/app/api/v1/reports/route";
import * as domainBlocks from "@/app/api/v1/domain_blocks/route";
import * as muteThread from "@/app/api/v1/statuses/[id]/mute/route";
import * as unmuteThread from "@/app/api/v1/statuses/[id]/unmute/route";
import * as oauthServer from "@/app/.well-known/oauth-authorization-server/route";
import * as authorizations from "@/app/api/v1/barker/authorizations/route";
import * as lists from "@/app/api/v1/lists/route";
import * as listsWithPerson from "@/app/api/v1/accounts/[id]/lists/route";
import * as personTags from "@/app/api/v1/accounts/[id]/featured_tags/route";
import * as featuredTags from "@/app/api/v1/featured_tags/route";
import * as followedTags from "@/app/api/v1/followed_tags/route";
import * as announcements from "@/app/api/v1/announcements/route";
import * as conversations from "@/app/api/v1/conversations/route";
import * as scheduledBarks from "@/app/api/v1/scheduled_statuses/route";
import * as instanceRules from "@/app/api/v1/instance/rules/route";
import * as instancePeers from "@/app/api/v1/instance/peers/route";
import * as instanceBlocks from "@/app/api/v1/instance/domain_blocks/route";
import * as location from "@/app/api/v1/barker/location/route";
import * as nearby from "@/app/api/v1/barker/nearby/route";
import * as nearbyStatuses from "@/app/api/v1/barker/nearby/statuses/route";
import * as circles from "@/app/api/v1/barker/circles/route";
import * as pathToPerson from "@/app/api/v1/barker/accounts/[id]/path/route";
import * as suggestionsV1 from "@/app/api/v1/suggestions/route";
import * as suggestion from "@/app/api/v1/suggestions/[id]/route";
import * as suggestions from "@/app/api/v2/suggestions/route";
import type { Route } from "@/lib/http/route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type RouteModule = Partial<Record<Method, Route>>;

/**
 * Every endpoint of the API by its path. Our server mounts them directly (a Next handler costs
 * 0.65 ms of a core before it does anything), the API description is made from them, and a test
 * sees to it that none is missing.
 */
export const routes: Record<string, RouteModule> = {
  "/api/v1/statuses/[id]/bookmark": statusBookmark,
  "/api/v1/statuses/[id]/context": statusContext,
  "/api/v1/statuses/[id]/favourite": statusFavourite,
  "/api/v1/statuses/[id]/favourited_by": statusFavouritedBy,
  "/api/v1/statuses/[id]/history": statusHistory,
  "/api/v1/statuses/[id]/pin": statusPin,
  "/api/v1/statuses/[id]/quotes": statusQuotes,
  "/api/v1/statuses/[id]/reblog": statusReblog,
  "/api/v1/statuses/[id]/reblogged_by": statusRebloggedBy,
  "/api/v1/statuses/[id]/source": statusSource,
  "/api/v1/statuses/[id]/unbookmark": statusUnbookmark,
  "/api/v1/statuses/[id]/unfavourite": statusUnfavourite,
  "/api/v1/statuses/[id]/unpin": statusUnpin,
  "/api/v1/statuses/[id]/unreblog": statusUnreblog,
  "/api/v1/bookmarks": bookmarks,
  "/api/v1/favourites": favourites,
  "/api/v1/barker/statuses/[id]/reactions": reactions,
  "/api/v1/barker/statuses/[id]/reactions/[emoji]": reaction,
  "/api/v1/timelines/tag/[topic]": topic,
  "/api/v1/trends/statuses": popular,
  "/api/v1/accounts": accounts,
  "/api/v1/accounts/[id]": account,
  "/api/v1/accounts/[id]/follow": follow,
  "/api/v1/accounts/[id]/followers": followers,
  "/api/v1/accounts/[id]/following": following,
  "/api/v1/accounts/[id]/statuses": accountStatuses,
  "/api/v1/accounts/[id]/unfollow": unfollow,
  "/api/v1/accounts/familiar_followers": familiarFollowers,
  "/api/v1/accounts/lookup": lookup,
  "/api/v1/accounts/relationships": relationships,
  "/api/v1/accounts/search": accountSearch,
  "/api/v1/accounts/update_credentials": updateAccount,
  "/api/v1/accounts/verify_credentials": verifyAccount,
  "/api/v1/apps": apps,
  "/api/v1/apps/verify_credentials": verifyApp,
  "/api/v1/barker/drafts": drafts,
  "/api/v1/barker/drafts/[id]": draft,
  "/api/v1/barker/account": ownAccount,
  "/api/v1/barker/account/email": accountEmail,
  "/api/v1/barker/account/export": accountExport,
  "/api/v1/barker/account/handle": accountHandle,
  "/api/v1/barker/account/password": accountPassword,
  "/api/v1/barker/accounts/[id]/likes": accountLikes,
  "/api/v1/barker/passkeys": passkeys,
  "/api/v1/barker/passkeys/[id]": passkey,
  "/api/v1/barker/passkeys/options": passkeyOptions,
  "/api/v1/barker/passkeys/sign-in": passkeySignIn,
  "/api/v1/barker/passkeys/sign-in/options": passkeySignInOptions,
  "/api/v1/barker/sessions": sessions,
  "/api/v1/barker/sessions/[id]": session,
  "/api/v1/barker/topics": barkerTopics,
  "/api/v1/custom_emojis": customEmojis,
  "/api/v1/filters": filters,
  "/api/v1/instance": instanceV1,
  "/api/v1/media": mediaV1,
  "/api/v1/media/[id]": picture,
  "/api/v1/preferences": preferences,
  "/api/v1/profile/avatar": profileAvatar,
  "/api/v1/profile/header": profileHeader,
  "/api/v1/statuses": statuses,
  "/api/v1/statuses/[id]": status,
  "/api/v1/timelines/home": home,
  "/api/v1/timelines/public": town,
  "/api/v2/filters": filtersV2,
  "/api/v2/instance": instanceV2,
  "/api/v1/accounts/[id]/block": block,
  "/api/v1/accounts/[id]/mute": mute,
  "/api/v1/accounts/[id]/remove_from_followers": removeFollower,
  "/api/v1/accounts/[id]/unblock": unblock,
  "/api/v1/accounts/[id]/unmute": unmute,
  "/api/v1/blocks": blocks,
  "/api/v1/follow_requests": followRequests,
  "/api/v1/follow_requests/[id]/authorize": authorizeRequest,
  "/api/v1/follow_requests/[id]/reject": rejectRequest,
  "/api/v1/mutes": mutes,
  "/api/v2/media": media,
  "/api/v1/markers": markers,
  "/api/v1/notifications": notifications,
  "/api/v1/notifications/[id]": notification,
  "/api/v1/notifications/[id]/dismiss": dismissNotification,
  "/api/v1/notifications/clear": clearNotifications,
  "/api/v1/notifications/policy": notificationPolicyV1,
  "/api/v1/notifications/requests": notificationRequests,
  "/api/v1/notifications/requests/[id]": notificationRequest,
  "/api/v1/notifications/requests/[id]/accept": acceptRequest,
  "/api/v1/notifications/requests/[id]/dismiss": dismissRequest,
  "/api/v1/notifications/requests/accept": acceptRequests,
  "/api/v1/notifications/requests/dismiss": dismissRequests,
  "/api/v1/notifications/requests/merged": mergedRequests,
  "/api/v1/notifications/unread_count": unreadCount,
  "/api/v1/barker/notifications/settings": notificationSettings,
  "/api/v1/barker/push/settings": pushSettings,
  "/api/v1/push/subscription": pushSubscription,
  "/api/v2/notifications": notificationsV2,
  "/api/v2/notifications/[group_key]": notificationGroup,
  "/api/v2/notifications/[group_key]/accounts": groupAccounts,
  "/api/v2/notifications/[group_key]/dismiss": dismissGroup,
  "/api/v2/notifications/policy": notificationPolicy,
  "/api/v2/notifications/unread_count": unreadCountV2,
  "/api/v1/filters/[id]": filterV1,
  "/api/v2/filters/[id]": filterV2,
  "/api/v2/filters/[id]/keywords": filterWords,
  "/api/v2/filters/[id]/statuses": filterBarks,
  "/api/v2/filters/keywords/[id]": filterWord,
  "/api/v2/filters/statuses/[id]": filterBark,
  "/api/v1/accounts/[id]/endorse": endorse,
  "/api/v1/accounts/[id]/unendorse": unendorse,
  "/api/v1/accounts/[id]/note": personNote,
  "/api/v1/accounts/[id]/pin": pinPerson,
  "/api/v1/accounts/[id]/unpin": unpinPerson,
  "/api/v1/accounts/[id]/endorsements": personEndorsements,
  "/api/v1/endorsements": endorsements,
  "/api/v1/reports": reports,
  "/api/v1/domain_blocks": domainBlocks,
  "/api/v1/statuses/[id]/mute": muteThread,
  "/api/v1/statuses/[id]/unmute": unmuteThread,
  "/.well-known/oauth-authorization-server": oauthServer,
  "/api/v1/barker/authorizations": authorizations,
  "/api/v1/lists": lists,
  "/api/v1/accounts/[id]/lists": listsWithPerson,
  "/api/v1/accounts/[id]/featured_tags": personTags,
  "/api/v1/featured_tags": featuredTags,
  "/api/v1/followed_tags": followedTags,
  "/api/v1/announcements": announcements,
  "/api/v1/conversations": conversations,
  "/api/v1/scheduled_statuses": scheduledBarks,
  "/api/v1/instance/rules": instanceRules,
  "/api/v1/instance/peers": instancePeers,
  "/api/v1/instance/domain_blocks": instanceBlocks,
  "/api/v1/barker/location": location,
  "/api/v1/barker/nearby": nearby,
  "/api/v1/barker/nearby/statuses": nearbyStatuses,
  "/api/v1/barker/circles": circles,
  "/api/v1/barker/accounts/[id]/path": pathToPerson,
  "/api/v1/suggestions": suggestionsV1,
  "/api/v1/suggestions/[id]": suggestion,
  "/api/v2/suggestions": suggestions,
  "/api/v1/trends": trends,
  "/api/v1/trends/tags": trendingTags,
  "/api/v1/trends/links": trendingLinks,
  "/api/v1/barker/trends": barkerTrends,
  "/api/v2/search": search,
  "/health": health,
  "/media/[file]": mediaFile,
  "/metrics": metrics,
  "/oauth/revoke": revoke,
  "/oauth/token": token,
  "/ready": ready,
};
