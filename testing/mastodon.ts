/**
 * The fields that Mastodon 4.5's documentation declares as required, by entity; fields that were added later are left
 * out.
 * @see https://docs.joinmastodon.org/entities/
 */
export const ALWAYS = {
  Account: [
    ..."id username acct url uri display_name note avatar avatar_static header header_static locked fields".split(" "),
    ..."emojis bot group discoverable indexable created_at last_status_at statuses_count".split(" "),
    ..."followers_count following_count hide_collections roles".split(" "),
  ],
  Source:
    "attribution_domains note fields privacy sensitive language follow_requests_count hide_collections discoverable indexable quote_policy".split(
      " ",
    ),
  Role: ["id", "name", "color", "permissions", "highlighted"],
  Status: [
    ..."id uri created_at account content visibility sensitive spoiler_text media_attachments mentions tags".split(" "),
    ..."emojis reblogs_count favourites_count quotes_count replies_count url in_reply_to_id".split(" "),
    ..."in_reply_to_account_id reblog poll card language text edited_at quote quote_approval".split(" "),
    // Required for a signed-in viewer; Barker always returns them:
    ..."favourited reblogged muted bookmarked pinned filtered".split(" "),
  ],
  Relationship:
    "id following showing_reblogs notifying languages followed_by blocking blocked_by muting muting_notifications requested requested_by domain_blocking endorsed note".split(
      " ",
    ),
  Notification: ["id", "type", "group_key", "created_at", "account"],
  NotificationGroup: "group_key notifications_count type most_recent_notification_id sample_account_ids".split(" "),
  GroupedNotificationsResults: ["accounts", "statuses", "notification_groups"],
  NotificationRequest: "id created_at updated_at account notifications_count".split(" "),
  NotificationPolicy:
    "for_not_following for_not_followers for_new_accounts for_private_mentions for_limited_accounts summary".split(" "),
  Marker: ["last_read_id", "version", "updated_at"],
  Token: ["access_token", "token_type", "scope", "created_at"],
  Application: ["id", "name", "website", "scopes", "redirect_uris", "redirect_uri", "vapid_key"],
  CredentialApplication: ["client_id", "client_secret", "client_secret_expires_at"],
  Instance: [
    ..."domain title version source_url description usage thumbnail icon languages configuration".split(" "),
    ..."registrations api_versions contact rules".split(" "),
  ],
  InstanceV1: [
    ..."uri title short_description description email version urls stats thumbnail languages registrations".split(" "),
    ..."approval_required invites_enabled configuration contact_account rules".split(" "),
  ],
  Configuration:
    "urls vapid accounts statuses media_attachments polls translation timelines_access limited_federation".split(" "),
  Preferences: [
    "posting:default:visibility",
    "posting:default:sensitive",
    "posting:default:language",
    "reading:expand:media",
    "reading:expand:spoilers",
  ],
} as const;
