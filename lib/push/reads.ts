import { z } from "zod";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { env } from "@/lib/env";
import { read } from "@/lib/neo4j";
import { DeviceRow, OPEN_SETTINGS, type PushSettings, type WebPushSubscription } from "@/lib/push/schema";
import { toSettings, toSubscription } from "@/lib/push/view";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

const SettingsRow = z.object({
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  timeZone: z.string().nullable(),
  showsPrivate: z.boolean().nullable(),
});

const ReachRow = z.object({
  id: z.string(),
  devices: z.array(DeviceRow.extend({ own: z.boolean() })),
  settings: SettingsRow.nullable().transform((row) => (row ? toSettings(row) : OPEN_SETTINGS)),
});

/** A person's devices and push settings. `own` devices are browsers that run our service worker. */
export type PushTargets = z.infer<typeof ReachRow>;

const Device = z.object({ device: DeviceRow });

/** The public key that browsers subscribe with; null when this server has none and sends no pushes. */
export function pushKey(): string | null {
  const { BARKER_VAPID_PUBLIC_KEY: key, BARKER_VAPID_PRIVATE_KEY: secret } = env();
  return key && secret ? key : null;
}

/** The push device of a session or token, or null. `credential` as in `Identity`. */
export async function subscriptionOf(personId: string, credential: string): Promise<WebPushSubscription | null> {
  const [row] = await read("push/by_credential", { personId, door: credential }, Device);
  return row ? toSubscription(row.device, pushKey()) : null;
}

/** A person's quiet hours, and what may be shown on a locked screen. */
export async function readPushSettings(personId: string): Promise<PushSettings> {
  const [row] = await read("push/settings", { personId }, z.object({ settings: SettingsRow }));
  return row ? toSettings(row.settings) : OPEN_SETTINGS;
}

/** Loads people's push targets, cached for a second: few of those who get alerts have a device. */
export const pushTargetsLoader = singleton("reaches", () =>
  sharedLoader<PushTargets>("reaches", {
    ttl: 1_000,
    size: 10_000,
    load: async (ids) => {
      const outdated = Date.now() - SESSION_SECONDS * 1000;
      const rows = await read("push/targets", { ids: [...new Set(ids)], outdated }, ReachRow);
      return new Map(rows.map((row) => [row.id, row]));
    },
  }),
);
