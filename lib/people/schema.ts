import { z } from "zod";

/** A link or fact on a profile (Mastodon `Field`). */
export const Field = z.object({
  name: z.string(),
  value: z.string(),
  verified_at: z.string().nullable(),
});

/**
 * A person in the API: Mastodon 4.5 `Account`, with every required field.
 * @see https://docs.joinmastodon.org/entities/Account/
 */
export const Account = z
  .object({
    id: z.string(),
    username: z.string(),
    acct: z.string(),
    display_name: z.string(),
    locked: z.boolean(),
    bot: z.boolean(),
    discoverable: z.boolean().nullable(),
    indexable: z.boolean(),
    hide_collections: z.boolean().nullable(),
    group: z.boolean(),
    noindex: z.boolean(),
    created_at: z.string(),
    note: z.string(),
    url: z.string(),
    uri: z.string(),
    avatar: z.string(),
    avatar_static: z.string(),
    avatar_description: z.string(),
    header: z.string(),
    header_static: z.string(),
    header_description: z.string(),
    followers_count: z.number().int(),
    following_count: z.number().int(),
    statuses_count: z.number().int(),
    last_status_at: z.string().nullable(),
    emojis: z.array(z.never()),
    roles: z.array(z.never()),
    fields: z.array(Field),
    /** What their profile has (Mastodon 4.6): everything. */
    show_media: z.boolean(),
    show_media_replies: z.boolean(),
    show_featured: z.boolean(),
    /** Who may add this person to a collection (Mastodon 4.6): nobody, because there are none. */
    feature_approval: z.object({
      automatic: z.array(z.string()),
      manual: z.array(z.string()),
      current_user: z.enum(["automatic", "manual", "denied", "unknown"]),
    }),
    /** Whether staff limited them (Mastodon's `limited`); absent for everybody else. */
    limited: z.boolean().optional(),
    /** An extension of Barker: whether others may see what they like. */
    shows_likes: z.boolean(),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

/** The viewer's own account: Mastodon `CredentialAccount`. */
export const CredentialAccount = Account.extend({
  source: z.object({
    privacy: z.string(),
    sensitive: z.boolean(),
    language: z.string().nullable(),
    note: z.string(),
    fields: z.array(Field),
    follow_requests_count: z.number().int(),
    hide_collections: z.boolean().nullable(),
    discoverable: z.boolean().nullable(),
    indexable: z.boolean(),
    attribution_domains: z.array(z.string()),
    quote_policy: z.string(),
  }),
  role: z.object({
    id: z.string(),
    name: z.string(),
    permissions: z.string(),
    color: z.string(),
    highlighted: z.boolean(),
    collection_limit: z.number().int(),
  }),
}).meta({ id: "CredentialAccount" });
export type CredentialAccount = z.infer<typeof CredentialAccount>;

/** The viewer's relationship to somebody: Mastodon `Relationship`. */
export const Relationship = z
  .object({
    id: z.string(),
    following: z.boolean(),
    showing_reblogs: z.boolean(),
    notifying: z.boolean(),
    languages: z.array(z.string()).nullable(),
    followed_by: z.boolean(),
    blocking: z.boolean(),
    blocked_by: z.boolean(),
    muting: z.boolean(),
    muting_notifications: z.boolean(),
    muting_expires_at: z.string().nullable(),
    requested: z.boolean(),
    requested_by: z.boolean(),
    domain_blocking: z.boolean(),
    endorsed: z.boolean(),
    note: z.string(),
  })
  .meta({ id: "Relationship" });
export type Relationship = z.infer<typeof Relationship>;

/** People the viewer follows who follow a person (Mastodon `FamiliarFollowers`), and how many there are in all. */
export const FamiliarFollowers = z
  .object({ id: z.string(), accounts: z.array(Account), accounts_count: z.number().int() })
  .meta({ id: "FamiliarFollowers" });
export type FamiliarFollowers = z.infer<typeof FamiliarFollowers>;

/** A person's defaults for new barks. */
export const BarkDefaults = z.object({
  audience: z.enum(["public", "unlisted", "private"]),
  sensitive: z.boolean(),
  language: z.string().nullable(),
  /** Who may quote them. */
  quotePolicy: z.enum(["public", "followers", "nobody"]),
});
export type BarkDefaults = z.infer<typeof BarkDefaults>;

/** A person as the graph stores them, with their counters. `at` and `lastBarkAt` are Unix milliseconds. */
export const PersonRow = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  bio: z.string(),
  portrait: z.string(),
  header: z.string(),
  at: z.number(),
  bot: z.boolean(),
  locked: z.boolean(),
  discoverable: z.boolean(),
  lastBarkAt: z.number().nullable(),
  /** Up to four fields as two parallel lists, because a node property cannot hold a list of pairs. */
  fieldNames: z.array(z.string()).nullish(),
  fieldValues: z.array(z.string()).nullish(),
  indexable: z.boolean().nullish(),
  hideCollections: z.boolean().nullish(),
  /** Whether others may see what they like. */
  showsLikes: z.boolean().nullish(),
  /** Measures of the staff: only followers find them without looking for them; all their pictures are covered. */
  limited: z.boolean().nullish(),
  alwaysSensitive: z.boolean().nullish(),
  followers: z.number(),
  following: z.number(),
  barks: z.number(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** A viewer's relationship to a person, as stored in the graph. An expired mute no longer counts. */
export const ViewerRelationship = z.object({
  following: z.boolean(),
  /** Whether their rebarks appear on Home. */
  followingRebarks: z.boolean(),
  /** Only barks in these languages appear on Home; an empty list means all. */
  languages: z.array(z.string()),
  notifying: z.boolean(),
  followedBy: z.boolean(),
  blocking: z.boolean(),
  blockedBy: z.boolean(),
  muting: z.boolean(),
  mutingNotifications: z.boolean(),
  /** When the mute expires (Unix ms); null when it does not, or without a mute. */
  mutedUntil: z.number().nullable(),
  /** Whether a follow request is pending. */
  requested: z.boolean(),
  requestedBy: z.boolean(),
});
export type ViewerRelationship = z.infer<typeof ViewerRelationship>;

/** The private parts of a relationship: the viewer's note, and whether they feature the person. */
export const RemarkRow = z.object({
  id: z.string(),
  note: z.string().nullable(),
  endorsed: z.boolean(),
});
export type RemarkRow = z.infer<typeof RemarkRow>;

/** Settings of a follow; those that are left out stay as they are. */
export interface FollowSettings {
  /** Whether their rebarks appear on Home. */
  rebarks?: boolean;
  /** Whether each of their barks causes an alert. */
  notify?: boolean;
  /** Only barks in these languages; an empty list means all. */
  languages?: string[];
}

/**
 * A follower with the settings of their follow; an empty list of languages means all. `elsewhere`: they read the person on
 * an exclusive list instead of Home.
 */
export const Follower = z.object({
  id: z.string(),
  rebarks: z.boolean(),
  languages: z.array(z.string()),
  elsewhere: z.boolean(),
  home: z.object({ replies: z.enum(["all", "followed", "none"]), rebarks: z.boolean() }),
  /** Whether they follow the person whom the bark answers; asked only of those whose Home depends on it. */
  followsAnswered: z.boolean(),
});
export type Follower = z.infer<typeof Follower>;

/** `other` mutes, blocks or is blocked by `person`. */
export const BlockRelation = z.object({
  other: z.string(),
  person: z.string(),
  how: z.enum(["muting", "blocking", "blockedBy"]),
});
export type BlockRelation = z.infer<typeof BlockRelation>;
