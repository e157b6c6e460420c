import type { JobMessage } from "@/lib/delivery/schema";
import { viewerRelationshipLoader, viewerRelationships } from "@/lib/people/reads";
import { isHighFollower, newestEntriesOf } from "@/lib/timelines/graph";
import { addToHome, removeFromHome } from "@/lib/timelines/writes";

/** Number of an author's newest barks that a new follow adds to the follower's timeline. */
const MERGE_LIMIT = 100;
/** Number of an author's newest barks that a timeline can hold. */
const REMOVE_LIMIT = 400;

type Effect = (job: JobMessage) => Promise<void>;

/** Effects of follows, follow requests and blocks on timelines. A request has none until it is granted. */
export const moderationEffects = {
  follow: ({ actorId, subjectId }) => updateHome(actorId, subjectId),
  unfollow: ({ actorId, subjectId }) => updateHome(actorId, subjectId),
  authorize: ({ actorId, subjectId }) => updateHome(subjectId, actorId),
  block: updateBothHomes,
  unblock: updateBothHomes,
  ask: async () => undefined,
  reject: async () => undefined,
} satisfies Record<string, Effect>;

async function updateBothHomes({ actorId, subjectId }: JobMessage): Promise<void> {
  await Promise.all([updateHome(actorId, subjectId), updateHome(subjectId, actorId)]);
}

/**
 * Adds or removes an author's barks, depending on whether the follow exists now. Follows, unfollows and blocks may be
 * delivered in any order; the last delivery leaves the right state.
 */
async function updateHome(followerId: string, authorId: string): Promise<void> {
  // Not from the cache, which may be older than the job.
  viewerRelationshipLoader().forget(`${followerId} ${authorId}`);
  const follows = (await viewerRelationships(followerId, [authorId])).get(authorId)?.following ?? false;
  const [highFollower, newest] = await Promise.all([
    isHighFollower(authorId),
    newestEntriesOf(authorId, follows ? MERGE_LIMIT : REMOVE_LIMIT),
  ]);
  await (follows
    ? addToHome(followerId, authorId, { ...newest, highFollower })
    : removeFromHome(followerId, authorId, newest.entries));
}
