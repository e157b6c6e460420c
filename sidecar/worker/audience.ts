import type { Status } from "@/lib/barks/schema";
import { estrangedFrom, followersOf } from "@/lib/people/reads";
import { hearingOf, peopleIn, quotedIn, type Hearing } from "@/lib/timelines/rules";

/** People served by one script call: long enough to be worth the trip, short enough not to block Redis. */
const CHUNK = 300;

type Audience = Record<Hearing, string[]>;

/**
 * Whom a bark or rebark goes to, by how they hear of it. Its author comes first: their other devices wait for what
 * they just did.
 */
export async function audienceOf(status: Status): Promise<Audience> {
  const { account } = status;
  const quoted = quotedIn(status);
  const [followers, estranged] = await Promise.all([
    followersOf(account.id),
    estrangedFrom([...peopleIn(status), ...(quoted ? [quoted.account.id] : [])]),
  ]);
  const audience: Audience = { whole: [account.id], unquoted: [], silent: [] };
  for (const follower of followers) {
    audience[hearingOf(status, follower, estranged.get(follower.id) ?? [])].push(follower.id);
  }
  return audience;
}

/** Everybody in whose timeline something of a person's can be. */
export async function everyReaderOf(personId: string): Promise<string[]> {
  return [personId, ...(await followersOf(personId)).map(({ id }) => id)];
}

export async function inChunks(people: string[], serve: (chunk: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < people.length; from += CHUNK) await serve(people.slice(from, from + CHUNK));
}
