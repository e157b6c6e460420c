import { log } from "@/lib/log";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { DAY_MS } from "@/lib/time";

const dayOf = (at: number) => Math.floor(at / DAY_MS);

/**
 * Counts a sign-up that was refused because of the domain of its address. Only the blocked domains are noted, which the
 * town's settings name anyway: neither the address nor who tried. A count that fails is not worth failing for.
 * @param domains the blocked domains that the address lies in
 */
export async function countRefusal(domains: readonly string[]): Promise<void> {
  if (domains.length === 0) return;
  try {
    await redis().runScript("refusal_note", [keys.refusals(dayOf(Date.now()))], [...domains]);
  } catch (error) {
    log().warn({ err: error }, "a refused sign-up was not counted");
  }
}

/** How many sign-ups each blocked domain refused on the day (UTC) of a time. @param at Unix ms */
export async function refusalsOn(at: number): Promise<Map<string, number>> {
  const counted = await redis().highest(keys.refusals(dayOf(at)), 0, -1);
  return new Map(
    counted.flatMap((domain, place) => (place % 2 === 0 ? [[domain, Number(counted[place + 1] ?? 0)] as const] : [])),
  );
}
