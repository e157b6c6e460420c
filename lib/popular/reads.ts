import { pipeline } from "@/lib/pipeline";
import { LEAST_PEOPLE, peopleOf, POPULAR_LENGTH, WEIGHT } from "@/lib/popular/rules";
import type { PopularStatus } from "@/lib/popular/schema";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { filterFor, hydrateFor } from "@/lib/timelines/reads";

/** How many extra barks are read, since the viewer may not see some of them. */
const EXTRA = 10;

/**
 * The public barks with the most activity of several people within the last hour, most popular first, without those by or
 * involve people whom the viewer mutes or blocks; others take their places.
 * @param viewerId null when signed out
 * @throws ApiError `away` when Redis does not answer
 */
export function popularBarks(
  viewerId: string | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<PopularStatus[]> {
  const wanted = Math.min(offset + limit, POPULAR_LENGTH);
  const filter = filterFor(viewerId, "public");
  return pipeline(
    { from: 0, parts: Infinity, isFull: ({ length }) => length >= wanted },
    {
      skeleton: async (place: number) => {
        const scores = await scoresFrom(place, wanted + EXTRA);
        const ids = [...scores].flatMap(([id, score]) => (peopleOf(score) < LEAST_PEOPLE ? [] : [id]));
        // Below the weight of that many likes, nothing that follows was acted on by as many people.
        const isEnd = scores.size < wanted + EXTRA || Math.min(...scores.values()) < LEAST_PEOPLE * WEIGHT.like;
        return { part: { ids, scores }, next: isEnd ? null : place + scores.size };
      },
      hydrate: hydrateFor(viewerId),
      filter: (statuses) => filter(statuses.filter(({ visibility }) => visibility === "public")),
      present: (statuses, parts) => {
        const scores = new Map(parts.flatMap((part) => [...part.scores]));
        return statuses
          .slice(offset, wanted)
          .map((status) => ({ ...status, people_this_hour: peopleOf(scores.get(status.id) ?? 0) }));
      },
    },
  );
}

/** A range of the popular barks from an offset: ids with their scores. */
async function scoresFrom(from: number, count: number): Promise<Map<string, number>> {
  const flat = await redis().highest(keys.popular, from, from + count - 1);
  return new Map(flat.flatMap((id, index) => (index % 2 === 0 ? [[id, Number(flat[index + 1])] as const] : [])));
}
