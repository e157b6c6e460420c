import { z } from "zod";
import { limitOf } from "@/lib/http/params";
import { Flag, IdText, many } from "@/lib/text/fields";
import { type AlertKind, ALERT_KINDS, NotificationType, Policy, TYPES } from "@/lib/notifications/schema";

/** `types[]=…` of Mastodon's lists as kinds; other servers' names for reactions are accepted too. */
const Kinds = many(z.string().max(40), 50)
  .transform((types) => new Set(types.flatMap((type) => KIND_OF.get(type) ?? [])))
  .optional();

const KIND_OF = new Map<string, AlertKind>([
  ...ALERT_KINDS.map((kind): [string, AlertKind] => [TYPES[kind], kind]),
  ["reaction", "reaction"],
  ["pleroma:emoji_reaction", "reaction"],
]);

const flag = Flag.default(false);

/** The filters of a list of notifications. */
export const NotificationsQuery = z
  .object({ types: Kinds, exclude_types: Kinds, account_id: IdText.optional(), include_filtered: flag })
  .transform(({ types, exclude_types: not, account_id: actorId, include_filtered: all }) => ({
    wish: {
      kinds: types || not ? new Set([...(types ?? ALERT_KINDS)].filter((kind) => !not?.has(kind))) : undefined,
      actorId,
      decisions: all ? (["tell", "filter"] as const) : undefined,
    },
  }));

/** Which kinds a grouped list groups, and whether people shown only by their pictures are returned in short form. */
export const GroupingQuery = z
  .object({ grouped_types: Kinds, expand_accounts: z.enum(["full", "partial_avatars"]).default("full") })
  .transform(({ grouped_types: gathered, expand_accounts: expand }) => ({ gathered, expand }));

/** The limit of an unread count: 100 by default, at most 1,000. */
export const CountQuery = z.object({ limit: limitOf(100, 1_000) });

/** A change of a policy; fields that are left out stay as they are. */
export const PolicyChange = Policy.partial();

const OldPolicy = z.object({
  filter_not_following: Flag,
  filter_not_followers: Flag,
  filter_new_accounts: Flag,
  filter_private_mentions: Flag,
});
export const OldPolicyChange = OldPolicy.partial();
export type OldPolicyChange = z.infer<typeof OldPolicyChange>;

/** Alert types to turn on or off; those left out stay as they are. */
export const AlertTypesChange = z.partialRecord(NotificationType, Flag);
export type AlertTypesChange = z.infer<typeof AlertTypesChange>;

/** A path that contains the key of a row. */
export const GroupKeyParam = z.object({ group_key: z.string().max(80) });
