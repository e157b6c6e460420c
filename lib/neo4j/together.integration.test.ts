import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { driver, readTogether, writeTogether } from "@/lib/neo4j";
import { metrics } from "@/lib/metrics";
import { like } from "@/lib/reactions/writes";
import { count } from "@/testing/graph";
import { makePeople, makePerson } from "@/testing/people";

afterAll(() => driver().close());

async function barkOf(authorId: string, text = "Fog", idempotencyKey?: string): Promise<string> {
  const made = await createBark(authorId, { text, idempotencyKey });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}

/** How many transactions a query has had in this process. */
async function transactionsOf(query: string): Promise<number> {
  const { values } = await metrics().queries.get();
  const counts = values.filter((one) => one.metricName?.endsWith("_count") && one.labels.query === query);
  return counts.reduce((sum, { value }) => sum + value, 0);
}

describe("a query that several callers share", () => {
  it("gives each caller what is theirs", async () => {
    const people = await makePeople(24);
    const ids = await Promise.all(people.map(({ id, handle }) => barkOf(id, `Fog at ${handle}`)));
    expect(new Set(ids).size).toBe(24);
    for (const [index, { id, handle }] of people.entries()) {
      const given = { id, bark: ids[index], text: `Fog at ${handle}` };
      expect(await count("(:Person {id: $id})-[:BARKED]->(:Bark {id: $bark, text: $text})", given)).toBe(1);
    }
  });

  it("has fewer transactions than there are calls", async () => {
    const people = await makePeople(24);
    const needed = async () => {
      const before = await transactionsOf("barks/create_plain");
      await Promise.all(people.map(({ id }) => barkOf(id)));
      return (await transactionsOf("barks/create_plain")) - before;
    };
    // On a machine that is so busy that a group takes more than a second, its calls run on their own.
    await expect.poll(needed, { timeout: 40_000 }).toBeLessThan(12);
  });

  it("keeps one person's barks in order, each after the one before", async () => {
    const { id } = await makePerson();
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => barkOf(id, `Fog ${index}`)));
    // Each outbox entry names another one as the one before it, and one has none.
    expect(await count("(o:Outbox {actorId: $id, kind: 'bark'}) WHERE o.after IS NULL", { id })).toBe(1);
    const chain = "(o:Outbox {actorId: $id, kind: 'bark'}), (b:Outbox {id: o.after, actorId: $id})";
    expect(await count(chain, { id })).toBe(11);
    expect(new Set(ids).size).toBe(12);
  });

  it("counts likes of the same bark exactly", async () => {
    const [author, ...fans] = await makePeople(17);
    const bark = await barkOf(author?.id ?? "");
    const statuses = await Promise.all([...fans, ...fans].map(({ id }) => like(id, bark)));
    expect(statuses.every(({ favourited }) => favourited)).toBe(true);
    expect(Math.max(...statuses.map(({ favourites_count: likes }) => likes))).toBe(16);
    expect(await count("(:Bark {id: $bark})<-[:LIKES]-()", { bark })).toBe(16);
  });

  it("does not let one that fails fail the others", async () => {
    const people = await makePeople(12);
    const clash = newId();
    const params = (authorId: string, id: string) => ({
      authorId,
      bark: { id, text: "Fog", words: "fog", at: Date.now(), audience: "public" },
      replyTo: null,
      quotes: null,
    });
    const Row = z.looseObject({ after: z.string().nullable() });
    const answers = await Promise.allSettled(
      people.map(({ id }, index) =>
        writeTogether("barks/create_plain", params(id, index === 5 || index === 7 ? clash : newId()), Row),
      ),
    );
    // Two have the same id: the constraint lets one of them through.
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
    for (const { id } of people.filter((_, index) => index !== 5 && index !== 7))
      expect(await count("(:Person {id: $id})-[:BARKED]->()", { id })).toBe(1);
  });

  it("does not let those that wait for a lock hold up the others for long", async () => {
    const people = await makePeople(10);
    const session = driver().session({ database: env().NEO4J_DATABASE });
    const transaction = session.beginTransaction();
    const [first, second, ...others] = people.map(({ id }) => id);
    await transaction.run("MATCH (p:Person) WHERE p.id IN $ids SET p.lastBarkAt = 0", { ids: [first, second] });
    const held = [first, second, first].map((id) => barkOf(id ?? "", "Late"));
    await Promise.all(others.map((id) => barkOf(id)));
    await transaction.commit();
    await session.close();
    expect(new Set(await Promise.all(held)).size).toBe(3);
    expect(
      await count("(p:Person)-[:BARKED]->(:Bark {text: 'Late'}) WHERE p.id IN $ids", { ids: [first, second] }),
    ).toBe(3);
  });

  it("answers nothing to a call that finds nothing, and its neighbours what they asked for", async () => {
    const [author, ...readers] = await makePeople(8);
    const bark = await barkOf(author?.id ?? "");
    const State = z.object({ state: z.object({ id: z.string() }) });
    const asked = [...readers, ...readers].map(({ id }, index) =>
      readTogether(
        "barks/viewer_state",
        { viewerId: id, ids: index % 2 === 0 ? [bark] : [newId(), bark, bark] },
        State,
      ),
    );
    const nobody = readTogether("barks/viewer_state", { viewerId: newId(), ids: [bark] }, State);
    expect((await Promise.all(asked)).map(({ length }) => length)).toEqual(
      asked.map((_, index) => (index % 2 === 0 ? 1 : 2)),
    );
    expect(await nobody).toEqual([]);
  });
});
