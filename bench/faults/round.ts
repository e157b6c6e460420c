import type { Fault } from "@/bench/faults/faults";
import type { Device } from "@/bench/faults/device";
import { pause } from "@/bench/faults/request";
import { isClean, compare, type Discrepancies } from "@/bench/faults/compare";
import { alertsOf, isOnHome, eventually, type Scenario } from "@/bench/faults/scenario";
import type { Actor } from "@/bench/faults/actors";

/** What one person should have received, and the discrepancies. Everything but `owed` must be zero. */
export interface Audit {
  who: string;
  owed: { barks: number; alerts: number };
  /**
   * Live events that were lost, repeated without a gap in between, or out of the stream's order; and barks that came
   * after a newer one of their author.
   */
  live: { lost: number; again: number; backwards: number; inverted: number };
  /** Of the open page, after filling its gaps. */
  screen: Discrepancies;
  home: Discrepancies;
  alerts: Discrepancies;
}

export interface RoundOutcome {
  name: string;
  /** Time (ms) from the fault until an acknowledged bark reached the first device again, and the last. */
  recovery: { first: number; last: number };
  audits: Audit[];
  /** Number of gap events, which are harmless. */
  gaps: number;
}

/** Long enough for the launcher to restart the slowest process on a slow machine. */
const RECOVERY_TIMEOUT_MS = 200_000;

/** Injects a fault during activity, waits for the recovery, and audits what everybody received. */
export async function runFault(scenario: Scenario, { name, strike }: Fault, calm = 1_000): Promise<RoundOutcome> {
  const { activity, devices } = scenario;
  for (const device of devices) await device.reload();
  const from = { sentBarks: activity.sentBarks.length, alerts: activity.alerts.length };
  activity.start();
  await pause(calm);
  const struck = performance.now();
  const isOver = await strike();
  const again = () => devices.map((device) => reached(scenario, device, struck));
  const healed = await eventually(() => isOver() && again().every((at) => at !== null), RECOVERY_TIMEOUT_MS);
  const recovered = again().map((at) => (at ?? Infinity) - struck);
  await pause(calm);
  await activity.stop();
  if (!healed) process.stderr.write(`${name}: not healed within ${RECOVERY_TIMEOUT_MS / 1000} s\n`);
  await eventually(async () => (await audit(scenario, from)).every(nothingLost), 45_000);
  return {
    name,
    recovery: { first: Math.min(...recovered), last: Math.max(...recovered) },
    audits: await audit(scenario, from),
    gaps: devices.reduce((total, { gaps }) => total + gaps, 0),
  };
}

/** When a device received the first bark that was sent after `struck`; null if it has not. */
function reached(scenario: Scenario, device: Device, struck: number): number | null {
  const belongsToIt = isOnHome(scenario, device.person);
  const times = scenario.activity.sentBarks
    .filter((sent) => sent.sentAt > struck && belongsToIt(sent))
    .flatMap(({ id }) => device.heard.get(id) ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Where a round begins in the lists of sent barks and alerts. */
type From = { sentBarks: number; alerts: number } | "ever";

/** Audits each person against what was acknowledged since then, or ever. */
export async function audit(scenario: Scenario, from: From): Promise<Audit[]> {
  const { actors, devices } = scenario;
  const of = new Map(devices.map((device) => [device.person.id, device]));
  const people: [string, Actor][] = [
    ...actors.authors.map((actor, index): [string, Actor] => [`author ${index + 1}`, actor]),
    ...actors.followers.map((actor, index): [string, Actor] => [`follower ${index + 1}`, actor]),
    ["the one passed on", actors.quiet],
  ];
  const audits: Audit[] = [];
  for (const [who, actor] of people) audits.push(await auditPerson(scenario, who, actor, of.get(actor.id), from));
  return audits;
}

const NOTHING: Discrepancies = { lost: 0, doubled: 0, misplaced: 0 };

async function auditPerson(
  scenario: Scenario,
  who: string,
  actor: Actor,
  device: Device | undefined,
  from: From,
): Promise<Audit> {
  const { sentBarks, alerts } = scenario.activity;
  const due = sentBarks
    .slice(from === "ever" ? 0 : from.sentBarks)
    .filter(isOnHome(scenario, actor))
    .map(({ id }) => id);
  const alertsSince = (start: number) => alerts.slice(start).flatMap(({ to, key }) => (to === actor.id ? [key] : []));
  const dueAlerts = alertsSince(0);
  const found = await alertsOf(actor);
  const account: Audit = {
    who,
    owed: { barks: device ? due.length : 0, alerts: dueAlerts.length },
    live: { lost: 0, again: 0, backwards: 0, inverted: 0 },
    screen: NOTHING,
    home: NOTHING,
    alerts: { ...compare(dueAlerts, found.keys), misplaced: compare([], found.ids).misplaced },
  };
  if (!device) return account;
  const floor = from === "ever" ? "" : oldest(due);
  const shown = (await device.look()).filter((id) => id >= floor);
  const told = new Set([...device.heard.keys(), ...(device.gaps > 0 ? shown : [])]);
  const untold = due.filter((id) => !told.has(id));
  // After a gap the client reads its alerts again, so it need not have received them live.
  const toTell = device.gaps > 0 || from === "ever" ? [] : alertsSince(from.alerts);
  const unheard = toTell.filter((key) => !device.alerts.has(key));
  return {
    ...account,
    // Live events are audited per round only, because devices forget a round's gaps with the next.
    live:
      from === "ever"
        ? account.live
        : {
            lost: untold.length + unheard.length,
            again: device.again,
            backwards: device.backwards,
            inverted: device.inverted,
          },
    // A page that was reloaded does not show older barks.
    screen: from === "ever" ? NOTHING : compare(due, shown),
    home: compare(
      due,
      (await device.home(below(floor))).filter((id) => id >= floor),
    ),
  };
}

const oldest = (ids: string[]) => ids.reduce((least, id) => (id < least ? id : least), ids[0] ?? "");
const below = (id: string) => (id === "" ? "" : String(BigInt(id) - 1n));

function nothingLost({ live, screen, home, alerts }: Audit): boolean {
  return live.lost + screen.lost + home.lost + alerts.lost === 0;
}

export function isFaultless({ live, screen, home, alerts }: Audit): boolean {
  return [live, screen, home, alerts].every(isClean);
}
