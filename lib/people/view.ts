import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type {
  Account,
  BarkDefaults,
  CredentialAccount,
  PersonRow,
  Relationship,
  RemarkRow,
  ViewerRelationship,
} from "@/lib/people/schema";
import { roleOf } from "@/lib/staff/rules";
import type { StaffRow } from "@/lib/staff/schema";
import { textToHtml } from "@/lib/text/html";

/** A person as every viewer sees them (Mastodon `Account`). */
export function toAccount(person: PersonRow): Account {
  const origin = env().BARKER_ORIGIN;
  const url = origin + paths.person(person.handle);
  const avatar = origin + paths.portrait(person.portrait);
  const header = origin + paths.scenery(person.header);
  return {
    id: person.id,
    username: person.handle,
    acct: person.handle,
    display_name: person.name,
    locked: person.locked,
    bot: person.bot,
    discoverable: person.discoverable,
    indexable: person.indexable ?? true,
    hide_collections: person.hideCollections ?? false,
    group: false,
    noindex: false,
    created_at: new Date(person.at).toISOString(),
    note: person.bio === "" ? "" : textToHtml(person.bio, bioLinks),
    url,
    uri: url,
    avatar,
    avatar_static: avatar,
    avatar_description: "",
    header,
    header_static: header,
    header_description: "",
    followers_count: person.followers,
    following_count: person.following,
    statuses_count: person.barks,
    last_status_at: person.lastBarkAt === null ? null : new Date(person.lastBarkAt).toISOString().slice(0, 10),
    emojis: [],
    roles: [],
    fields: fieldsOf(person).map(({ name, value }) => ({ name, value: fieldHtml(value), verified_at: null })),
    show_media: true,
    show_media_replies: true,
    show_featured: true,
    feature_approval: { automatic: [], manual: [], current_user: "denied" },
    ...(person.limited && { limited: true }),
    shows_likes: person.showsLikes ?? false,
  };
}

/** The fields of a profile as they were typed. */
export function fieldsOf({ fieldNames, fieldValues }: PersonRow): { name: string; value: string }[] {
  return (fieldNames ?? []).map((name, index) => ({ name, value: fieldValues?.[index] ?? "" }));
}

/** The HTML of a field's value: one line with links, without a paragraph around it. */
function fieldHtml(value: string): string {
  return textToHtml(value, bioLinks).replace(/^<p>(.*)<\/p>$/s, "$1");
}

/** The viewer's own account (Mastodon `CredentialAccount`), with its private fields. */
export function toCredentialAccount(
  person: PersonRow,
  { defaults, requests, staff }: { defaults: BarkDefaults; requests: number; staff: StaffRow },
): CredentialAccount {
  return {
    ...toAccount(person),
    source: {
      privacy: defaults.audience,
      sensitive: defaults.sensitive,
      language: defaults.language,
      note: person.bio,
      fields: fieldsOf(person).map((field) => ({ ...field, verified_at: null })),
      follow_requests_count: requests,
      hide_collections: person.hideCollections ?? false,
      discoverable: person.discoverable,
      indexable: person.indexable ?? true,
      attribution_domains: [],
      quote_policy: defaults.quotePolicy,
    },
    role: roleOf(staff),
  };
}

/** The viewer's relationship to somebody (Mastodon `Relationship`). */
export function toRelationship(id: string, relationship: ViewerRelationship, remark?: RemarkRow): Relationship {
  return {
    id,
    following: relationship.following,
    showing_reblogs: relationship.followingRebarks,
    notifying: relationship.notifying,
    languages: relationship.languages.length > 0 ? relationship.languages : null,
    followed_by: relationship.followedBy,
    blocking: relationship.blocking,
    blocked_by: relationship.blockedBy,
    muting: relationship.muting,
    muting_notifications: relationship.mutingNotifications,
    muting_expires_at: relationship.mutedUntil === null ? null : new Date(relationship.mutedUntil).toISOString(),
    requested: relationship.requested,
    requested_by: relationship.requestedBy,
    domain_blocking: false,
    endorsed: remark?.endorsed ?? false,
    note: remark?.note ?? "",
  };
}

/** Links topics and all handles in a bio, without checking that these people exist. */
const bioLinks = {
  person: (handle: string) => env().BARKER_ORIGIN + paths.person(handle),
  topic: (name: string) => env().BARKER_ORIGIN + paths.topic(name),
};
