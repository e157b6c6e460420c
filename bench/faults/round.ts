import type { Fault } from "@/bench/faults/faults";
import type { LiveDevice } from "@/bench/faults/device";
import { pause } from "@/bench/faults/insist";
import { isClean, reckon, type FaultRecord as Wrong } from "@/bench/faults/reckoning";
import { alertsOf, belongs, eventually, type Stage } from "@/bench/faults/stage";
import type { Player } from "@/bench/faults/cast";

/** What one person was owed, and what was wrong with what they got. Everything but `owed` must be zero. */
export interface RoundAccount {
  who: string;
  owed: { barks: number; alerts: number };
  /**
   * Events: never told, told again without a gap in between, told out of the stream's order; and barks told after a newer
   * one of their author.
   */
  live: { lost: number; again: number; backwards: number; inverted: number };
  /** What the open page shows, its gaps filled. */
  screen: Wrong;
  home: Wrong;
  alerts: Wrong;
}

export interface RoundOutcome {
  name: string;
  /** From the strike until an acknowledged bark reached the first device again, and the last (ms). */
  recovery: { first: number; last: number };
  accounts: RoundAccount[];
  /** Of no harm, but of interest. */
  gaps: number;
}

/** Long enough for the launcher to bring back the slowest, on a slow machine. */
const PATIENCE = 200_000;

/** Lets something go wrong in the middle of the day, waits until all is well again, and draws up the account. */
export async function suffer(stage: Stage, { name, strike }: Fault, calm = 1_000): Promise<RoundOutcome> {
  const { activity, devices } = stage;
  for (const device of devices) await device.reload();
  const from = { deeds: activity.deeds.length, alerts: activity.alerts.length };
  activity.start();
  await pause(calm);
  const struck = performance.now();
  const isOver = await strike();
  const again = () => devices.map((device) => reached(stage, device, struck));
  const healed = await eventually(() => isOver() && again().every((at) => at !== null), PATIENCE);
  const recovered = again().map((at) => (at ?? Infinity) - struck);
  await pause(calm);
  await activity.stop();
  if (!healed) process.stderr.write(`${name}: not healed within ${PATIENCE / 1000} s\n`);
  await eventually(async () => (await drawUp(stage, from)).every(nothingLost), 45_000);
  return {
    name,
    recovery: { first: Math.min(...recovered), last: Math.max(...recovered) },
    accounts: await drawUp(stage, from),
    gaps: devices.reduce((total, { gaps }) => total + gaps, 0),
  };
}

/** When a device heard the first bark that was sent after `struck`; null when it has not. */
function reached(stage: Stage, device: LiveDevice, struck: number): number | null {
  const belongsToIt = belongs(stage, device.person);
  const times = stage.activity.deeds
    .filter((deed) => deed.sentAt > struck && belongsToIt(deed))
    .flatMap(({ id }) => device.heard.get(id) ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Where a round begins among the deeds and alerts. */
type From = { deeds: number; alerts: number } | "ever";

/** Each person's account of what was acknowledged since then, or of everything there ever was. */
export async function drawUp(stage: Stage, from: From): Promise<RoundAccount[]> {
  const { cast, devices } = stage;
  const of = new Map(devices.map((device) => [device.person.id, device]));
  const people: [string, Player][] = [
    ...cast.authors.map((player, index): [string, Player] => [`author ${index + 1}`, player]),
    ...cast.followers.map((player, index): [string, Player] => [`follower ${index + 1}`, player]),
    ["the one passed on", cast.quiet],
  ];
  const accounts: RoundAccount[] = [];
  for (const [who, player] of people) accounts.push(await accountOf(stage, who, player, of.get(player.id), from));
  return accounts;
}

const NOTHING: Wrong = { lost: 0, doubled: 0, misplaced: 0 };

async function accountOf(
  stage: Stage,
  who: string,
  player: Player,
  device: LiveDevice | undefined,
  from: From,
): Promise<RoundAccount> {
  const { deeds, alerts } = stage.activity;
  const due = deeds
    .slice(from === "ever" ? 0 : from.deeds)
    .filter(belongs(stage, player))
    .map(({ id }) => id);
  const alertsSince = (start: number) => alerts.slice(start).flatMap(({ to, key }) => (to === player.id ? [key] : []));
  const dueAlerts = alertsSince(0);
  const found = await alertsOf(player);
  const account: RoundAccount = {
    who,
    owed: { barks: device ? due.length : 0, alerts: dueAlerts.length },
    live: { lost: 0, again: 0, backwards: 0, inverted: 0 },
    screen: NOTHING,
    home: NOTHING,
    alerts: { ...reckon(dueAlerts, found.keys), misplaced: reckon([], found.ids).misplaced },
  };
  if (!device) return account;
  const floor = from === "ever" ? "" : oldest(due);
  const shown = (await device.look()).filter((id) => id >= floor);
  const told = new Set([...device.heard.keys(), ...(device.gaps > 0 ? shown : [])]);
  const untold = due.filter((id) => !told.has(id));
  // After a gap a page of alerts is read anew.
  const toTell = device.gaps > 0 || from === "ever" ? [] : alertsSince(from.alerts);
  const unheard = toTell.filter((key) => !device.alerts.has(key));
  return {
    ...account,
    // What was told was judged round by round: a gap of one is forgotten with the next.
    live:
      from === "ever"
        ? account.live
        : {
            lost: untold.length + unheard.length,
            again: device.again,
            backwards: device.backwards,
            inverted: device.inverted,
          },
    // A page that was opened again since does not show what was before.
    screen: from === "ever" ? NOTHING : reckon(due, shown),
    home: reckon(
      due,
      (await device.home(below(floor))).filter((id) => id >= floor),
    ),
  };
}

const oldest = (ids: string[]) => ids.reduce((least, id) => (id < least ? id : least), ids[0] ?? "");
const below = (id: string) => (id === "" ? "" : String(BigInt(id) - 1n));

function nothingLost({ live, screen, home, alerts }: RoundAccount): boolean {
  return live.lost + screen.lost + home.lost + alerts.lost === 0;
}

export function isSpotless({ live, screen, home, alerts }: RoundAccount): boolean {
  return [live, screen, home, alerts].every(isClean);
}
