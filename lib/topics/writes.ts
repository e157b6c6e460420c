import { z } from "zod";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { featuredTags, followedTopicsLoader } from "@/lib/topics/reads";
import { FEATURED_LIMIT, FOLLOWED_LIMIT, type FeaturedTag } from "@/lib/topics/schema";

const Named = z.object({ name: z.string() });

/** Follows or unfollows a topic by its key; idempotent. False when they follow too many. */
export async function followTopic(personId: string, name: string, on: boolean): Promise<boolean> {
  const rows = on
    ? await write("topics/follow", { personId, name, id: newId(), most: FOLLOWED_LIMIT }, Named)
    : await write("topics/unfollow", { personId, name }, Named);
  await followedTopicsLoader().forgetEverywhere([personId]);
  return !on || rows.length > 0;
}

/** Features a topic on a person's profile; idempotent. Null when they feature too many. */
export async function featureTopic(personId: string, name: string): Promise<FeaturedTag | null> {
  const [row] = await write("topics/feature", { personId, name, id: newId(), most: FEATURED_LIMIT }, Named);
  if (!row) return null;
  return (await featuredTags(personId)).find((tag) => tag.name === name) ?? null;
}

/** Ends featuring a topic, by its key or by the id of the feature; idempotent. */
export async function unfeatureTopic(personId: string, which: { name: string } | { id: string }): Promise<void> {
  await write("topics/unfeature", { personId, name: "", id: "", ...which }, Named);
}
