import { z } from "zod";
import { ask } from "@/testing/graph";

const Id = z.object({ id: z.string() });

/** Makes a person follow others in the graph only: no job is enqueued. */
export async function plantFollows(followerId: string, followees: { id: string }[]): Promise<void> {
  const query =
    "MATCH (a:Person {id: $followerId}) UNWIND $ids AS id MATCH (b:Person {id: id}) MERGE (a)-[:FOLLOWS {at: 0}]->(b) RETURN id";
  await change(query, followerId, followees);
}

/** Ends follows in the graph only: no job is enqueued. */
export async function deleteFollows(followerId: string, followees: { id: string }[]): Promise<void> {
  const query =
    "MATCH (a:Person {id: $followerId})-[f:FOLLOWS]->(b:Person) WHERE b.id IN $ids WITH f, b.id AS id DELETE f RETURN id";
  await change(query, followerId, followees);
}

async function change(query: string, followerId: string, followees: { id: string }[]): Promise<void> {
  await ask(query, { followerId, ids: followees.map(({ id }) => id) }, Id);
}
