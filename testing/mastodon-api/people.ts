import { PAGED, empty, refused, served, type Row } from "@/testing/mastodon-api/rows";

const ALONE = "Barker exchanges nothing with other servers";
const REMOVED = "Mastodon removed it";

/** People, relationships and one's own profile. */
export const PEOPLE: Row[] = [
  // Accounts
  served(
    "POST /api/v1/accounts",
    "app write:accounts",
    "Token",
    "username! email! password! agreement! locale! reason invite_code date_of_birth!",
  ),
  served("GET /api/v1/accounts/verify_credentials", "user profile|read:accounts", "CredentialAccount"),
  served(
    "PATCH /api/v1/accounts/update_credentials",
    "user write:accounts",
    "CredentialAccount",
    "display_name note avatar header locked! bot discoverable hide_collections indexable attribution_domains[] fields_attributes fields_attributes[:index][name] fields_attributes[:index][value] source[privacy] source[sensitive] source[language] source[quote_policy]",
  ),
  served("GET /api/v1/accounts/:id", "public", "Account"),
  served("GET /api/v1/accounts", "public", "Account[]", "id[]"),
  served(
    "GET /api/v1/accounts/:id/statuses",
    "public read:statuses",
    "Status[]",
    `${PAGED} only_media exclude_replies exclude_reblogs pinned tagged`,
  ),
  served("GET /api/v1/accounts/:id/followers", "public", "Account[]", PAGED),
  served("GET /api/v1/accounts/:id/following", "public", "Account[]", PAGED),
  served("GET /api/v1/accounts/:id/featured_tags", "public", "FeaturedTag[]"),
  served("GET /api/v1/accounts/:id/lists", "user read:lists", "List[]"),
  served("POST /api/v1/accounts/:id/follow", "user write:follows", "Relationship", "reblogs notify languages[]"),
  served("POST /api/v1/accounts/:id/unfollow", "user write:follows", "Relationship"),
  served("POST /api/v1/accounts/:id/remove_from_followers", "user write:follows", "Relationship"),
  served("POST /api/v1/accounts/:id/block", "user write:blocks", "Relationship"),
  served("POST /api/v1/accounts/:id/unblock", "user write:blocks", "Relationship"),
  served("POST /api/v1/accounts/:id/mute", "user write:mutes", "Relationship", "notifications duration"),
  served("POST /api/v1/accounts/:id/unmute", "user write:mutes", "Relationship"),
  served("POST /api/v1/accounts/:id/pin", "user write:accounts", "Relationship"),
  served("POST /api/v1/accounts/:id/unpin", "user write:accounts", "Relationship"),
  served("GET /api/v1/accounts/:id/endorsements", "public", "Account[]", PAGED),
  served("POST /api/v1/accounts/:id/endorse", "user write:accounts", "Relationship"),
  served("POST /api/v1/accounts/:id/unendorse", "user write:accounts", "Relationship"),
  served("POST /api/v1/accounts/:id/note", "user write:accounts", "Relationship", "comment"),
  served("GET /api/v1/accounts/relationships", "user read:follows", "Relationship[]", "id[] with_suspended"),
  served("GET /api/v1/accounts/familiar_followers", "user read:follows", "FamiliarFollowers[]", "id[]"),
  served("GET /api/v1/accounts/search", "user read:accounts", "Account[]", "q! limit offset resolve following"),
  served("GET /api/v1/accounts/lookup", "public", "Account", "acct!"),
  refused(REMOVED, "GET /api/v1/accounts/:id/identity_proofs", "user", "IdentityProof[]"),
  // Profile
  served("GET /api/v1/profile", "user profile|read:accounts", "Profile"),
  served(
    "PATCH /api/v1/profile",
    "user write:accounts",
    "Profile",
    "display_name note avatar avatar_description header header_description locked! bot discoverable hide_collections indexable show_media show_media_replies show_featured attribution_domains[] fields_attributes fields_attributes[:index][name] fields_attributes[:index][value]",
  ),
  served("DELETE /api/v1/profile/avatar", "user write:accounts", "CredentialAccount"),
  served("DELETE /api/v1/profile/header", "user write:accounts", "CredentialAccount"),
  // Preferences
  served("GET /api/v1/preferences", "user read:accounts", "Preferences"),
  // Directory
  served("GET /api/v1/directory", "public", "Account[]", "offset limit order local"),
  // Suggestions
  served("GET /api/v2/suggestions", "user read", "Suggestion[]", "limit"),
  // The documentation says `read`, which may not change anything here.
  served("DELETE /api/v1/suggestions/:id", "user write:accounts", "{}"),
  served("GET /api/v1/suggestions", "user read", "Account[]", "limit"),
  // Endorsements
  served("GET /api/v1/endorsements", "user read:accounts", "Account[]", PAGED),
  // Follow requests
  served("GET /api/v1/follow_requests", "user read:follows|follow", "Account[]", PAGED),
  served("POST /api/v1/follow_requests/:id/authorize", "user write:follows|follow", "Relationship"),
  served("POST /api/v1/follow_requests/:id/reject", "user write:follows|follow", "Relationship"),
  // Blocks
  served("GET /api/v1/blocks", "user read:blocks", "Account[]", PAGED),
  // Mutes
  served("GET /api/v1/mutes", "user read:mutes|follow", "MutedAccount[]", PAGED),
  // Domain blocks
  empty(ALONE, "GET /api/v1/domain_blocks", "user read:blocks|follow", "string[]", PAGED),
  refused(ALONE, "POST /api/v1/domain_blocks", "user write:blocks|follow", "{}", "domain!"),
  refused(ALONE, "DELETE /api/v1/domain_blocks", "user write:blocks|follow", "{}", "domain!"),
];
