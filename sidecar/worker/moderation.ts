import type { JobMessage } from "@/lib/delivery/schema";
import { viewerRelationshipLoader, viewerRelationships } from "@/lib/people/reads";
import { isHighFollower, newestEntriesOf } from "@/lib/timelines/graph";
import { addToHome, removeFromHome } from "@/lib/timelines/writes";

/** How many barks of somebody just followed are merged into the follower's timeline. */
const MERGE_LIMIT = 100;
/** How many of an author's newest barks a timeline can hold. */
const REMOVE_LIMIT = 400;

type Effect = (job: JobMessage) => Promise<void>;

/** What follows, requests and blocks do to timelines. A request changes none until it is granted. */
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
 * Brings a timeline in line with whether the follow exists *now*: follows, unfollows and blocks in
 * quick turn may be delivered in any order, and the last one delivered settles it.
 */
async function updateHome(followerId: string, authorId: string): Promise<void> {
  // Not from memory: what it remembers may be older than the job.
  viewerRelationshipLoader().forget(`${followerId} ${authorId}`);
  const follows = (await viewerRelationships(followerId, [authorId])).get(authorId)?.following ?? false;
  const [hub, newest] = await Promise.all([
    isHighFollower(authorId),
    newestEntriesOf(authorId, follows ? MERGE_LIMIT : REMOVE_LIMIT),
  ]);
  await (follows
    ? addToHome(followerId, authorId, { ...newest, hub })
    : removeFromHome(followerId, authorId, newest.entries));
}
