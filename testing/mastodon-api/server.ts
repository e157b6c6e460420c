import { empty, page, refused, served, stream, type Row } from "@/testing/mastodon-api/rows";

const ALONE = "Barker exchanges nothing with other servers";
const REMOVED = "Mastodon removed it";
const UNTRANSLATED = "nothing is translated";
const TERMS = "the terms of service are served where the operators wrote some, without earlier versions";
const EMOJIS = "reactions and barks use Unicode's emoji";
const REPORTS = "there are no annual reports";
const ASYNC = "nothing is refreshed later";

/** Apps, the server, and streams. */
export const SERVER: Row[] = [
  // Apps
  served("POST /api/v1/apps", "public", "CredentialApplication", "client_name! redirect_uris! scopes website"),
  served("GET /api/v1/apps/verify_credentials", "app", "Application"),
  // Oauth
  page(
    "GET /oauth/authorize",
    "public",
    "page",
    "response_type! client_id! redirect_uri! scope state code_challenge code_challenge_method force_login lang",
  ),
  served(
    "POST /oauth/token",
    "public",
    "Token",
    "grant_type! code! client_id! client_secret! redirect_uri! code_verifier scope",
  ),
  served("POST /oauth/revoke", "public", "{}", "client_id! client_secret! token!"),
  served("GET /oauth/userinfo", "user profile", "object"),
  served("POST /oauth/userinfo", "user profile", "object"),
  served("GET /.well-known/oauth-authorization-server", "public", "object"),
  // Emails
  served("POST /api/v1/emails/confirmations", "user write:accounts", "{}", "email"),
  // Instance
  served("GET /health", "public", "text"),
  served("GET /api/v2/instance", "public", "Instance"),
  empty(ALONE, "GET /api/v1/instance/peers", "public", "string[]"),
  served("GET /api/v1/instance/activity", "public", "Activity[]"),
  served("GET /api/v1/instance/rules", "public", "Rule[]"),
  empty(ALONE, "GET /api/v1/instance/domain_blocks", "public", "DomainBlock[]"),
  served("GET /api/v1/instance/extended_description", "public", "ExtendedDescription"),
  served("GET /api/v1/instance/privacy_policy", "public", "PrivacyPolicy"),
  refused(TERMS, "GET /api/v1/instance/terms_of_service", "public", "TermsOfService"),
  refused(TERMS, "GET /api/v1/instance/terms_of_service/:date", "public", "TermsOfService"),
  empty(UNTRANSLATED, "GET /api/v1/instance/translation_languages", "public", "object"),
  served("GET /api/v1/instance", "public", "V1::Instance"),
  // Custom emojis
  empty(EMOJIS, "GET /api/v1/custom_emojis", "public", "CustomEmoji[]"),
  // Announcements
  served("GET /api/v1/announcements", "user", "Announcement[]", "with_dismissed"),
  served("POST /api/v1/announcements/:id/dismiss", "user write:accounts", "{}"),
  served("PUT /api/v1/announcements/:id/reactions/:name", "user write:favourites", "{}"),
  served("DELETE /api/v1/announcements/:id/reactions/:name", "user write:favourites", "{}"),
  // Annual reports
  empty(REPORTS, "GET /api/v1/annual_reports", "user read:accounts", "WrappedAnnualReports"),
  refused(REPORTS, "GET /api/v1/annual_reports/:year", "user read:accounts", "WrappedAnnualReports"),
  empty(REPORTS, "GET /api/v1/annual_reports/:year/state", "user read:accounts", "object"),
  refused(REPORTS, "POST /api/v1/annual_reports/:year/read", "user write:accounts", "{}"),
  refused(REPORTS, "POST /api/v1/annual_reports/:year/generate", "user write:accounts", "{}"),
  // Async refreshes
  refused(ASYNC, "GET /api/v1_alpha/async_refreshes/:id", "user read", "object"),
  // Oembed
  served("GET /api/oembed", "public", "object", "url! maxwidth maxheight"),
  // Proofs
  refused(REMOVED, "GET /api/proofs", "public", "object", "provider username"),
  // Streaming
  stream("GET /api/v1/streaming", "user read:statuses", "stream", "stream list tag"),
  stream("GET /api/v1/streaming/health", "public", "text"),
  stream("GET /api/v1/streaming/user", "user read:statuses+read:notifications", "stream"),
  stream("GET /api/v1/streaming/user/notification", "user read:statuses+read:notifications", "stream"),
  stream("GET /api/v1/streaming/public", "user read:statuses", "stream", "only_media"),
  stream("GET /api/v1/streaming/public/local", "user read:statuses", "stream", "only_media"),
  stream("GET /api/v1/streaming/public/remote", "user read:statuses", "stream", "only_media"),
  stream("GET /api/v1/streaming/hashtag", "user read:statuses", "stream", "tag!"),
  stream("GET /api/v1/streaming/hashtag/local", "user read:statuses", "stream", "tag!"),
  stream("GET /api/v1/streaming/list", "user read:statuses", "stream", "list!"),
  stream("GET /api/v1/streaming/direct", "user read:statuses", "stream"),
];
