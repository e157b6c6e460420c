import { bounds, type Page } from "@/lib/http/page";
import { alertsOf } from "@/lib/notifications/kept";
import type { Verdict } from "@/lib/notifications/rules";
import type { Kind } from "@/lib/notifications/schema";
import type { Heard } from "@/lib/notifications/view";
import { readEar, weigh, type Weighed } from "@/lib/notifications/weigh";

/** How many alerts one request looks through at most: as many as the list in Redis holds. */
export const LOOKED_THROUGH = 400;
export const ROUND_LIMIT = 100;

/** Which alerts are asked for; without more, all that are told. */
export interface Wish {
  kinds?: ReadonlySet<Kind>;
  actorId?: string;
  verdicts?: readonly Verdict[];
}

/** Reads on until `enough` is found or the list has ended. In the order of the page's direction made newest first. */
export async function collect(
  personId: string,
  page: Page,
  { kinds, actorId, verdicts = ["tell"] }: Wish,
  enough: (found: Heard[]) => boolean,
): Promise<Heard[]> {
  const ear = await readEar(personId);
  const slice = { ...bounds(page), limit: Math.min(ROUND_LIMIT, 2 * page.limit) };
  if (slice.min < ear.clearedTo) slice.min = ear.clearedTo;
  const found: Heard[] = [];
  for (let looked = 0; looked < LOOKED_THROUGH;) {
    const part = await alertsOf(personId, slice);
    const wanted = part.filter(
      (alert) => (kinds?.has(alert.kind) ?? true) && alert.actorId === (actorId ?? alert.actorId),
    );
    const heard = told(await weigh(personId, wanted, ear), verdicts);
    if (slice.ascending) found.unshift(...heard);
    else found.push(...heard);
    const [newest, oldest] = [part[0]?.id, part.at(-1)?.id];
    if (part.length < slice.limit || !newest || !oldest || enough(found)) break;
    if (slice.ascending) slice.min = newest;
    else slice.max = oldest;
    looked += part.length;
    slice.limit = ROUND_LIMIT;
  }
  return found;
}

/** Those of alerts that have one of these verdicts. */
export function told(weighed: Weighed[], verdicts: readonly Verdict[]): Heard[] {
  return weighed.filter((one) => verdicts.includes(one.verdict));
}
