import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { localClock } from "@/local/town/clock";
import { gather, heard, type Community, type HeardBark } from "@/local/town/community";
import { DEEDS } from "@/local/town/deeds";
import { greeter } from "@/local/town/greet";
import { laterList } from "@/local/town/later";
import { nextDeed, pause } from "@/local/town/pace";
import { neighbourhood } from "@/local/town/places";

/** How long to wait when a store is away, in milliseconds. */
const AWAY = 5_000;
/** How often the town looks at what was barked (ms), how far back (minutes) and at how many. */
const LOOK = 5_000;
const SIGHT = 60;
const SEEN = 160;

/** Lets the town live until the signal; a store that is away is waited for. */
export async function life(stop: AbortSignal): Promise<void> {
  const later = laterList();
  const { notice } = greeter();
  const { look } = neighbourhood();
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
    }
    for (const task of later.due()) await allowed(task);
    if (now < nextAct) return;
    nextAct = now + pause(town.random, now, localClock(now));
    await allowed(() => DEEDS[nextDeed(town.random)](town, recent, later));
  }

  while (!stop.aborted) {
    try {
      await turn();
      if (away) log().info("the town is lively again");
      away = false;
    } catch (error) {
      if (!away) log().warn({ err: error }, "the town waits for its stores");
      away = true;
    }
    const wait = Math.min(nextAct, nextLook) - Date.now();
    await sleep(away ? AWAY : Math.max(250, Math.min(wait, 1_000)), undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Does something that may have become impossible meanwhile: the bark was taken back, or its author blocks one. */
async function allowed(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === "away") throw error;
  }
}
