import { z } from "zod";
import { handOver } from "@/lib/delivery/writes";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { followPairs, relationships } from "@/lib/people/reads";
import type { Relationship } from "@/lib/people/schema";

const Changed = z.object({ changed: z.boolean() });

/**
 * Follows somebody. Following twice is following once.
 * @throws ApiError not_found; forbidden for oneself
 */
export function follow(viewerId: string, personId: string): Promise<Relationship> {
  if (viewerId === personId) throw new ApiError("forbidden", { message: "You cannot follow yourself." });
  return change("follow", viewerId, personId);
}

/**
 * Stops following somebody, whether or not one did.
 * @throws ApiError not_found
 */
export function unfollow(viewerId: string, personId: string): Promise<Relationship> {
  return change("unfollow", viewerId, personId);
}

async function change(kind: "follow" | "unfollow", viewerId: string, personId: string): Promise<Relationship> {
  const outboxId = newId();
  const [row] = await write(`people/${kind}`, { viewerId, personId, at: Date.now(), outboxId }, Changed);
  if (!row) throw new ApiError("not_found");
  followPairs().forget(`${viewerId} ${personId}`);
  if (row.changed) handOver({ outboxId, kind, actorId: viewerId, subjectId: personId });
  const [relationship] = await relationships(viewerId, [personId]);
  if (!relationship) throw new ApiError("not_found");
  return relationship;
}
