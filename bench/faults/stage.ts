import { z } from "zod";
import { Activity, alertKey, type FaultAction } from "@/bench/faults/activity";
import { gather, type FaultCast, type Player } from "@/bench/faults/cast";
import { LiveDevice } from "@/bench/faults/device";
import { insist, pause } from "@/bench/faults/insist";
import { plantBarks } from "@/lib/testing/graph";

const Notifications = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    account: z.object({ id: z.string() }),
    status: z.object({ id: z.string() }).nullish(),
  }),
);
const PAGE = 40;

/** The play: who is in it, what they do, and what they have open. */
export interface Stage {
  cast: FaultCast;
  activity: Activity;
  devices: LiveDevice[];
}

/** `pace`: ms between two barks of one author. */
export async function setStage(size: { authors: number; followers: number; fans: number }, pace: number) {
  const cast = await gather(size);
  const old = await plantBarks(cast.quiet.id, 2_000, { gap: 10_000 });
  const devices: LiveDevice[] = [];
  for (const person of [...cast.authors, ...cast.followers]) devices.push(await LiveDevice.open(person));
  const activity = new Activity(cast, old, pace);
  // A page has a cursor from its beginning; an app that connects gets one with the first event it hears.
  activity.start();
  const begun = await eventually(() => devices.every(({ heard }) => heard.size > 0), 180_000);
  await activity.stop();
  if (!begun) throw new Error("the first barks were not heard everywhere within three minutes");
  return { cast, activity, devices } satisfies Stage;
}

/** Whose barks and rebarks somebody has on Home. */
export function belongs({ cast }: Stage, { id }: Player): (deed: FaultAction) => boolean {
  const follows = cast.followers.some((follower) => follower.id === id);
  return ({ by }) => follows || by === id;
}

/** All of somebody's alerts by the API: their keys, and their ids, newest first. */
export async function alertsOf({ token }: Player): Promise<{ keys: string[]; ids: string[] }> {
  const found: z.infer<typeof Notifications> = [];
  for (;;) {
    const below = found.length > 0 ? `&max_id=${found.at(-1)?.id}` : "";
    const path = `/api/v1/notifications?limit=${PAGE}${below}`;
    const page = await insist(Notifications, path, { method: "GET", token });
    found.push(...page);
    if (page.length < PAGE) break;
  }
  return {
    keys: found.map(({ type, account, status }) => alertKey(type, account.id, status?.id)),
    ids: found.map(({ id }) => id),
  };
}

/** Asks again and again until the answer is yes or the patience is over. */
export async function eventually(check: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await check()) return true;
    await pause(250);
  }
  return false;
}
