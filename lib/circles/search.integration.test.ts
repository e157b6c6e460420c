import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { circlePage, degrees, pathTo } from "@/lib/circles/reads";
import type { Degree } from "@/lib/circles/schema";
import { driver } from "@/lib/neo4j";
import { ask } from "@/testing/graph";
import { makePeople, type TestPerson } from "@/testing/people";

const PEOPLE = 24;
const ROUNDS = 60;

afterAll(() => driver().close());

/** A graph of people by index: who follows, blocks, mutes and dismisses whom. The viewer is 0. */
const pair = fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1)).filter(([from, to]) => from !== to);
const graph = fc.record({
  follows: fc.uniqueArray(pair, { minLength: 15, maxLength: 70, selector: String }),
  blocks: fc.uniqueArray(fc.nat(PEOPLE - 2), { maxLength: 2 }),
  blockers: fc.uniqueArray(fc.nat(PEOPLE - 2), { maxLength: 2 }),
  mutes: fc.uniqueArray(fc.nat(PEOPLE - 2), { maxLength: 2 }),
  dismissed: fc.uniqueArray(fc.nat(PEOPLE - 2), { maxLength: 2 }),
  shy: fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 3 }),
  hiding: fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 3 }),
});
type Graph = typeof graph extends fc.Arbitrary<infer Value> ? Value : never;

const QUERY = `
  UNWIND range(0, size($ids) - 1) AS place MATCH (p:Person {id: $ids[place]})
  SET p.discoverable = NOT place IN $shy, p.hideCollections = place IN $hiding
  WITH collect(p) AS people
  CALL (people) { UNWIND people AS p MATCH (p)-[r:FOLLOWS|BLOCKS|MUTES|DISMISSED]-() DELETE r }
  CALL (people) { UNWIND $follows AS f WITH people[f[0]] AS a, people[f[1]] AS b CREATE (a)-[:FOLLOWS {at: 0}]->(b) }
  CALL (people) { UNWIND $blocks AS n WITH people[0] AS v, people[n + 1] AS p CREATE (v)-[:BLOCKS {id: '1'}]->(p) }
  CALL (people) { UNWIND $blockers AS n WITH people[0] AS v, people[n + 1] AS p CREATE (p)-[:BLOCKS {id: '1'}]->(v) }
  CALL (people) { UNWIND $mutes AS n WITH people[0] AS v, people[n + 1] AS p CREATE (v)-[:MUTES {id: '1'}]->(p) }
  CALL (people) { UNWIND $dismissed AS n WITH people[0] AS v, people[n + 1] AS p CREATE (v)-[:DISMISSED]->(p) }
  RETURN count(*) AS done`;

/** A breadth-first search: the distance of each person, and the people of the previous step who lead to them. */
function search({ follows, blocks, blockers, mutes, dismissed, hiding }: Graph) {
  const hidden = new Set([...blocks, ...blockers, ...mutes, ...dismissed].map((place) => place + 1));
  const steps = new Map([[0, 0]]);
  const known = new Map<number, number[]>();
  for (let degree = 1; degree <= 4; degree++) {
    for (const [from, to] of follows) {
      const leads = from === 0 || (steps.get(from) === degree - 1 && !hiding.includes(from));
      if (!leads || (degree === 1) !== (from === 0) || hidden.has(to)) continue;
      if ((steps.get(to) ?? degree) < degree) continue;
      steps.set(to, degree);
      known.set(to, [...(known.get(to) ?? []), from]);
    }
  }
  return { hidden, steps, known };
}

describe("circles of random graphs", () => {
  it("equal the result of a breadth-first search, with exact numbers and in order", async () => {
    const people: TestPerson[] = await makePeople(PEOPLE);
    const ids = people.map(({ id }) => id);
    const viewer = ids[0] ?? "";
    await fc.assert(
      fc.asyncProperty(graph, async (made) => {
        await ask(QUERY, { ids, ...made }, z.unknown());
        const { hidden, steps, known } = search(made);
        const follows = new Set(made.follows.filter(([from]) => from === 0).map(([, to]) => to));
        const fame = (place: number) => made.follows.filter(([, to]) => to === place).length;
        for (const degree of [2, 3, 4] satisfies Degree[]) {
          const expected = [...steps]
            .filter(([place, at]) => at === degree && !made.shy.includes(place) && !follows.has(place))
            .map(([place]) => ({ place, ways: known.get(place)?.length ?? 0, id: ids[place] ?? "" }))
            .toSorted((a, b) => b.ways - a.ways || fame(a.place) - fame(b.place) || (a.id < b.id ? -1 : 1));
          const { entries, next } = await circlePage(viewer, degree, 40);
          expect(next).toBeNull();
          expect(entries.map(({ account, known_followers_count: ways }) => [account.id, ways])).toEqual(
            expected.map(({ id, ways }) => [id, ways]),
          );
          for (const { account, known_followers: faces, sampled } of entries) {
            const leading = (known.get(ids.indexOf(account.id)) ?? []).filter(
              (place) => degree === 2 || !made.shy.includes(place),
            );
            expect(sampled).toBe(false);
            expect(faces).toHaveLength(Math.min(3, leading.length));
            expect(leading.map((place) => ids[place])).toEqual(expect.arrayContaining(faces.map(({ id }) => id)));
          }
        }
        const found = await degrees(viewer, ids);
        for (const [place, id] of ids.entries()) {
          if (place === 0 || hidden.has(place)) continue;
          expect({ place, steps: found.get(id) }).toEqual({ place, steps: steps.get(place) });
          if (place % 5 !== 1) continue;
          const path = await pathTo(viewer, id).catch(() => null);
          expect(path?.length).toBe(steps.has(place) ? (steps.get(place) ?? 0) + 1 : undefined);
          const places = path?.map((person) => ids.indexOf(person.id)) ?? [];
          for (const [step, to] of places.slice(1).entries()) {
            expect(made.follows).toContainEqual([places[step], to]);
            expect(hidden.has(to)).toBe(false);
          }
        }
      }),
      { numRuns: ROUNDS },
    );
  });
});
