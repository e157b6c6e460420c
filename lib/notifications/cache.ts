import { z } from "zod";
import type { IdRange } from "@/lib/http/page";
import { newId, MAX_ID } from "@/lib/ids";
import { log } from "@/lib/log";
import { graphAlerts } from "@/lib/notifications/graph";
import { decodeAlert, encodeAlert } from "@/lib/notifications/members";
import type { Alert } from "@/lib/notifications/schema";
import { redis } from "@/lib/redis";
import { ALERTS_LENGTH, keys } from "@/lib/redis/keys";

/** [state, oldest member, members…]: "" not built, "!" the newest of more, "!all" all there are. */
const Answer = z.tuple([z.enum(["", "!", "!all"]), z.string()], z.string());

/**
 * A range of a person's alerts, newest first: from the cached list, and from the graph where that ends or Redis is
 * unavailable. Builds a list that is missing.
 */
export async function cachedAlerts(personId: string, slice: IdRange): Promise<Alert[]> {
  const mark = newId();
  try {
    return (await kept(personId, slice, mark)) ?? (await build(personId, slice, mark));
  } catch (error) {
    log().warn({ err: error }, "alerts read from the graph");
    return graphAlerts(personId, slice);
  }
}

/** Null when there is no list; it is then marked as being built, so that new alerts are added meanwhile. */
async function kept(personId: string, slice: IdRange, mark: string): Promise<Alert[] | null> {
  const { max, min, ascending, limit } = slice;
  const args = [`(${max}`, `(${min}~`, ascending ? "asc" : "desc", String(limit), mark];
  const [state, oldest, ...members] = Answer.parse(
    await redis().runScript("alerts_page", [keys.alerts(personId)], args),
  );
  if (state === "") return null;
  const alerts = members.flatMap((member) => decodeAlert(member) ?? []);
  if (ascending) alerts.reverse();
  if (state === "!all") return alerts;
  const floor = decodeAlert(oldest)?.id ?? max;
  if (ascending) return min >= floor ? alerts : graphAlerts(personId, slice);
  if (alerts.length === limit) return alerts;
  const rest = { ...slice, max: floor < max ? floor : max, limit: limit - alerts.length };
  return [...alerts, ...(await graphAlerts(personId, rest))];
}

/** Fills the cached list from the graph and answers the request from it. */
async function build(personId: string, slice: IdRange, mark: string): Promise<Alert[]> {
  const newest = { max: MAX_ID, min: "0", ascending: false, limit: ALERTS_LENGTH };
  const alerts = await graphAlerts(personId, newest);
  const whole = alerts.length < ALERTS_LENGTH;
  const args = [whole ? "!all" : "!", mark, ...alerts.map(encodeAlert)];
  await redis().runScript("alerts_fill", [keys.alerts(personId)], args);
  const asked = alerts.filter(({ id }) => id < slice.max && id > slice.min);
  if (!whole && (slice.ascending || asked.length < slice.limit)) return graphAlerts(personId, slice);
  return slice.ascending ? asked.slice(-slice.limit) : asked.slice(0, slice.limit);
}
