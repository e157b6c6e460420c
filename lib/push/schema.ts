import { z } from "zod";
import { Flag } from "@/lib/text/fields";
import { NotificationType } from "@/lib/notifications/schema";

/** The maximum length of a push endpoint; those of browsers have 200 to 500 characters. */
const ENDPOINT_LENGTH = 2_048;

/** Whose alerts a device wants: everybody's, those of people one follows, of one's followers, or nobody's. */
export const PushPolicy = z.enum(["all", "followed", "follower", "none"]);
export type PushPolicy = z.infer<typeof PushPolicy>;

/** What a device may be told of: alerts by their types, and encrypted messages. */
const PushType = z.enum([...NotificationType.options, "message"]);
export type PushType = z.infer<typeof PushType>;

/** Types that Mastodon supports and Barker does not (`quoted_update`, `admin: {…}`) are accepted and ignored. */
const Alerts = z
  .object(Object.fromEntries(PushType.options.map((type) => [type, Flag.nullish()])))
  .transform((flags) => ({
    on: PushType.options.filter((type) => flags[type] === true),
    off: PushType.options.filter((type) => flags[type] === false),
  }));
const Data = z.object({ alerts: Alerts.nullish(), policy: PushPolicy.nullish() });

/** `subscription[…]` and `data[…]` as browsers and apps send them; older apps send the policy beside `data`. */
export const SubscriptionInput = z.object({
  subscription: z.object({
    endpoint: z.url().max(ENDPOINT_LENGTH),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
    standard: Flag.nullish(),
  }),
  data: Data.nullish(),
  policy: PushPolicy.nullish(),
});
export type SubscriptionInput = z.infer<typeof SubscriptionInput>;

export const SubscriptionChange = z.object({ data: Data.nullish(), policy: PushPolicy.nullish() });
export type SubscriptionChange = z.infer<typeof SubscriptionChange>;

/** A device that gets alerts through a push service, as the graph stores it. */
export const DeviceRow = z.object({
  id: z.string(),
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  /** Whether it uses RFC 8291; older apps use its draft. */
  standard: z.boolean(),
  /** The types it wants. */
  alerts: z.array(PushType),
  policy: PushPolicy,
  /** Unix ms; earlier alerts are not pushed. */
  at: z.number(),
});
export type DeviceRow = z.infer<typeof DeviceRow>;

/** Mastodon `WebPushSubscription`. */
export const WebPushSubscription = z
  .object({
    id: z.string(),
    endpoint: z.string(),
    standard: z.boolean(),
    alerts: z.record(z.string(), z.boolean()),
    policy: PushPolicy,
    server_key: z.string(),
  })
  .meta({ id: "WebPushSubscription" });
export type WebPushSubscription = z.infer<typeof WebPushSubscription>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const TimeZone = z.string().max(60).refine(isTimeZone, "is not a time zone");

/** A person's quiet hours in their time zone, and whether a locked screen may show barks for followers only. */
export const PushSettings = z
  .object({
    /** "22:00"; null for no quiet hours. */
    quiet_from: Clock.nullable(),
    quiet_to: Clock.nullable(),
    time_zone: TimeZone,
    /** Whether pushes may contain barks that only followers may see. */
    shows_private: z.boolean(),
  })
  .meta({ id: "PushSettings" });
export type PushSettings = z.infer<typeof PushSettings>;

/** A change of these settings; what is left out stays as it is. */
export const PushSettingsChange = z
  .object({
    quiet_from: Clock.nullable(),
    quiet_to: Clock.nullable(),
    time_zone: TimeZone,
    shows_private: Flag,
  })
  .partial();
export type PushSettingsChange = z.infer<typeof PushSettingsChange>;

/** The defaults. */
export const OPEN_SETTINGS: PushSettings = {
  quiet_from: null,
  quiet_to: null,
  time_zone: "UTC",
  shows_private: false,
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
