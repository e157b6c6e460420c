import { z } from "zod";
import { Activity, alertKey, type SentBark } from "@/bench/faults/activity";
import { createActors, type Actors, type Actor } from "@/bench/faults/actors";
import { Device } from "@/bench/faults/device";
import { requestUntilAnswered, pause } from "@/bench/faults/request";
import { plantBarks } from "@/testing/graph";

const Notifications = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    account: z.object({ id: z.string() }),
    status: z.object({ id: z.string() }).nullish(),
  }),
);
const PAGE = 40;

/** People, their activity, and the devices they have open. */
export interface Scenario {
  actors: Actors;
  activity: Activity;
  devices: Device[];
}

/** Creates people and opens their devices. @param pace ms between two barks of one author */
export async function setUpScenario(size: { authors: number; followers: number; fans: number }, pace: number) {
  const actors = await createActors(size);
  const old = await plantBarks(actors.quiet.id, 2_000, { gap: 10_000 });
  const devices: Device[] = [];
  for (const person of [...actors.authors, ...actors.followers]) devices.push(await Device.open(person));
  const activity = new Activity(actors, old, pace);
  // A page starts with a cursor; a device here gets one with its first event.
  activity.start();
  const begun = await eventually(() => devices.every(({ heard }) => heard.size > 0), 180_000);
  await activity.stop();
  if (!begun) throw new Error("the first barks were not heard everywhere within three minutes");
  return { actors, activity, devices } satisfies Scenario;
}

/** Returns a filter for the barks and rebarks that a person has on Home. */
export function isOnHome({ actors }: Scenario, { id }: Actor): (sent: SentBark) => boolean {
  const follows = actors.followers.some((follower) => follower.id === id);
  return ({ by }) => follows || by === id;
}

/** Reads all of a person's alerts from the API, newest first. */
export async function alertsOf({ token }: Actor): Promise<{ keys: string[]; ids: string[] }> {
  const found: z.infer<typeof Notifications> = [];
  for (;;) {
    const below = found.length > 0 ? `&max_id=${found.at(-1)?.id}` : "";
    const path = `/api/v1/notifications?limit=${PAGE}${below}`;
    const page = await requestUntilAnswered(Notifications, path, { method: "GET", token });
    found.push(...page);
    if (page.length < PAGE) break;
  }
  return {
    keys: found.map(({ type, account, status }) => alertKey(type, account.id, status?.id)),
    ids: found.map(({ id }) => id),
  };
}

/** Repeats a check until it succeeds. @returns false after `timeoutMs` */
export async function eventually(check: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    if (await check()) return true;
    await pause(250);
  }
  return false;
}
