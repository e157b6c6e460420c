import { idFloor, MAX_ID } from "@/lib/ids";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { graphEntries } from "@/lib/timelines/graph";
import { cachedEntries, sampleActivePeople } from "@/lib/timelines/cache";
import { timelineDrift, encodeEntry, type TimelineDrift } from "@/lib/timelines/rules";
import { repairTimeline } from "@/lib/timelines/writes";

/** Number of people whose timelines are checked each time. */
const SAMPLE = 10;
/** Number of a timeline's newest entries that are compared with the graph. */
const DEPTH = 100;
/** Entries younger than this (ms) may still be in delivery. */
const GRACE_MS = 30_000;
/** A follow or deletion in delivery looks like drift, so differences are checked again after this (ms). */
const RECHECK_MS = 5_000;

/** Compares a sample of timelines with the graph and repairs differences, which should not exist. */
export async function reconcile(): Promise<void> {
  const people = await sampleActivePeople(SAMPLE);
  metrics().reconciled.inc(people.length);
  await reconcileHomes(people, RECHECK_MS);
}

/**
 * Compares the timelines of these people with the graph and repairs differences.
 * @param again delay (ms) after which differences are checked a second time
 */
export async function reconcileHomes(people: string[], again: number): Promise<void> {
  const suspects = new Map<string, TimelineDrift>();
  for (const personId of people) {
    const first = await drift(personId);
    if (!isNone(first)) suspects.set(personId, first);
  }
  if (suspects.size === 0) return;
  await new Promise((resolve) => setTimeout(resolve, again).unref());
  for (const [personId, first] of suspects) {
    const then = await drift(personId);
    const found = { missing: common(first.missing, then.missing), surplus: common(first.surplus, then.surplus) };
    if (isNone(found)) continue;
    for (const what of ["missing", "surplus"] as const) metrics().drift.inc({ what }, found[what].length);
    const [missing, surplus] = [found.missing.map(encodeEntry), found.surplus.map(encodeEntry)];
    log().warn({ personId, missing, surplus }, "a timeline was repaired");
    await repairTimeline(personId, found);
  }
}

async function drift(personId: string): Promise<TimelineDrift> {
  const cached = await cachedEntries(personId, DEPTH);
  if (!cached || cached.length === 0) return { missing: [], surplus: [] };
  const newest = { max: MAX_ID, min: "0", ascending: false, limit: DEPTH };
  return timelineDrift(cached, await graphEntries("home", newest, personId), DEPTH, idFloor(Date.now() - GRACE_MS));
}

const isNone = ({ missing, surplus }: TimelineDrift) => missing.length + surplus.length === 0;
const common = (a: TimelineDrift["missing"], b: TimelineDrift["missing"]) => {
  const members = new Set(b.map(encodeEntry));
  return a.filter((entry) => members.has(encodeEntry(entry)));
};
