import { fields } from "@/testing/web-clients/exchange";

/** What Phanpy reads of a status. */
export const PHANPY_STATUS = fields(`
  id uri url content created_at edited_at? visibility language? sensitive spoiler_text
  account.id account.acct account.username account.url account.display_name account.avatar account.avatar_static
  account.emojis account.bot account.group
  replies_count reblogs_count favourites_count quotes_count favourited reblogged bookmarked muted pinned
  poll? card? reblog? quote? filtered mentions tags emojis media_attachments in_reply_to_id? in_reply_to_account_id?
  quote_approval.current_user quote_approval.automatic quote_approval.manual`);

/** What Elk reads of a status. */
export const ELK_STATUS = fields(`
  id uri url content created_at edited_at? visibility language? sensitive spoiler_text application?
  account.id account.acct account.display_name account.avatar account.emojis account.bot
  replies_count reblogs_count favourites_count quotes_count favourited reblogged bookmarked muted pinned
  poll? card? reblog? quote? filtered mentions tags emojis media_attachments emoji_reactions in_reply_to_id?
  in_reply_to_account_id? quote_approval.current_user`);

/** What both read of a person. */
export const ACCOUNT = fields(`
  id acct username url display_name note avatar avatar_static header header_static created_at last_status_at?
  followers_count following_count statuses_count locked bot group roles emojis fields hide_collections`);

/** What both read of a relationship. */
export const RELATIONSHIP = fields(`
  id following followed_by requested requested_by blocking blocked_by muting muting_notifications domain_blocking
  showing_reblogs notifying endorsed note languages?`);

/** What both read of a picture. */
export const PICTURE = fields(`
  id type url preview_url remote_url? description? blurhash? meta.original.width meta.original.height meta.small.width`);

/** What both read of a poll. */
export const POLL = fields(`
  id expires_at expired multiple votes_count voters_count voted own_votes options[].title options[].votes_count emojis`);

/** What both read of a topic. */
export const TOPIC = fields("name url history following");
