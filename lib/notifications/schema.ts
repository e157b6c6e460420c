import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { Account } from "@/lib/people/schema";
import { AccountWarning } from "@/lib/strikes/schema";

/**
 * The kinds of alerts, in Barker's words: `mention` (or reply), `quote`, `rebark`, `like`, `reaction`, `follow`,
 * `ask` (a request to follow), `edit` (of a bark they acted on), `bark` (of a person whose every bark they
 * want to be told of), `poll` (the end of a poll of theirs, or in which they voted), `warning` (a measure of the staff
 * against them, whose only person is themselves).
 */
export const ALERT_KINDS = [
  ...(["mention", "quote", "rebark", "like", "reaction", "follow", "ask", "edit", "bark", "poll", "warning"] as const),
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something that happened to a person, derived from a relationship of the graph. */
export const Alert = z.object({
  /** The id of the relationship, or of the bark that mentions, answers or quotes; unique per person. */
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  actorId: z.string(),
  /** The bark it is about; null for follows. */
  barkId: z.string().nullable(),
  emoji: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;

/**
 * Mastodon's names of the kinds. Mastodon has none for reactions: clients that support them (Phanpy, Fedibird's)
 * expect `emoji_reaction` with `emoji`; others skip types they do not know.
 */
export const TYPES = {
  mention: "mention",
  quote: "quote",
  rebark: "reblog",
  like: "favourite",
  reaction: "emoji_reaction",
  follow: "follow",
  ask: "follow_request",
  edit: "update",
  bark: "status",
  poll: "poll",
  warning: "moderation_warning",
} as const satisfies Record<AlertKind, string>;

export const NotificationType = z.enum(Object.values(TYPES));
export type NotificationType = z.infer<typeof NotificationType>;

/** The text changes of an edit. */
export const EditChange = z.object({ before: z.string(), after: z.string() });
export type EditChange = z.infer<typeof EditChange>;

/** Mastodon `Notification`. `emoji` is set for reactions, `change` for edits, `moderation_warning` for measures. */
export const Notification = z
  .object({
    id: z.string(),
    type: NotificationType,
    created_at: z.string(),
    group_key: z.string(),
    account: Account,
    status: Status.optional(),
    emoji: z.string().optional(),
    change: EditChange.optional(),
    moderation_warning: AccountWarning.optional(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof Notification>;

/** Mastodon `NotificationGroup`. `reactions` counts a group's emoji, most frequent first; `change` is set for edits. */
export const NotificationGroup = z
  .object({
    group_key: z.string(),
    notifications_count: z.number().int(),
    type: NotificationType,
    /** The short form of its newest id: clients read a number here. */
    most_recent_notification_id: z.number().int(),
    page_min_id: z.string(),
    page_max_id: z.string(),
    latest_page_notification_at: z.string(),
    sample_account_ids: z.array(z.string()),
    status_id: z.string().optional(),
    reactions: z.array(z.object({ name: z.string(), count: z.number().int() })).optional(),
    change: EditChange.optional(),
    moderation_warning: AccountWarning.optional(),
  })
  .meta({ id: "NotificationGroup" });
export type NotificationGroup = z.infer<typeof NotificationGroup>;

/** A short form of an account: Mastodon `PartialAccountWithAvatar`. */
export const PartialAccount = Account.pick({
  id: true,
  acct: true,
  url: true,
  avatar: true,
  avatar_static: true,
  locked: true,
  bot: true,
});

/** Mastodon `GroupedNotificationsResults`. */
export const GroupedNotifications = z
  .object({
    accounts: z.array(Account),
    partial_accounts: z.array(PartialAccount).optional(),
    statuses: z.array(Status),
    notification_groups: z.array(NotificationGroup),
  })
  .meta({ id: "GroupedNotificationsResults" });
export type GroupedNotifications = z.infer<typeof GroupedNotifications>;

export const PolicyChoice = z.enum(["accept", "filter", "drop"]);
export type PolicyChoice = z.infer<typeof PolicyChoice>;

/** What happens to alerts by people one does not know: accepted, filtered into a request, or dropped. */
export const Policy = z.object({
  for_not_following: PolicyChoice,
  for_not_followers: PolicyChoice,
  for_new_accounts: PolicyChoice,
  for_private_mentions: PolicyChoice,
  for_limited_accounts: PolicyChoice,
});
export type Policy = z.infer<typeof Policy>;

/** Mastodon `NotificationPolicy`: the policy, and how much it filters. */
export const NotificationPolicy = Policy.extend({
  summary: z.object({
    pending_requests_count: z.number().int(),
    pending_notifications_count: z.number().int(),
  }),
}).meta({ id: "NotificationPolicy" });
export type NotificationPolicy = z.infer<typeof NotificationPolicy>;

/** Mastodon `NotificationRequest`: somebody whose notifications are filtered. Its id is the account's. */
export const NotificationRequest = z
  .object({
    id: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    notifications_count: z.string(),
    account: Account,
    last_status: Status.nullable(),
  })
  .meta({ id: "NotificationRequest" });
export type NotificationRequest = z.infer<typeof NotificationRequest>;

/** The types of alerts that are turned on. */
export const AlertTypes = z.record(NotificationType, z.boolean()).meta({ id: "NotificationSwitches" });
export type AlertTypes = z.infer<typeof AlertTypes>;

/** Mastodon's older form of the policy: filter or accept. */
export const OldNotificationPolicy = z.object({
  filter_not_following: z.boolean(),
  filter_not_followers: z.boolean(),
  filter_new_accounts: z.boolean(),
  filter_private_mentions: z.boolean(),
  summary: NotificationPolicy.shape.summary,
});
export type OldNotificationPolicy = z.infer<typeof OldNotificationPolicy>;
