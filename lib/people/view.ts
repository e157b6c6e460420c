import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type { Account, CredentialAccount, PersonRow, Relationship } from "@/lib/people/schema";
import { textToHtml } from "@/lib/text/html";

/** A person as every reader sees them (Mastodon `Account`). */
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
    indexable: false,
    hide_collections: false,
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
    fields: [],
  };
}

/** The viewer's own account (Mastodon `CredentialAccount`). */
export function toCredentialAccount(person: PersonRow): CredentialAccount {
  return {
    ...toAccount(person),
    source: {
      privacy: "public",
      sensitive: false,
      language: null,
      note: person.bio,
      fields: [],
      follow_requests_count: 0,
      hide_collections: false,
      discoverable: person.discoverable,
      indexable: false,
      attribution_domains: [],
      quote_policy: "public",
    },
    role: { id: "-99", name: "", permissions: "0", color: "", highlighted: false },
  };
}

/** How the viewer stands to somebody (Mastodon `Relationship`). */
export function toRelationship(row: { id: string; following: boolean; followedBy: boolean }): Relationship {
  return {
    id: row.id,
    following: row.following,
    showing_reblogs: row.following,
    notifying: false,
    languages: null,
    followed_by: row.followedBy,
    blocking: false,
    blocked_by: false,
    muting: false,
    muting_notifications: false,
    requested: false,
    requested_by: false,
    domain_blocking: false,
    endorsed: false,
    note: "",
  };
}

/** A bio links topics, and every handle it names: whether that person exists is seen at the click. */
const bioLinks = {
  person: (handle: string) => env().BARKER_ORIGIN + paths.person(handle),
  topic: (name: string) => env().BARKER_ORIGIN + paths.topic(name),
};
