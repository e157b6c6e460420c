import { idTime } from "@/lib/ids";
import { metrics } from "@/lib/metrics";
import { unreadAlerts } from "@/lib/notifications/reads";
import { groupAlerts, type AlertParts } from "@/lib/notifications/view";
import { viewerRelationships } from "@/lib/people/reads";
import { sendPush, type PushOutcome } from "@/lib/push/send";
import { lockPushes, commitPushes, pendingPushes } from "@/lib/push/queue";
import { pushTargetsLoader, type PushTargets } from "@/lib/push/reads";
import { FRESH_MS, isQuiet, mayBeSilent, outdated, planPushes } from "@/lib/push/rules";
import { removeDevice } from "@/lib/push/writes";
import { recallTask, alertTask, type PushTask } from "@/sidecar/worker/push-messages";
import { outcomeOf } from "@/sidecar/worker/push-outcome";

/**
 * Tells a person's devices of the alerts that wait for them, and closes what they show that is no longer unread. What
 * is told is read from the graph now: what was undone or read meanwhile is not told, and rows are as Alerts has them.
 */
export async function pushToPerson(personId: string): Promise<void> {
  const now = Date.now();
  const waiting = await pendingPushes(personId);
  const { shown, failing } = waiting;
  const recall = waiting.recalls.length > 0;
  // Not from memory: a device may have gone, or come, since the alert was noted.
  pushTargetsLoader().forget(personId);
  const reach = await pushTargetsLoader().get(personId);
  const isSilent = waiting.online || !reach || isQuiet(reach.settings, now);
  const due = new Set(isSilent ? [] : waiting.due.filter((id) => idTime(id) > now - FRESH_MS));
  if (!reach || (!recall && due.size === 0)) return commitPushes(personId, outcomeOf({ waiting, now }));

  const { heard, floor } = await unreadAlerts(personId);
  const rows = groupAlerts(heard);
  const planned = planPushes({
    devices: reach.devices,
    rows,
    due,
    relations: await standingsOf(personId, heard, reach),
  });
  const isPaused = (device: string) => (failing.get(device)?.until ?? 0) > now;
  const paused = planned.filter(({ device }) => isPaused(device.id));
  const ready = planned.filter(({ device }) => !isPaused(device.id));
  const answers = await lockPushes(
    personId,
    ready.map(({ device, tag, newest }) => ({ device: device.id, tag, newest })),
  );
  const going = ready.filter((_, index) => answers[index] === 0);
  const delays = [
    ...paused.map(({ device, tag }) => ({ tag, at: failing.get(device.id)?.until ?? now })),
    ...ready.flatMap(({ tag }, index) => ((answers[index] ?? 0) > 0 ? [{ tag, at: now + (answers[index] ?? 0) }] : [])),
  ];

  const closed = outdated(shown, rows, floor);
  const closedOn = ({ id }: { id: string }) => closed.filter(({ device }) => device === id).map(({ tag }) => tag);
  const errands: PushTask[] = [
    ...going.map((one) => alertTask(one, { personId, reach, unread: rows.size, close: closedOn(one.device) })),
    ...reach.devices
      .filter((device) => recall && closedOn(device).length > 0 && mayBeSilent(device) && !isPaused(device.id))
      .filter((device) => !going.some((one) => one.device.id === device.id))
      .map((device) => recallTask(device, rows.size, closedOn(device))),
  ];
  const outcomes = await Promise.all(errands.map((errand) => send(personId, errand)));
  const news = { devices: reach.devices, rows, closed, delays, errands, outcomes };
  await commitPushes(personId, outcomeOf({ waiting, now, news }));
}

/** How people stand to a person; asked for only where a device wants to hear of some only. */
async function standingsOf(personId: string, heard: AlertParts[], { devices }: PushTargets) {
  if (devices.every(({ policy }) => policy === "all" || policy === "none")) return new Map();
  return viewerRelationships(
    personId,
    heard.map(({ account }) => account.id),
  );
}

/** Sends one message; a device that its service no longer knows is forgotten. */
async function send(personId: string, { device, letter }: PushTask): Promise<PushOutcome> {
  const outcome = await sendPush(device, letter);
  metrics().pushes.inc({ outcome: outcome.what === "gone" ? "removed" : outcome.what });
  if (outcome.what === "gone") await removeDevice(personId, device);
  return outcome;
}
