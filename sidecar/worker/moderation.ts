import type { JobMessage } from "@/lib/delivery/schema";
import { viewerRelationshipLoader, viewerRelationships } from "@/lib/people/reads";
import { isHighFollower, newestEntriesOf } from "@/lib/timelines/graph";
import { addToHome, removeFromHome } from "@/lib/timelines/writes";

/** How many barks of somebody just followed are merged into the follower's timeline. */
const MERGED = 100;
/** How many of an author's newest barks a timeline can hold. */
const HELD = 400;

type Effect = (job: JobMessage) => Promise<void>;

/** What follows, requests and blocks do to timelines. A request changes none until it is granted. */
export const moderationEffects = {
  follow: ({ actorId, subjectId }) => settle(actorId, subjectId),
  unfollow: ({ actorId, subjectId }) => settle(actorId, subjectId),
  authorize: ({ actorId, subjectId }) => settle(subjectId, actorId),
  block: settleBoth,
  unblock: settleBoth,
  ask: async () => undefined,
  reject: async () => undefined,
} satisfies Record<string, Effect>;

async function settleBoth({ actorId, subjectId }: JobMessage): Promise<void> {
  await Promise.all([settle(actorId, subjectId), settle(subjectId, actorId)]);
}

/**
 * Brings a timeline in line with whether the follow exists *now*: follows, unfollows and blocks in
 * quick turn may be delivered in any order, and the last one delivered settles it.
 */
async function settle(followerId: string, authorId: string): Promise<void> {
  // Not from memory: what it remembers may be older than the job.
  viewerRelationshipLoader().forget(`${followerId} ${authorId}`);
  const follows = (await viewerRelationships(followerId, [authorId])).get(authorId)?.following ?? false;
  const [highFollower, newest] = await Promise.all([
    isHighFollower(authorId),
    newestEntriesOf(authorId, follows ? MERGED : HELD),
  ]);
  await (follows
    ? addToHome(followerId, authorId, { ...newest, highFollower })
    : removeFromHome(followerId, authorId, newest.entries));
}
