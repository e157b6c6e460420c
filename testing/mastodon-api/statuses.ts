import { PAGED, empty, refused, served, type Row } from "@/testing/mastodon-api/rows";

const REMOVED = "Mastodon removed it";
const UNTRANSLATED = "nothing is translated";
const LINKS = "nobody counts who links to what";
const ENCRYPTED = "private conversations are end to end encrypted and not in this API";
const COLLECTIONS = "there are no collections";

/** Barks and lists of them. */
export const STATUSES: Row[] = [
  // Statuses
  served(
    "POST /api/v1/statuses",
    "user write:statuses",
    "Status",
    "status! media_ids[]! poll[options][]! poll[expires_in]! poll[multiple] poll[hide_totals] in_reply_to_id sensitive spoiler_text visibility language scheduled_at quoted_status_id quote_approval_policy",
  ),
  served("GET /api/v1/statuses/:id", "public read:statuses", "Status"),
  served("GET /api/v1/statuses", "public read:statuses", "Status[]", "id[]"),
  served("DELETE /api/v1/statuses/:id", "user write:statuses", "Status", "delete_media"),
  served("GET /api/v1/statuses/:id/context", "public read:statuses", "Context"),
  refused(UNTRANSLATED, "POST /api/v1/statuses/:id/translate", "app read:statuses", "Translation", "lang"),
  served("GET /api/v1/statuses/:id/reblogged_by", "public read:statuses", "Account[]", PAGED),
  served("GET /api/v1/statuses/:id/quotes", "public read:statuses", "Status[]", PAGED),
  served("GET /api/v1/statuses/:id/favourited_by", "public read:statuses", "Account[]", PAGED),
  served("POST /api/v1/statuses/:id/favourite", "user write:favourites", "Status"),
  served("POST /api/v1/statuses/:id/unfavourite", "user write:favourites", "Status"),
  served("POST /api/v1/statuses/:id/reblog", "user write:statuses", "Status", "visibility"),
  served("POST /api/v1/statuses/:id/unreblog", "user write:statuses", "Status"),
  served("POST /api/v1/statuses/:id/bookmark", "user write:bookmarks", "Status"),
  served("POST /api/v1/statuses/:id/unbookmark", "user write:bookmarks", "Status"),
  served("POST /api/v1/statuses/:id/quotes/:quoting_status_id/revoke", "user write:statuses", "Status"),
  served("POST /api/v1/statuses/:id/mute", "user write:mutes", "Status"),
  served("POST /api/v1/statuses/:id/unmute", "user write:mutes", "Status"),
  served("POST /api/v1/statuses/:id/pin", "user write:accounts", "Status"),
  served("POST /api/v1/statuses/:id/unpin", "user write:accounts", "Status"),
  served(
    "PUT /api/v1/statuses/:id",
    "user write:statuses",
    "Status",
    "status spoiler_text sensitive language media_ids[] media_attributes[][] poll[options][] poll[expires_in] poll[multiple] poll[hide_totals] quote_approval_policy",
  ),
  served("PUT /api/v1/statuses/:id/interaction_policy", "user write:statuses", "Status", "quote_approval_policy"),
  served("GET /api/v1/statuses/:id/history", "public read:statuses", "StatusEdit[]"),
  served("GET /api/v1/statuses/:id/source", "user read:statuses", "StatusSource"),
  served("GET /api/v1/statuses/:id/card", "public read:statuses", "PreviewCard"),
  // Polls
  served("GET /api/v1/polls/:id", "public read:statuses", "Poll"),
  served("POST /api/v1/polls/:id/votes", "user write:statuses", "Poll", "choices[]!"),
  // Media
  served("POST /api/v2/media", "user write:media", "MediaAttachment", "file! thumbnail description focus"),
  served("GET /api/v1/media/:id", "user write:media", "MediaAttachment"),
  served("DELETE /api/v1/media/:id", "user write:media", "{}"),
  served("PUT /api/v1/media/:id", "user write:media", "MediaAttachment", "thumbnail description focus"),
  served("POST /api/v1/media", "user write:media", "MediaAttachment", "file! thumbnail description focus"),
  // Scheduled statuses
  served("GET /api/v1/scheduled_statuses", "user read:statuses", "ScheduledStatus[]", PAGED),
  served("GET /api/v1/scheduled_statuses/:id", "user read:statuses", "ScheduledStatus"),
  served("PUT /api/v1/scheduled_statuses/:id", "user write:statuses", "ScheduledStatus", "scheduled_at"),
  served("DELETE /api/v1/scheduled_statuses/:id", "user write:statuses", "{}"),
  // Bookmarks
  served("GET /api/v1/bookmarks", "user read:bookmarks", "Status[]", PAGED),
  // Favourites
  served("GET /api/v1/favourites", "user read:favourites", "Status[]", PAGED),
  // Timelines
  served("GET /api/v1/timelines/public", "public read:statuses", "Status[]", `local remote only_media ${PAGED}`),
  served(
    "GET /api/v1/timelines/tag/:hashtag",
    "public read:statuses",
    "Status[]",
    `any[] all[] none[] local remote only_media ${PAGED}`,
  ),
  served("GET /api/v1/timelines/home", "user read:statuses", "Status[]", PAGED),
  refused(LINKS, "GET /api/v1/timelines/link", "public read:statuses", "Status[]", `url! ${PAGED}`),
  served("GET /api/v1/timelines/list/:id", "user read:lists", "Status[]", PAGED),
  refused(ENCRYPTED, "GET /api/v1/timelines/direct", "user read:statuses", "Status[]", PAGED),
  // Conversations
  empty(ENCRYPTED, "GET /api/v1/conversations", "user read:statuses", "Conversation[]", PAGED),
  refused(ENCRYPTED, "DELETE /api/v1/conversations/:id", "user write:conversations", "{}"),
  refused(ENCRYPTED, "POST /api/v1/conversations/:id/read", "user write:conversations", "Conversation"),
  // Search
  served(
    "GET /api/v2/search",
    "public read:search",
    "Search",
    "q! type resolve following account_id exclude_unreviewed max_id min_id limit offset",
  ),
  refused(
    REMOVED,
    "GET /api/v1/search",
    "user read:search",
    "Search",
    "q! type resolve account_id max_id min_id limit offset",
  ),
  // Trends
  served("GET /api/v1/trends", "public", "Tag[]", "limit offset"),
  served("GET /api/v1/trends/tags", "public", "Tag[]", "limit offset"),
  served("GET /api/v1/trends/statuses", "public", "Status[]", "limit offset"),
  empty(LINKS, "GET /api/v1/trends/links", "public", "Trends::Link[]", "limit offset"),
  // Collections
  refused(
    COLLECTIONS,
    "POST /api/v1/collections",
    "user write:collections",
    "WrappedCollection",
    "name! description language tag_name sensitive discoverable account_ids",
  ),
  refused(COLLECTIONS, "GET /api/v1/collections/:id", "public read:collections", "CollectionWithAccounts"),
  empty(COLLECTIONS, "GET /api/v1/accounts/:id/collections", "public read:collections", "Collections", "limit offset"),
  empty(
    COLLECTIONS,
    "GET /api/v1/accounts/:id/in_collections",
    "public read:collections",
    "Collections",
    "limit offset",
  ),
  refused(
    COLLECTIONS,
    "PATCH /api/v1/collections/:id",
    "user write:collections",
    "WrappedCollection",
    "name description language tag_name sensitive discoverable",
  ),
  refused(COLLECTIONS, "DELETE /api/v1/collections/:id", "user write:collections", "{}"),
  refused(
    COLLECTIONS,
    "POST /api/v1/collections/:id/items",
    "user write:collections",
    "WrappedCollectionItem",
    "account_id",
  ),
  refused(COLLECTIONS, "DELETE /api/v1/collections/:collection_id/items/:id", "user write:collections", "{}"),
  refused(COLLECTIONS, "POST /api/v1/collections/:collection_id/items/:id/revoke", "user write:collections", "{}"),
];
