import { empty, PAGED, refused, served, type Row } from "@/testing/mastodon-api/rows";

const OPERATORS = "staff run the town with the town hall and bin/barker";
const UNCOUNTED = "nobody counts languages and apps; the town hall shows how much space there is";
const SINGLE = "this server is connected with no other";

/** Administration. */
export const ADMIN: Row[] = [
  // Accounts
  served(
    "GET /api/v1/admin/accounts",
    "user admin:read:accounts",
    "Admin::Account[]",
    `local remote active pending disabled silenced suspended sensitized username display_name by_domain email ip staff ${PAGED}`,
  ),
  served(
    "GET /api/v2/admin/accounts",
    "user admin:read:accounts",
    "Admin::Account[]",
    `origin status permissions role_ids[] invited_by username display_name by_domain email ip ${PAGED}`,
  ),
  served("GET /api/v1/admin/accounts/:id", "user admin:read:accounts", "Admin::Account"),
  served("POST /api/v1/admin/accounts/:id/approve", "user admin:write:accounts", "Admin::Account"),
  served("POST /api/v1/admin/accounts/:id/reject", "user admin:write:accounts", "Admin::Account"),
  refused(OPERATORS, "DELETE /api/v1/admin/accounts/:id", "user admin:write:accounts", "Admin::Account"),
  served(
    "POST /api/v1/admin/accounts/:id/action",
    "user admin:write:accounts",
    "{}",
    "type! report_id warning_preset_id text send_email_notification",
  ),
  served("POST /api/v1/admin/accounts/:id/enable", "user admin:write:accounts", "Admin::Account"),
  served("POST /api/v1/admin/accounts/:id/unsilence", "user admin:write:accounts", "Admin::Account"),
  served("POST /api/v1/admin/accounts/:id/unsuspend", "user admin:write:accounts", "Admin::Account"),
  served("POST /api/v1/admin/accounts/:id/unsensitive", "user admin:write:accounts", "Admin::Account"),
  // Canonical email blocks
  refused(
    OPERATORS,
    "GET /api/v1/admin/canonical_email_blocks",
    "user admin:read:canonical_email_blocks",
    "Admin::CanonicalEmailBlock[]",
    PAGED,
  ),
  refused(
    OPERATORS,
    "GET /api/v1/admin/canonical_email_blocks/:id",
    "user admin:read:canonical_email_blocks",
    "Admin::CanonicalEmailBlock",
  ),
  refused(
    OPERATORS,
    "POST /api/v1/admin/canonical_email_blocks/test",
    "user admin:read:canonical_email_blocks",
    "Admin::CanonicalEmailBlock[]",
    "email!",
  ),
  refused(
    OPERATORS,
    "POST /api/v1/admin/canonical_email_blocks",
    "user admin:write:canonical_email_blocks",
    "Admin::CanonicalEmailBlock",
    "email! canonical_email_hash!",
  ),
  refused(
    OPERATORS,
    "DELETE /api/v1/admin/canonical_email_blocks/:id",
    "user admin:write:canonical_email_blocks",
    "Admin::CanonicalEmailBlock",
  ),
  // Dimensions
  refused(
    UNCOUNTED,
    "POST /api/v1/admin/dimensions",
    "user admin:read",
    "Admin::Dimension[]",
    "keys[]! start_at end_at limit tag_servers[id] tag_languages[id] instance_accounts[domain] instance_languages[domain]",
  ),
  // Domain allows
  empty(SINGLE, "GET /api/v1/admin/domain_allows", "user admin:read:domain_allows", "Admin::DomainAllow[]", PAGED),
  refused(OPERATORS, "GET /api/v1/admin/domain_allows/:id", "user admin:read:domain_allows", "Admin::DomainAllow"),
  refused(
    OPERATORS,
    "POST /api/v1/admin/domain_allows",
    "user admin:write:domain_allows",
    "Admin::DomainAllow",
    "domain!",
  ),
  refused(OPERATORS, "DELETE /api/v1/admin/domain_allows/:id", "user admin:write:domain_allows", "Admin::DomainAllow"),
  // Domain blocks
  empty(SINGLE, "GET /api/v1/admin/domain_blocks", "user admin:read:domain_blocks", "Admin::DomainBlock[]", PAGED),
  refused(OPERATORS, "GET /api/v1/admin/domain_blocks/:id", "user admin:read:domain_blocks", "Admin::DomainBlock"),
  refused(
    OPERATORS,
    "POST /api/v1/admin/domain_blocks",
    "user admin:write:domain_blocks",
    "Admin::DomainBlock",
    "domain! severity reject_media reject_reports private_comment public_comment obfuscate",
  ),
  refused(
    OPERATORS,
    "PUT /api/v1/admin/domain_blocks/:id",
    "user admin:write:domain_blocks",
    "Admin::DomainBlock",
    "severity reject_media reject_reports private_comment public_comment obfuscate",
  ),
  refused(OPERATORS, "DELETE /api/v1/admin/domain_blocks/:id", "user admin:write:domain_blocks", "Admin::DomainBlock"),
  // Email domain blocks
  served(
    "GET /api/v1/admin/email_domain_blocks",
    "user admin:read:email_domain_blocks",
    "Admin::EmailDomainBlock[]",
    PAGED,
  ),
  served("GET /api/v1/admin/email_domain_blocks/:id", "user admin:read:email_domain_blocks", "Admin::EmailDomainBlock"),
  served(
    "POST /api/v1/admin/email_domain_blocks",
    "user admin:write:email_domain_blocks",
    "Admin::EmailDomainBlock",
    "domain! allow_with_approval",
  ),
  served("DELETE /api/v1/admin/email_domain_blocks/:id", "user admin:write:email_domain_blocks", "{}"),
  // Ip blocks
  refused(OPERATORS, "GET /api/v1/admin/ip_blocks", "user admin:read:ip_blocks", "Admin::IpBlock[]", PAGED),
  refused(OPERATORS, "GET /api/v1/admin/ip_blocks/:id", "user admin:read:ip_blocks", "Admin::IpBlock"),
  refused(
    OPERATORS,
    "POST /api/v1/admin/ip_blocks",
    "user admin:write:ip_blocks",
    "Admin::IpBlock",
    "ip severity! comment expires_in",
  ),
  refused(
    OPERATORS,
    "PUT /api/v1/admin/ip_blocks/:id",
    "user admin:write:ip_blocks",
    "Admin::IpBlock",
    "ip severity comment expires_in",
  ),
  refused(OPERATORS, "DELETE /api/v1/admin/ip_blocks/:id", "user admin:write:domain_blocks", "Admin::IpBlock"),
  // Measures
  served(
    "POST /api/v1/admin/measures",
    "user admin:read",
    "Admin::Measure[]",
    "keys[]! start_at! end_at! tag_accounts[id] tag_uses[id] tag_servers[id] instance_accounts[domain] instance_media_attachments[domain] instance_reports[domain] instance_statuses[domain] instance_follows[domain] instance_followers[domain]",
  ),
  // Reports
  served(
    "GET /api/v1/admin/reports",
    "user admin:read:reports",
    "Admin::Report[]",
    `resolved account_id target_account_id ${PAGED}`,
  ),
  served("GET /api/v1/admin/reports/:id", "user admin:read:reports", "Admin::Report"),
  served("PUT /api/v1/admin/reports/:id", "user admin:write:reports", "Admin::Report", "category rule_ids[]"),
  served("POST /api/v1/admin/reports/:id/assign_to_self", "user admin:write:reports", "Admin::Report"),
  served("POST /api/v1/admin/reports/:id/unassign", "user admin:write:reports", "Admin::Report"),
  served("POST /api/v1/admin/reports/:id/resolve", "user admin:write:reports", "Admin::Report"),
  served("POST /api/v1/admin/reports/:id/reopen", "user admin:write:reports", "Admin::Report"),
  // Retention
  refused(
    OPERATORS,
    "POST /api/v1/admin/retention",
    "user admin:read",
    "Admin::Cohort[]",
    "start_at! end_at! frequency!",
  ),
  // Trends
  empty("nobody counts who links to what", "GET /api/v1/admin/trends/links", "user admin:read", "Trends::Link[]"),
  served("GET /api/v1/admin/trends/statuses", "user admin:read", "Status[]"),
  served("GET /api/v1/admin/trends/tags", "user admin:read", "Admin::Tag[]"),
];
