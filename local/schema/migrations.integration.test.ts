import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { digest } from "@/lib/auth/secrets";
import { cancelDeletion } from "@/lib/auth/writes";
import { credentialOf } from "@/lib/auth/reads";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { createBark } from "@/lib/barks/writes";
import { lastRedisRun } from "@/lib/delivery/reads";
import { readDrafts } from "@/lib/drafts/reads";
import { saveDraft } from "@/lib/drafts/writes";
import { filtersOf } from "@/lib/filters/reads";
import { requestsPage } from "@/lib/moderation/reads";
import { sharingOf } from "@/lib/nearby/reads";
import { MAX_ID } from "@/lib/ids";
import { driver, read } from "@/lib/neo4j";
import { graphAlerts, readPrefs } from "@/lib/notifications/graph";
import { lookKey } from "@/lib/people/rules";
import { search } from "@/lib/search/reads";
import { ask, count } from "@/testing/graph";
import { freshHandle } from "@/testing/people";
import { isHighFollower } from "@/lib/timelines/graph";
import { cypherMigrations, migrate, type Migration } from "./migrations";
import { computedMigrations } from "./steps";

/** Most statements are planned for the first time here, which takes a second each on a busy machine. */
const TEST_TIMEOUT_MS = 240_000;
const Row = z.object({}).loose();
const runs: string[] = [];
afterAll(async () => {
  await ask(
    "UNWIND $runs AS run MATCH (m:Migration) WHERE m.name ENDS WITH run DELETE m RETURN 1 AS one",
    { runs },
    Row,
  );
  await driver().close();
});

/** A suffix that makes the names of migrations unique to a test. */
function freshRun(): string {
  const run = freshHandle();
  runs.push(run);
  return run;
}

/** All migrations with names unique to a test, because those of the database are done. */
const renamed = (run: string, batch?: number) =>
  [...cypherMigrations(), ...computedMigrations(batch)].map((one) => ({ ...one, name: `${one.name} ${run}` }));

let graphs = 0;
/** Creates a graph of the old shape. @returns the prefix of all its ids */
async function plantOldGraph(): Promise<string> {
  const run = `1${String(Date.now()).padStart(13, "0")}${String(++graphs).padStart(3, "0")}`;
  const idempotencyKey = digest(`${run}02 ${run}`);
  await ask(readFileSync("local/schema/old-graph.cypher", "utf8"), { run, idempotencyKey, now: Date.now() }, Row);
  return run;
}

const OLD_WORDS = {
  labels: ["Leaver", "Loose", "Hub", "Memory"],
  relationships: ["CATCHES", "HEARS", "STANDS_AT", "ASKED", "OPENS_WITH"],
  properties: ["once", "hand", "luck", "welcome", "wavedOffTo", "for_not_following", "for_private_mentions"],
};
const oldNodes = (run: string) =>
  count(
    "(n) WHERE (n.id STARTS WITH $run OR n.personId STARTS WITH $run OR n.key STARTS WITH $run) AND (any(l IN labels(n) WHERE l IN $labels) OR any(k IN keys(n) WHERE k IN $properties))",
    { run, ...OLD_WORDS },
  );
const oldEdges = (run: string) =>
  count(
    "(n)-[e]->() WHERE n.id STARTS WITH $run AND (type(e) IN $relationships OR any(k IN keys(e) WHERE k IN $properties))",
    { run, ...OLD_WORDS },
  );

/** All data of such a graph, for comparison. */
const wholeOf = (run: string) =>
  ask(
    `MATCH (n) WHERE n.id STARTS WITH $run OR n.personId STARTS WITH $run
     RETURN labels(n) AS labels, properties(n) AS properties,
            COLLECT { MATCH (n)-[e]->(m) RETURN type(e) + coalesce(m.id, '') + coalesce(e.id, '') ORDER BY type(e), m.id } AS edges
     ORDER BY n.id, n.personId`,
    { run },
    Row,
  );

const indexed = () => ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() RETURN 1 AS one", {}, Row);
const page = { limit: 40, offset: 0, following: false, resolve: false, exclude_unreviewed: false };
const found = async (viewerId: string, type: "statuses" | "accounts", q: string) => {
  const { statuses, accounts } = await search(viewerId, { ...page, type, q });
  return [...statuses, ...accounts].map(({ id }) => id);
};

describe("a graph from before the first migration", () => {
  it(
    "is read after all migrations as it was",
    async () => {
      const run = await plantOldGraph();
      const [me, friend, leaver] = [`${run}01`, `${run}02`, `${run}03`];
      await migrate(renamed(freshRun()));

      expect([await oldNodes(run), await oldEdges(run)]).toEqual([0, 0]);
      expect(await filtersOf(me)).toMatchObject([
        { title: "Tea", words: [{ word: "kettle", whole: true }], barks: [{ id: `${run}23`, barkId: `${run}11` }] },
      ]);
      expect((await requestsPage(me, { limit: 10 })).items.map(({ id }) => id)).toEqual([friend]);
      expect((await readPrefs(me)).policy).toMatchObject({
        for_not_following: "filter",
        for_private_mentions: "accept",
        for_new_accounts: "accept",
      });
      expect(await read("notifications/senders", { personId: me, ids: [friend] }, Row)).toMatchObject([
        { accepted: true, dismissedTo: "0" },
      ]);
      const acts = await graphAlerts(friend, { max: MAX_ID, min: "0", ascending: false, limit: 10 });
      expect(acts.map(({ id, kind }) => [id, kind])).toEqual([
        [`${run}63`, "rebark"],
        [`${run}62`, "reaction"],
        [`${run}61`, "like"],
      ]);
      expect(await passkeysOf(me)).toMatchObject([{ name: "Phone" }]);
      expect(await readDrafts(me)).toMatchObject([{ id: "d", text: "Half a", version: 1 }]);
      expect(
        await saveDraft(me, "d", {
          text: "Half a page",
          spoiler_text: "",
          sensitive: false,
          version: 0,
          hand: "phone",
          media_ids: [],
          place: 0,
        }),
      ).toMatchObject({
        id: "d",
        version: 2,
      });
      expect(await sharingOf(me)).toMatchObject({ version: 1, spots: [{ precision: 25, latitude: 0.5 }] });
      expect(await count("(s:Spot {shuffleKey: 7})<-[:HAS_SPOT]-(:Person {id: $me})", { me })).toBe(1);
      expect(await isHighFollower(me)).toBe(true);
      expect(await count("(m:Unattached {id: $id}) WHERE m.until > 0", { id: `${run}51` })).toBe(1);
      expect(await lastRedisRun(`${run}redis`)).toMatchObject({ epoch: "e", run: "r" });
      expect(await createBark(friend, { text: "Kettle", language: "en", idempotencyKey: run })).toMatchObject({
        ok: true,
        status: { id: `${run}11` },
      });
      expect(await count("(p:Person {id: $me, lookKey: $look})", { me, look: lookKey(`${run}acorn`) })).toBe(1);
      await indexed();
      expect(await found(friend, "statuses", "kettle ecole from:me")).toContain(`${run}11`);
      expect(await found(friend, "accounts", `${run}ac`)).toContain(me);

      expect(await credentialOf(`${run}clover`)).toMatchObject({ id: leaver });
      expect(await cancelDeletion(leaver)).toBe(true);
      expect((await requestsPage(me, { limit: 10 })).items.map(({ id }) => id)).toEqual([friend, leaver]);
      expect(await read("notifications/senders", { personId: me, ids: [leaver] }, Row)).toMatchObject([
        { accepted: false, dismissedTo: `${run}99` },
      ]);
      await indexed();
      expect(await found(friend, "accounts", `${run}cl`)).toContain(leaver);
      expect(await count("(s:Suspended {id: $id, nameWords: 'dandelion'})", { id: `${run}04` })).toBe(1);
    },
    TEST_TIMEOUT_MS,
  );

  it(
    "is the same after migrations that were interrupted everywhere, and after all of them once more",
    async () => {
      const planted = await plantOldGraph();
      const run = freshRun();
      // Each migration fails after its first part, as if the process were killed before that is recorded.
      for (const migration of renamed(run, 2)) {
        const failing: Migration = {
          ...migration,
          run: async (after) => {
            await migration.run(after);
            throw new Error("killed");
          },
        };
        await expect(migrate([failing])).rejects.toThrow("killed");
      }
      await migrate(renamed(run));
      expect([await oldNodes(planted), await oldEdges(planted)]).toEqual([0, 0]);
      const once = await wholeOf(planted);
      const to = (type: string, id: string) => `${type}${planted}${id}`;
      expect(once[0]).toMatchObject({
        labels: ["Person", "HighFollower"],
        properties: { nameWords: "acorn", bioWords: "elan", lookKey: lookKey(`${planted}acorn`) },
        edges: [
          to("FILTERS", "21"),
          to("HAS_PASSKEY", "41"),
          "HAS_SPOT",
          to("LIKES", "11") + `${planted}61`,
          to("NOTIFICATION_REQUEST", "02"),
          to("NOTIFICATION_REQUEST", "03"),
          to("REACTED", "62") + `${planted}62`,
          to("REBARKED", "63"),
          "SET",
          "SHARES",
          "WROTEd",
        ],
      });
      await migrate(renamed(freshRun()));
      expect(await wholeOf(planted)).toEqual(once);
    },
    TEST_TIMEOUT_MS,
  );
});

describe("migrations", () => {
  const counting = (name: string, parts: number, done: string[]): Migration => ({
    name,
    run: (after) => {
      done.push(`${name.split(" ")[0]}:${after}`);
      const next = Number(after) + 1;
      return Promise.resolve(next < parts ? String(next) : null);
    },
  });

  it("run once and in the order of their names when two processes start at once", async () => {
    const run = freshRun();
    const done: string[] = [];
    const all = [counting(`b ${run}`, 1, done), counting(`a ${run}`, 2, done)];
    await Promise.all([migrate(all), migrate(all)]);
    expect(done).toEqual(["a:", "a:1", "b:"]);
    expect(await count("(m:Migration) WHERE m.name ENDS WITH $run AND m.at > 0", { run })).toBe(2);
    await migrate(all);
    expect(done).toHaveLength(3);
  });

  it("are all recorded as done in a new database", async () => {
    const names = [...cypherMigrations(), ...computedMigrations()].map(({ name }) => name);
    expect(await count("(m:Migration) WHERE m.name IN $names AND m.at > 0", { names })).toBe(names.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it("continue after the last part that was recorded", async () => {
    const run = freshRun();
    const done: string[] = [];
    const whole = counting(`a ${run}`, 3, done);
    const failing = {
      ...whole,
      run: (after: string) => (after === "2" ? Promise.reject(new Error("away")) : whole.run(after)),
    };
    await expect(migrate([failing])).rejects.toThrow("away");
    await migrate([whole]);
    expect(done).toEqual(["a:", "a:1", "a:2"]);
  });

  it("stop at the first that fails, and name it", async () => {
    const run = freshRun();
    const done: string[] = [];
    const failing = { name: `a ${run}`, run: () => Promise.reject(new Error("no")) };
    await expect(migrate([failing, counting(`b ${run}`, 1, done)])).rejects.toThrow(
      `The migration a ${run} failed: no`,
    );
    expect(done).toEqual([]);
  });
});
