import { afterAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { idTime } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { localClock } from "@/local/town/clock";
import { makeTown, TOWN_SEED } from "@/local/town/people";
import { settle } from "@/local/town/settle";

// The Barker under test was filled by fill.ts when it started.
const ask = async (query: string) =>
  (await driver().executeQuery(query, {}, { database: env().NEO4J_DATABASE })).records;

afterAll(() => driver().close());

describe("the town that moved in at the start", () => {
  it("has the visitor among friends, and Juniper two steps away", async () => {
    const [row] = await ask(`
      MATCH (m:Person {handleKey: 'maple'}), (o:Person {handleKey: 'otter'}), (j:Person {handleKey: 'juniper'})
      RETURN EXISTS { (m)-[:FOLLOWS]->(o) } AS friend, EXISTS { (o)-[:FOLLOWS]->(j) } AS step, EXISTS { (m)-[:HAS]->(:Credential) } AS secret`);
    expect(row?.toObject()).toEqual({ friend: true, step: true, secret: false });
  });

  it("has barks with ids of their own time, tied to their topics", async () => {
    const rows = await ask(`
      MATCH (p:Person {handleKey: 'fern'})-[:BARKED]->(b:Bark)-[:TAGGED]->(:Topic {name: 'seedswap'})
      RETURN b.id AS id, b.at AS at, b.authorId = p.id AS own, p.lastBarkAt >= b.at AS last ORDER BY b.id`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.get("id")).toMatch(/^\d{19}$/);
      expect(idTime(row.get("id"))).toBe(row.get("at"));
      expect([row.get("own"), row.get("last")]).toEqual([true, true]);
    }
  });

  it("moves nobody in twice", async () => {
    const people = async () => (await ask("MATCH (p:Person {handleKey: 'maple'}) RETURN count(p) AS n"))[0]?.get("n");
    expect(await settle(makeTown(20, TOWN_SEED, localClock()))).toBe(false);
    expect(await people()).toBe(1);
  });
});
