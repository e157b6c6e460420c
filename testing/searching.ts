import { z } from "zod";
import { expect } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { IdRow } from "@/lib/neo4j";
import { Found } from "@/lib/search/schema";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";

type Bark = Parameters<typeof createBark>[1];

export async function bark(author: TestPerson, text: string, more: Partial<Bark> = {}): Promise<string> {
  const made = await createBark(author.id, { text, language: "en", ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}

const One = z.object({ one: z.number() });
/** Waits until the full-text index, which is updated some milliseconds after a commit, is current. */
export const indexed = () =>
  ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() RETURN 1 AS one", {}, One);

export async function searcher() {
  const viewer = await makePerson();
  const { token } = await makeToken(viewer.id, ["read", "write"]);
  const search = async (q: string, more = "") => {
    await indexed();
    const answer = await call("GET", `/api/v2/search?q=${encodeURIComponent(q)}${more}`, { token });
    expect(answer.status, answer.text).toBe(200);
    return Found.parse(answer.json);
  };
  const barks = async (q: string, more = "") => (await search(q, `&type=statuses${more}`)).statuses.map(({ id }) => id);
  return { viewer, token, search, barks };
}

export async function two() {
  const [one, other] = await makePeople(2);
  if (!one || !other) throw new Error("two people were made");
  return [one, other] as const;
}

export const relate = (a: TestPerson, kind: "BLOCKS" | "MUTES", b: TestPerson) =>
  ask(
    `MATCH (a:Person {id: $a}), (b:Person {id: $b}) CREATE (a)-[:${kind} {id: $a}]->(b) RETURN b.id AS id`,
    { a: a.id, b: b.id },
    IdRow,
  );
