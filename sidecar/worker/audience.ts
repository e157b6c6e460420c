import type { Status } from "@/lib/barks/schema";
import { estrangedFrom, followersOf } from "@/lib/people/reads";
import { hearingOf, peopleIn, quotedIn, type Hearing } from "@/lib/timelines/rules";

/** People served by one script call: long enough to be worth the trip, short enough not to block Redis. */
const CHUNK = 300;

type Audience = Record<Hearing, string[]>;

/** Serves those who follow the author of a bark or rebark, a chunk at a time, by how they hear of it. */
export async function serveAudience(status: Status, serve: (audience: Audience) => Promise<void>): Promise<void> {
  const quoted = quotedIn(status);
  const asked = estrangedFrom([...peopleIn(status), ...(quoted ? [quoted.account.id] : [])]);
  asked.catch(() => undefined);
  let served: Promise<void> = Promise.resolve();
  for await (const followers of followersOf(status.account.id, CHUNK)) {
    const estranged = await asked;
    const audience: Audience = { whole: [], unquoted: [], silent: [] };
    for (const follower of followers) {
      audience[hearingOf(status, follower, estranged.get(follower.id) ?? [])].push(follower.id);
    }
    // While Redis serves one chunk the next is on its way.
    await served;
    served = serve(audience);
    served.catch(() => undefined);
  }
  await served;
}

/** Serves everybody who follows a person, a chunk at a time. */
export async function serveFollowers(personId: string, serve: (people: string[]) => Promise<void>): Promise<void> {
  for await (const followers of followersOf(personId, CHUNK)) await serve(followers.map(({ id }) => id));
}
