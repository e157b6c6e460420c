import type { Status } from "@/lib/barks/schema";
import { blockRelations, followersOf, smallAudience } from "@/lib/people/reads";
import type { BlockRelation, Follower } from "@/lib/people/schema";
import { liveVisibility, peopleIn, quotedIn, type LiveVisibility } from "@/lib/timelines/rules";

/** People per script call: enough to be worth the round trip, few enough not to block Redis. */
export const CHUNK = 300;

type Audience = Record<LiveVisibility, string[]>;

/** Calls `serve` for the followers of a bark's or rebark's author, in chunks grouped by live visibility. */
export async function forEachAudienceChunk(
  status: Status,
  serve: (audience: Audience) => Promise<void>,
): Promise<void> {
  const { account, in_reply_to_account_id: answered } = status;
  const quoted = quotedIn(status);
  const involved = [...peopleIn(status), ...(quoted ? [quoted.account.id] : [])];
  if (account.followers_count <= CHUNK) {
    const { followers, relations } = await smallAudience(account.id, answered, involved);
    return serve(grouped(status, followers, relations));
  }
  const blocksRead = blockRelations(involved);
  blocksRead.catch(() => undefined);
  let served: Promise<void> = Promise.resolve();
  for await (const followers of followersOf(account.id, CHUNK, answered)) {
    const audience = grouped(status, followers, await blocksRead);
    // The next chunk is read while Redis processes this one.
    await served;
    served = serve(audience);
    served.catch(() => undefined);
  }
  await served;
}

function grouped(status: Status, followers: Follower[], blocks: Map<string, BlockRelation[]>): Audience {
  const audience: Audience = { full: [], withoutQuote: [], none: [] };
  for (const follower of followers)
    audience[liveVisibility(status, follower, blocks.get(follower.id) ?? [])].push(follower.id);
  return audience;
}

/** Calls `serve` for all followers of a person, in chunks. */
export async function forEachFollowerChunk(
  personId: string,
  serve: (people: string[]) => Promise<void>,
): Promise<void> {
  for await (const followers of followersOf(personId, CHUNK)) await serve(followers.map(({ id }) => id));
}
