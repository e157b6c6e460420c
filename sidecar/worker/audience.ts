import type { Status } from "@/lib/barks/schema";
import { FEW_FOLLOWERS, hasFew, involvedIn, recipientsOf, type Recipients } from "@/lib/effects/reads";
import { blockRelations, followersOf } from "@/lib/people/reads";
import type { BlockRelation, Follower } from "@/lib/people/schema";
import { liveVisibility, type LiveVisibility } from "@/lib/timelines/rules";

/** People per script call: enough to be worth the round trip, few enough not to block Redis. */
export const CHUNK = FEW_FOLLOWERS;

/** Followers by how a bark is shown to them live. */
export type Audience = Record<LiveVisibility, string[]>;

/**
 * Calls `serve` for the followers of a bark's or rebark's author, in chunks grouped by live visibility.
 * @param known whom it concerns, if that was read already
 */
export async function forEachAudienceChunk(
  status: Status,
  serve: (audience: Audience) => Promise<void>,
  known: Promise<Recipients> | null = null,
): Promise<void> {
  const { account, in_reply_to_account_id: answered } = status;
  if (hasFew(status)) {
    const { followers, relations } = await (known ?? recipientsOf(status, null));
    return serve(grouped(status, followers, relations));
  }
  const blocksRead = blockRelations(involvedIn(status));
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
