import neo4j from "neo4j-driver";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { driver, parameters } from "@/lib/neo4j";
import { cypher } from "@/lib/neo4j/cypher";

/** Nobody delivers these: the entry in the outbox is one that was delivered already. */
const TEXT = cypher("barks/create_plain").replace(":Outbox:Pending", ":Outbox:Done");

/**
 * Creates a bark by the query alone: no HTTP, no token, no rules, no delivery. What the whole of Barker takes is measured
 * against it.
 */
export async function createBare(authorId: string): Promise<void> {
  const id = newId();
  const bark = { id, text: "Bread, still warm.", words: "bread still warm", at: Date.now(), audience: "public" };
  const links = { replyTo: null, quotes: null, media: [], topics: [], mentions: [], polls: [] };
  const session = driver().session({ database: env().NEO4J_DATABASE, defaultAccessMode: neo4j.session.WRITE });
  try {
    await session.run(TEXT, parameters({ authorId, bark, ...links }));
  } finally {
    await session.close();
  }
}
