import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { filterList } from "@/lib/filters/reads";
import { viewerRelationships } from "@/lib/people/reads";
import { peopleOf, POPULAR_LENGTH } from "@/lib/popular/rules";
import type { PopularStatus } from "@/lib/popular/schema";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { belongsOnPublicTimeline, peopleIn } from "@/lib/timelines/rules";

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
): Promise<PopularStatus[]> {
  const wanted = Math.min(offset + limit, POPULAR_LENGTH);
  const found: PopularStatus[] = [];
  for (let from = 0; found.length < wanted;) {
    const scores = await scoresFrom(from, wanted + SPARE);
    const statuses = await belonging(viewerId, [...scores.keys()]);
    found.push(...statuses.map((status) => ({ ...status, people_this_hour: peopleOf(scores.get(status.id) ?? 0) })));
    if (scores.size < wanted + SPARE) break;
    from += scores.size;
  }
  return found.slice(offset, wanted);
}

/** So many of the popular barks, from a place on: ids with their scores. */
async function scoresFrom(from: number, count: number): Promise<Map<string, number>> {
  const flat = await redis().highest(keys.popular, from, from + count - 1);
  return new Map(flat.flatMap((id, index) => (index % 2 === 0 ? [[id, Number(flat[index + 1])] as const] : [])));
}

async function belonging(viewerId: string | null, ids: string[]): Promise<Status[]> {
  const statuses = (await readStatuses(viewerId, ids)).filter(({ visibility }) => visibility === "public");
  if (viewerId === null) return statuses;
  const known = await viewerRelationships(viewerId, statuses.flatMap(peopleIn));
  return filterList(
    viewerId,
    statuses.filter((status) => belongsOnPublicTimeline(status, viewerId, known)),
    "public",
  );
}
