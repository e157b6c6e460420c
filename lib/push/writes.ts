import { z } from "zod";
import { digest } from "@/lib/auth/secrets";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { endpointRules, isAllowedEndpoint } from "@/lib/push/address";
import { usableKeys } from "@/lib/push/keys";
import { pushKey, pushTargetsLoader, readPushSettings } from "@/lib/push/reads";
import {
  DeviceRow,
  type PushSettings,
  type PushSettingsChange,
  type SubscriptionChange,
  type SubscriptionInput,
  type WebPushSubscription,
} from "@/lib/push/schema";
import { toSubscription } from "@/lib/push/view";

/** The maximum number of devices per person; a new one replaces the oldest. */
const DEVICES = 20;

const Device = z.object({ device: DeviceRow });

/**
 * Subscribes the device of a session or token to alerts. It replaces the previous device of that credential.
 * @param credential the credential of the request, as in `Identity`; `own`: whether it is one of our own pages
 * @throws ApiError invalid for an endpoint or keys that cannot be used; away when the server has no VAPID keys
 */
export async function subscribe(
  { personId, credential, own }: { personId: string; credential: string; own: boolean },
  { subscription, data, policy }: SubscriptionInput,
): Promise<WebPushSubscription> {
  const key = pushKey();
  if (!key) throw new ApiError("away", { message: "This server sends no push messages." });
  const { endpoint, keys: sent, standard } = subscription;
  if (!isAllowedEndpoint(endpoint, endpointRules())) {
    throw invalid("subscription.endpoint", "ERR_INVALID", "Endpoint must be the address of a push service.");
  }
  const keys = usableKeys(sent);
  if (!keys) throw invalid("subscription.keys", "ERR_INVALID", "Keys are not valid for encryption.");
  const device = {
    endpoint,
    ...keys,
    standard: own || (standard ?? false),
    alerts: data?.alerts?.on ?? [],
    policy: data?.policy ?? policy ?? "all",
  };
  const params = {
    personId,
    door: credential,
    key: digest(endpoint),
    id: newId(),
    device,
    at: Date.now(),
    most: DEVICES,
  };
  const [row] = await write("push/subscribe", params, Device);
  // The credential was revoked at the same moment.
  if (!row) throw new ApiError("unauthorized");
  // Invalidates the cached absence of a device; otherwise a worker would skip the next alerts.
  await pushTargetsLoader().forgetEverywhere([personId]);
  return toSubscription(row.device, key);
}

/** Changes which alerts a credential's device gets. @throws ApiError not_found when it has none */
export async function changeSubscription(
  personId: string,
  credential: string,
  { data, policy }: SubscriptionChange,
): Promise<WebPushSubscription> {
  const { on = [], off = [] } = data?.alerts ?? {};
  const params = { personId, door: credential, on, off, policy: data?.policy ?? policy ?? null };
  const [row] = await write("push/change", params, Device);
  if (!row) throw new ApiError("not_found");
  pushTargetsLoader().forget(personId);
  return toSubscription(row.device, pushKey());
}

/** Removes a credential's device; idempotent. */
export async function unsubscribe(personId: string, credential: string): Promise<void> {
  await write("push/unsubscribe", { personId, door: credential }, IdRow);
  pushTargetsLoader().forget(personId);
}

/** Removes a device that its push service no longer knows. */
export async function removeDevice(
  personId: string,
  { id, endpoint }: { id: string; endpoint: string },
): Promise<void> {
  await write("push/remove", { key: digest(endpoint), id }, IdRow);
  pushTargetsLoader().forget(personId);
}

/** Changes a person's quiet hours, and whether a locked screen may show barks for followers only. */
export async function choosePushSettings(personId: string, change: PushSettingsChange): Promise<PushSettings> {
  const choices = Object.entries({
    quietFrom: change.quiet_from,
    quietTo: change.quiet_to,
    timeZone: change.time_zone,
    showsPrivate: change.shows_private,
  }).filter(([, choice]) => choice !== undefined);
  await write("push/set_settings", { personId, choices: Object.fromEntries(choices) }, IdRow);
  pushTargetsLoader().forget(personId);
  return readPushSettings(personId);
}
