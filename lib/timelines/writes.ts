import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpScript } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";

/** Puts a bark into the timelines of a chunk of people who are active, and tells who listens. Once. */
export async function showBark(id: string, event: LiveEvent, people: string[]): Promise<void> {
  const limits = [HOME_LENGTH, LIVE_LENGTH, LIVE_SECONDS].map(String);
  await tcpScript("deliver_bark", [], [String(Date.now()), id, JSON.stringify(event), ...limits, ...people]);
}

/** Takes a bark out of the timelines of a chunk of people, and tells who had it. Once. */
export async function withdrawBark(id: string, people: string[]): Promise<void> {
  const event: LiveEvent = { type: "bark:deleted", id };
  const limits = [LIVE_LENGTH, LIVE_SECONDS].map(String);
  await tcpScript("deliver_deletion", [], [String(Date.now()), id, JSON.stringify(event), ...limits, ...people]);
}

/**
 * Adds an author's newest barks to somebody's timeline, `all` of them or not; one that is not built
 * stays so and will find them in the graph.
 */
export async function addToHome(personId: string, ids: string[], all: boolean): Promise<void> {
  const which = all ? "all" : "newest";
  await tcpScript("home_merge", [keys.active, keys.home(personId)], [personId, String(HOME_LENGTH), which, ...ids]);
}

/** Removes ids from somebody's timeline. */
export async function removeFromHome(personId: string, ids: string[]): Promise<void> {
  await tcpScript("home_remove", [keys.home(personId)], ids);
}
