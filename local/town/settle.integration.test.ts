import { afterAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import { env } from "@/lib/env";
import { historyOf } from "@/lib/history/reads";
import { idTime, MAX_ID } from "@/lib/ids";
import { fileName } from "@/lib/media/rules";
import { storage } from "@/lib/media/storage";
import { cypher, driver, parameters } from "@/lib/neo4j";
import { graphAlerts } from "@/lib/notifications/graph";
import { freshHandle } from "@/testing/people";
import type { TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { localClock } from "@/local/town/clock";
import { makeTown, TOWN_SEED, type Town } from "@/local/town/people";
import { moveIn, settle } from "@/local/town/settle";

// fill.ts filled the Barker under test when it started.
const ask = async (query: string, params = {}) =>
  (await driver().executeQuery(query, params, { database: env().NEO4J_DATABASE })).records;
const one = async (query: string, params = {}) => (await ask(query, params))[0]?.toObject();
const cast = { cast: CAST.map(({ handle }) => handle) };

afterAll(() => driver().close());

describe("the town that moved in at the start", () => {
  it("has the visitor among friends, and Juniper two steps away", async () => {
    const row = await one(`
      MATCH (m:Person {handleKey: 'maple'}), (o:Person {handleKey: 'otter'}), (j:Person {handleKey: 'juniper'})
      RETURN EXISTS { (m)-[:FOLLOWS]->(o) } AS friend, EXISTS { (o)-[:FOLLOWS]->(j) } AS step, EXISTS { (m)-[:HAS]->(:Credential) } AS secret`);
    expect(row).toEqual({ friend: true, step: true, secret: false });
  });

  it("has two lists of the visitor, with people whom the visitor follows", async () => {
    const rows = await ask(`
      MATCH (m:Person {handleKey: 'maple'})-[:OWNS_LIST]->(l:List)-[:LISTS]->(p:Person)
      WITH l.title AS title, collect(p) AS people, collect(EXISTS { (m)-[:FOLLOWS]->(p) }) AS ties
      RETURN title, size(people) > 2 AS many, all(tie IN ties WHERE tie) AS followed ORDER BY title`);
    expect(rows.map((row) => row.toObject())).toEqual(
      ["Allotment", "Night shift"].map((title) => ({ title, many: true, followed: true })),
    );
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

  it("has conversations that hang together", async () => {
    const row = await one(
      `MATCH (p:Person)-[:BARKED]->(b:Bark)-[:REPLIES_TO]->(to:Bark) WHERE p.handleKey IN $cast
       MATCH (root:Bark {id: b.thread})
       RETURN count(b) > 30 AS many, count(CASE WHEN b.thread <> to.thread OR b.id <= to.id THEN 1 END) AS torn,
              count(CASE WHEN root.thread <> root.id THEN 1 END) AS rootless`,
      cast,
    );
    expect(row).toEqual({ many: true, torn: 0, rootless: 0 });
  });

  it("has nobody who likes or passes on a bark twice, and no id twice", async () => {
    const likes = await one(
      `MATCH (p:Person)-[l:LIKES]->(b:Bark) WHERE p.handleKey IN $cast
       RETURN count(l) > 100 AS many, count(l) = count(DISTINCT p.id + ' ' + b.id) AS once, count(l) = count(DISTINCT l.id) AS ids`,
      cast,
    );
    expect(likes).toEqual({ many: true, once: true, ids: true });
    const rebarks = await one(
      `MATCH (p:Person)-[:REBARKED]->(r:Rebark)-[:OF]->(b:Bark) WHERE p.handleKey IN $cast
       RETURN count(r) > 5 AS many, all(fits IN collect(r.pair = p.id + ' ' + b.id AND r.ofId = b.id AND r.authorId = p.id) WHERE fits) AS fits`,
      cast,
    );
    expect(rebarks).toEqual({ many: true, fits: true });
  });

  it("shows the seed swap as it is, and as it was when the visitor liked it", async () => {
    const ids = await one(`
      MATCH (m:Person {handleKey: 'maple'}), (:Person {handleKey: 'fern'})-[:BARKED]->(b:Bark)
      WHERE b.text STARTS WITH 'Seed swap at the library steps, Saturday'
      RETURN m.id AS maple, b.id AS swap`);
    const [swap] = await readStatuses(ids?.["maple"], [ids?.["swap"]]);
    expect(swap).toMatchObject({ version: 1, favourited: true, favourited_version: 0 });
    expect(swap?.quote?.quoted_status?.text).toContain("The library steps are free");
    const versions = await historyOf(null, ids?.["swap"]);
    expect(versions.map(({ text }) => text.slice(0, 40))).toEqual([
      "Seed swap at the library steps, Sunday f",
      "Seed swap at the library steps, Saturday",
    ]);
  });

  it("has pictures whose files are kept, each with words for those who do not see it", async () => {
    const rows = await ask("MATCH (:Bark)-[:SHOWS]->(m:Media) WHERE m.description STARTS WITH 'A ' RETURN m LIMIT 12");
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const { key } = row.get("m").properties;
      expect(await storage().get(fileName(key, "small")), key).not.toBeNull();
    }
  });

  it("has news of many kinds waiting for the visitor", async () => {
    const maple = await one("MATCH (p:Person {handleKey: 'maple'}) RETURN p.id AS id");
    const alerts = await graphAlerts(maple?.["id"], { max: MAX_ID, min: "0", ascending: false, limit: 400 });
    const kinds = new Set(alerts.map(({ kind }) => kind));
    for (const kind of ["like", "reaction", "rebark", "follow", "mention", "quote", "edit"])
      expect(kinds, kind).toContain(kind);
  });

  it("moves nobody in twice", async () => {
    const people = async () => (await ask("MATCH (p:Person {handleKey: 'maple'}) RETURN count(p) AS n"))[0]?.get("n");
    expect(await settle(makeTown(20, TOWN_SEED, localClock()))).toBe(false);
    expect(await people()).toBe(1);
  });
});

describe("moving in", () => {
  it("makes exactly what the town is made of", async () => {
    const town = renamed(makeTown(30, 5, localClock()));
    const session = driver().session({ database: env().NEO4J_DATABASE });
    const tx = session.beginTransaction();
    try {
      await moveIn(tx, town);
      const { records } = await tx.run(
        `MATCH (p:Person) WHERE p.handleKey IN $handles
         WITH collect(p) AS people, sum(COUNT { (p)-[:FOLLOWS]->() }) AS follows, sum(COUNT { (p)-[:BARKED]->() }) AS barks,
              sum(COUNT { (p)-[:LIKES]->() }) AS likes, sum(COUNT { (p)-[:REBARKED]->() }) AS rebarks,
              sum(COUNT { (p)-[:REACTED]->() }) AS reactions, sum(COUNT { (p)-[:PINNED]->() }) AS pins
         UNWIND people AS p MATCH (p)-[:BARKED]->(b)
         RETURN follows, barks, likes, rebarks, reactions, pins, sum(COUNT { (b)-[:REPLIES_TO]->() }) AS answers,
                sum(COUNT { (b)-[:QUOTES]->() }) AS quotes, sum(COUNT { (b)-[:WAS]->() }) AS versions,
                sum(COUNT { (b)-[:SHOWS]->() }) AS pictures`,
        { handles: town.people.map(({ handle }) => handle) },
      );
      const { barks, follows, likes, rebarks, reactions, pins } = town;
      const having = (what: keyof TownBark) => barks.filter((bark) => bark[what]).length;
      expect(records[0]?.toObject()).toEqual({
        follows: follows.length,
        barks: barks.length,
        likes: likes.length,
        rebarks: rebarks.length,
        reactions: reactions.length,
        pins: pins.length,
        answers: having("answers"),
        quotes: having("quotes"),
        versions: having("earlier"),
        pictures: having("picture"),
      });
    } finally {
      await tx.rollback();
      await session.close();
    }
    expect(
      (await ask(cypher("town/townspeople"), parameters({ handleKeys: town.people.map(({ handle }) => handle) })))
        .length,
    ).toBe(0);
  });
});

/** The town with new names and few pictures, because drawing all of them takes seconds. */
function renamed({ people, barks, ...town }: Town): Town {
  for (const bark of barks) if (!["bus", "loaf", "moon"].includes(bark.picture ?? "")) delete bark.picture;
  return { ...town, barks, people: people.map((person) => ({ ...person, handle: freshHandle() })) };
}
