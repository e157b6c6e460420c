import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { filterList } from "@/lib/filters/reads";
import { ties } from "@/lib/people/reads";
import { POPULAR_LENGTH } from "@/lib/popular/rules";
import { keys } from "@/lib/redis/keys";
import { webRedis } from "@/lib/redis/web";
import { belongsInTown, peopleIn } from "@/lib/timelines/rules";

/** How many are read beyond what is asked for, since some may be nothing for the viewer. */
const SPARE = 10;

/**
 * The public barks that most people did something to within the last hour, the most popular first, without those of
 * and with people whom the viewer mutes or blocks; others take their places.
 * @param viewerId null for a stranger
 * @throws ApiError `away` when Redis does not answer
 */
export async function popularBarks(
  viewerId: string | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<Status[]> {
  const wanted = Math.min(offset + limit, POPULAR_LENGTH);
  const found: Status[] = [];
  for (let from = 0; found.length < wanted;) {
    const ids: string[] = await webRedis().zrange(keys.popular, from, from + wanted + SPARE - 1, { rev: true });
    found.push(...(await belonging(viewerId, ids)));
    if (ids.length < wanted + SPARE) break;
    from += ids.length;
  }
  return found.slice(offset, wanted);
}

async function belonging(viewerId: string | null, ids: string[]): Promise<Status[]> {
  const statuses = (await readStatuses(viewerId, ids)).filter(({ visibility }) => visibility === "public");
  if (viewerId === null) return statuses;
  const known = await ties(viewerId, statuses.flatMap(peopleIn));
  return filterList(
    viewerId,
    statuses.filter((status) => belongsInTown(status, viewerId, known)),
    "public",
  );
}
