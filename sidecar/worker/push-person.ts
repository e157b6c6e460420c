import { idTime } from "@/lib/ids";
import { hasUnfetched } from "@/lib/messages/reads";
import { metrics } from "@/lib/metrics";
import { unreadAlerts } from "@/lib/notifications/reads";
import { groupAlerts, type AlertParts } from "@/lib/notifications/view";
import { viewerRelationships } from "@/lib/people/reads";
import { sendPush, type PushOutcome } from "@/lib/push/send";
import { lockPushes, commitPushes, pendingPushes } from "@/lib/push/cache";
import { pushTargetsLoader, type PushTargets } from "@/lib/push/reads";
import { FRESH_MS, isQuiet, mayBeSilent, MESSAGES_TAG, messageTime, outdated, planPushes } from "@/lib/push/rules";
import { removeDevice } from "@/lib/push/writes";
import { recallTask, alertTask, messageTask, type PushTask } from "@/sidecar/worker/push-messages";
import { outcomeOf } from "@/sidecar/worker/push-outcome";

/**
 * Sends a person's pending alerts to their devices, and closes notifications that are no longer unread. Alerts are read
 * from the graph now, so that undone or read ones are left out and rows are grouped as on the alerts page.
 */
export async function pushToPerson(personId: string): Promise<void> {
  const now = Date.now();
  const waiting = await pendingPushes(personId);
  const { shown, failing } = waiting;
  const recall = waiting.recalls.length > 0;
  // Not from the cache: devices may have changed since the alert was queued.
  pushTargetsLoader().forget(personId);
  const targets = await pushTargetsLoader().get(personId);
  const isSilent = waiting.online || !targets || isQuiet(targets.settings, now);
  const due = new Set(isSilent ? [] : waiting.due.filter((id) => idTime(id) > now - FRESH_MS));
  const news = isSilent ? null : await newestMessage(personId, waiting.messages, now);
  if (!targets || (!recall && due.size === 0 && news === null))
    return commitPushes(personId, outcomeOf({ waiting, now }));

  const { heard, floor } = await unreadAlerts(personId);
  const rows = groupAlerts(heard);
  const planned = planPushes({
    devices: targets.devices,
    rows,
    due,
    relations: await relationshipsOf(personId, heard, targets),
  });
  const closed = outdated(
    shown.filter(({ tag }) => tag !== MESSAGES_TAG),
    rows,
    floor,
  );
  const closedOn = ({ id }: { id: string }) => closed.filter(({ device }) => device === id).map(({ tag }) => tag);
  const wanted = [
    ...planned.map((one) => ({
      ...one,
      toTask: () => alertTask(one, { personId, targets, unread: rows.size, close: closedOn(one.device) }),
    })),
    ...targets.devices
      .filter((device) => news !== null && device.own && device.alerts.includes("message"))
      .map((device) => ({
        device,
        tag: MESSAGES_TAG,
        newest: String(news),
        toTask: () => messageTask(device, news ?? now, rows.size),
      })),
  ];
  const isPaused = (device: string) => (failing.get(device)?.until ?? 0) > now;
  const paused = wanted.filter(({ device }) => isPaused(device.id));
  const ready = wanted.filter(({ device }) => !isPaused(device.id));
  const answers = await lockPushes(
    personId,
    ready.map(({ device, tag, newest }) => ({ device: device.id, tag, newest })),
  );
  const locked = ready.filter((_, index) => answers[index] === 0);
  const delays = [
    ...paused.map(({ device, tag }) => ({ tag, at: failing.get(device.id)?.until ?? now })),
    ...ready.flatMap(({ tag }, index) => ((answers[index] ?? 0) > 0 ? [{ tag, at: now + (answers[index] ?? 0) }] : [])),
  ];

  const tasks: PushTask[] = [
    ...locked.map(({ toTask }) => toTask()),
    ...targets.devices
      .filter((device) => recall && closedOn(device).length > 0 && mayBeSilent(device) && !isPaused(device.id))
      .filter((device) => !locked.some((one) => one.device.id === device.id))
      .map((device) => recallTask(device, rows.size, closedOn(device))),
  ];
  const outcomes = await Promise.all(tasks.map((task) => send(personId, task)));
  const result = { devices: targets.devices, rows, closed, delays, tasks, outcomes };
  await commitPushes(personId, outcomeOf({ waiting, now, result }));
}

/** When (Unix ms) the newest of the waiting messages came that no device of the person has fetched; null without one. */
async function newestMessage(personId: string, entries: string[], now: number): Promise<number | null> {
  const fresh = entries.flatMap((entry) => messageTime(entry) ?? []).filter((at) => at > now - FRESH_MS);
  if (fresh.length === 0 || !(await hasUnfetched(personId))) return null;
  return Math.max(...fresh);
}

/** The relationships to the people behind the alerts; read only if a device's policy depends on them. */
async function relationshipsOf(personId: string, heard: AlertParts[], { devices }: PushTargets) {
  if (devices.every(({ policy }) => policy === "all" || policy === "none")) return new Map();
  return viewerRelationships(
    personId,
    heard.map(({ account }) => account.id),
  );
}

/** Sends one message, and removes a device that its push service no longer knows. */
async function send(personId: string, { device, message }: PushTask): Promise<PushOutcome> {
  const outcome = await sendPush(device, message);
  metrics().pushes.inc({ outcome: outcome.what === "gone" ? "removed" : outcome.what });
  if (outcome.what === "gone") await removeDevice(personId, device);
  return outcome;
}
