import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { localClock } from "@/local/town/clock";
import { gather, heard, type Community, type HeardBark } from "@/local/town/community";
import { DEEDS } from "@/local/town/deeds";
import { greeter } from "@/local/town/greet";
import { laterList } from "@/local/town/later";
import { nextDeed, pause } from "@/local/town/pace";
import { pollster } from "@/local/town/polls";
import { neighbourhood } from "@/local/town/places";

/** How long (ms) to wait when a store is unavailable. */
const AWAY = 5_000;
/** How often the town reads new barks (ms), how far back (minutes), and how many at most. */
const LOOK = 5_000;
const SIGHT = 60;
const SEEN = 160;

/** Simulates the town's daily life until the signal aborts. Waits when a store is unavailable. */
export async function life(stop: AbortSignal): Promise<void> {
  const later = laterList();
  const { notice } = greeter();
  const { look } = neighbourhood();
  const poll = pollster();
  let community: Community | null = null;
  let recent: HeardBark[] = [];
  let [nextAct, nextLook, away] = [0, 0, false];

  async function turn(): Promise<void> {
    const town = (community ??= await gather());
    const now = Date.now();
    if (now >= nextLook) {
      recent = await heard(SIGHT, SEEN);
      notice(town, recent, later);
      await look(town, now);
      nextLook = now + LOOK;
      await allowed(() => poll(town, now));
    }
    for (const task of later.due()) await allowed(task);
    if (now < nextAct) return;
    nextAct = now + pause(town.random, now, localClock(now));
    await allowed(() => DEEDS[nextDeed(town.random)](town, recent, later));
  }

  while (!stop.aborted) {
    try {
      await turn();
      if (away) log().info("the town continues");
      away = false;
    } catch (error) {
      if (!away) log().warn({ err: error }, "the town waits for its stores");
      away = true;
    }
    const wait = Math.min(nextAct, nextLook) - Date.now();
    await sleep(away ? AWAY : Math.max(250, Math.min(wait, 1_000)), undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Runs an action that may have become impossible: the bark was deleted, or its author blocked somebody. */
async function allowed(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === "away") throw error;
  }
}
