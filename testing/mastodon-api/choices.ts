import { PAGED, refused, served, type Row } from "@/testing/mastodon-api/rows";

const REMOVED = "Mastodon removed it";
const ALPHA = "an experiment that became part of version 2";

/** What a person has chosen to read: lists, filters, topics and notifications. */
export const CHOICES: Row[] = [
  // Lists
  served("GET /api/v1/lists", "user read:lists", "List[]"),
  served("GET /api/v1/lists/:id", "user read:lists", "List"),
  served("POST /api/v1/lists", "user write:lists", "List", "title! replies_policy exclusive"),
  served("PUT /api/v1/lists/:id", "user write:lists", "List", "title! replies_policy exclusive"),
  served("DELETE /api/v1/lists/:id", "user write:lists", "{}"),
  served("GET /api/v1/lists/:id/accounts", "user read:lists", "Account[]", PAGED),
  served("POST /api/v1/lists/:id/accounts", "user write:lists", "{}", "account_ids[]!"),
  served("DELETE /api/v1/lists/:id/accounts", "user write:lists", "{}", "account_ids[]!"),
  // Filters
  served("GET /api/v2/filters", "user read:filters", "Filter[]"),
  served("GET /api/v2/filters/:id", "user read:filters", "Filter"),
  served(
    "POST /api/v2/filters",
    "user write:filters",
    "Filter",
    "title! context[]! filter_action expires_in keywords_attributes[][keyword] keywords_attributes[][whole_word] keywords_attributes[][id] keywords_attributes[][_destroy]",
  ),
  served(
    "PUT /api/v2/filters/:id",
    "user write:filters",
    "Filter",
    "title context[] filter_action expires_in keywords_attributes[][keyword] keywords_attributes[][whole_word] keywords_attributes[][id] keywords_attributes[][_destroy]",
  ),
  served("DELETE /api/v2/filters/:id", "user write:filters", "{}"),
  served("GET /api/v2/filters/:id/keywords", "user read:filters", "FilterKeyword[]"),
  served("POST /api/v2/filters/:id/keywords", "user write:filters", "FilterKeyword", "keyword! whole_word"),
  served("GET /api/v2/filters/keywords/:id", "user read:filters", "FilterKeyword"),
  served("PUT /api/v2/filters/keywords/:id", "user write:filters", "FilterKeyword", "keyword! whole_word"),
  served("DELETE /api/v2/filters/keywords/:id", "user write:filters", "{}"),
  served("GET /api/v2/filters/:id/statuses", "user read:filters", "FilterStatus[]"),
  served("POST /api/v2/filters/:id/statuses", "user write:filters", "FilterStatus", "status_id!"),
  served("GET /api/v2/filters/statuses/:id", "user read:filters", "FilterStatus"),
  served("DELETE /api/v2/filters/statuses/:id", "user write:filters", "{}"),
  served("GET /api/v1/filters", "user read:filters", "V1::Filter[]"),
  served("GET /api/v1/filters/:id", "user read:filters", "V1::Filter"),
  served(
    "POST /api/v1/filters",
    "user write:filters",
    "V1::Filter",
    "phrase! context[]! irreversible whole_word expires_in",
  ),
  served(
    "PUT /api/v1/filters/:id",
    "user write:filters",
    "V1::Filter",
    "phrase! context[]! irreversible whole_word expires_in",
  ),
  served("DELETE /api/v1/filters/:id", "user write:filters", "{}"),
  // Featured tags
  served("GET /api/v1/featured_tags", "user read:accounts", "FeaturedTag[]"),
  served("POST /api/v1/featured_tags", "user write:accounts", "FeaturedTag", "name!"),
  served("DELETE /api/v1/featured_tags/:id", "user write:accounts", "{}"),
  served("GET /api/v1/featured_tags/suggestions", "user read:accounts", "Tag[]"),
  // Followed tags
  served("GET /api/v1/followed_tags", "user read:follows", "Tag[]", PAGED),
  // Tags
  served("GET /api/v1/tags/:name", "public", "Tag"),
  served("POST /api/v1/tags/:name/follow", "user write:follows", "Tag"),
  served("POST /api/v1/tags/:name/unfollow", "user write:follows", "Tag"),
  served("POST /api/v1/tags/:id/feature", "user write:accounts", "Tag"),
  served("POST /api/v1/tags/:id/unfeature", "user write:accounts", "Tag"),
  // Markers
  served("GET /api/v1/markers", "user read:statuses", "Markers", "timeline[]"),
  served("POST /api/v1/markers", "user write:statuses", "Markers", "home[last_read_id] notifications[last_read_id]"),
  // Notifications
  served(
    "GET /api/v1/notifications",
    "user read:notifications",
    "Notification[]",
    `${PAGED} types[] exclude_types[] account_id include_filtered supported_types[]!`,
  ),
  served("GET /api/v1/notifications/:id", "user read:notifications", "Notification", "supported_types[]!"),
  served("POST /api/v1/notifications/clear", "user write:notifications", "{}"),
  served("POST /api/v1/notifications/:id/dismiss", "user write:notifications", "{}"),
  refused(REMOVED, "POST /api/v1/notifications/dismiss", "user write:notifications", "{}", "id!"),
  served(
    "GET /api/v1/notifications/unread_count",
    "user read:notifications",
    "Count",
    "limit types[] exclude_types[] account_id",
  ),
  served("GET /api/v2/notifications/policy", "user read:notifications", "NotificationPolicy"),
  served("GET /api/v1/notifications/policy", "user read:notifications", "V1::NotificationPolicy"),
  served(
    "PUT /api/v1/notifications/policy",
    "user write:notifications",
    "V1::NotificationPolicy",
    "filter_not_following filter_not_followers filter_new_accounts filter_private_mentions",
  ),
  served("PATCH /api/v2/notifications/policy", "user write:notifications", "NotificationPolicy"),
  served("GET /api/v1/notifications/requests", "user read:notifications", "NotificationRequest[]", PAGED),
  served("GET /api/v1/notifications/requests/:id", "user read:notifications", "NotificationRequest"),
  served("POST /api/v1/notifications/requests/:id/accept", "user write:notifications", "{}"),
  served("POST /api/v1/notifications/requests/:id/dismiss", "user write:notifications", "{}"),
  served("POST /api/v1/notifications/requests/accept", "user write:notifications", "{}", "id[]!"),
  served("POST /api/v1/notifications/requests/dismiss", "user write:notifications", "{}", "id[]!"),
  served("GET /api/v1/notifications/requests/merged", "user read:notifications", "object"),
  // Grouped notifications
  served(
    "GET /api/v2/notifications",
    "user read:notifications",
    "GroupedNotificationsResults",
    `${PAGED} types[] exclude_types[] account_id expand_accounts grouped_types[] include_filtered supported_types[]!`,
  ),
  served(
    "GET /api/v2/notifications/:group_key",
    "user read:notifications",
    "GroupedNotificationsResults",
    "supported_types[]!",
  ),
  served("POST /api/v2/notifications/:group_key/dismiss", "user write:notifications", "{}"),
  served("GET /api/v2/notifications/:group_key/accounts", "user read:notifications", "Account[]"),
  served(
    "GET /api/v2/notifications/unread_count",
    "user read:notifications",
    "Count",
    "limit types[] exclude_types[] account_id grouped_types[]",
  ),
  // Notifications alpha
  refused(
    ALPHA,
    "GET /api/v2_alpha/notifications",
    "user read:notifications",
    "GroupedNotificationsResults",
    `${PAGED} types[] exclude_types[] account_id expand_accounts grouped_types[]`,
  ),
  refused(
    ALPHA,
    "GET /api/v2_alpha/notifications/:group_key",
    "user read:notifications",
    "GroupedNotificationsResults",
  ),
  refused(ALPHA, "POST /api/v2_alpha/notifications/:group_key/dismiss", "user write:notifications", "{}"),
  refused(
    ALPHA,
    "GET /api/v2_alpha/notifications/unread_count",
    "user read:notifications",
    "Count",
    "limit types[] exclude_types[] account_id grouped_types[]",
  ),
  // Push
  served(
    "POST /api/v1/push/subscription",
    "user push",
    "WebPushSubscription",
    "subscription[endpoint]! subscription[keys][p256dh]! subscription[keys][auth]! subscription[standard] data[alerts][mention] data[alerts][quote] data[alerts][status] data[alerts][reblog] data[alerts][follow] data[alerts][follow_request] data[alerts][favourite] data[alerts][poll] data[alerts][update] data[alerts][quoted_update] data[alerts][admin.sign_up] data[alerts][admin.report] data[policy]",
  ),
  served("GET /api/v1/push/subscription", "user push", "WebPushSubscription"),
  served(
    "PUT /api/v1/push/subscription",
    "user push",
    "WebPushSubscription",
    "data[alerts][mention] data[alerts][status] data[alerts][reblog] data[alerts][follow] data[alerts][follow_request] data[alerts][favourite] data[alerts][poll] data[alerts][update] data[alerts][admin.sign_up] data[alerts][admin.report] policy",
  ),
  served("DELETE /api/v1/push/subscription", "user push", "{}"),
  // Reports
  served(
    "POST /api/v1/reports",
    "user write:reports",
    "Report",
    "account_id! status_ids[] collection_ids[] comment forward category rule_ids[]",
  ),
];
