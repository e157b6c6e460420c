import type { Status } from "@/lib/barks/schema";
import { blockRelations, followersOf } from "@/lib/people/reads";
import { liveVisibility, peopleIn, quotedIn, type LiveVisibility } from "@/lib/timelines/rules";

/** People served by one script call: long enough to be worth the trip, short enough not to block Redis. */
const CHUNK = 300;

type Audience = Record<LiveVisibility, string[]>;

/** Serves those who follow the author of a bark or rebark, a chunk at a time, by how they hear of it. */
export async function forEachAudienceChunk(
  status: Status,
  serve: (audience: Audience) => Promise<void>,
): Promise<void> {
  const quoted = quotedIn(status);
  const asked = blockRelations([...peopleIn(status), ...(quoted ? [quoted.account.id] : [])]);
  asked.catch(() => undefined);
  let served: Promise<void> = Promise.resolve();
  for await (const followers of followersOf(status.account.id, CHUNK)) {
    const blocked = await asked;
    const audience: Audience = { full: [], withoutQuote: [], none: [] };
    for (const follower of followers) {
      audience[liveVisibility(status, follower, blocked.get(follower.id) ?? [])].push(follower.id);
    }
    // While Redis serves one chunk the next is on its way.
    await served;
    served = serve(audience);
    served.catch(() => undefined);
  }
  await served;
}

/** Serves everybody who follows a person, a chunk at a time. */
export async function forEachFollowerChunk(
  personId: string,
  serve: (people: string[]) => Promise<void>,
): Promise<void> {
  for await (const followers of followersOf(personId, CHUNK)) await serve(followers.map(({ id }) => id));
}
