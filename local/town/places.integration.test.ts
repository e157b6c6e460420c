import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { nearbyPage } from "@/lib/nearby/reads";
import { BANDS } from "@/lib/nearby/schema";
import { hideLocation, shareLocation } from "@/lib/nearby/writes";
import { seeded } from "@/lib/seeded";
import { ask } from "@/testing/graph";
import { makePeople, makePerson } from "@/testing/people";
import { ownPlace } from "@/testing/places";
import type { Community } from "@/local/town/community";
import { neighbourhood } from "@/local/town/places";
import { wit } from "@/local/town/replies";
import { speaker } from "@/local/town/speaker";
import { townFolk } from "@/local/town/folk";
import { beginWith } from "@/testing/change-env";

const clock = { now: Date.now(), ahead: 0 };

/** A town of people created by this test. */
async function community(size: number): Promise<Community> {
  const random = seeded(5);
  const folk = townFolk(size, 5, clock);
  const people = [];
  while (people.length < size) people.push(...(await makePeople(10)));
  const residents = people.flatMap(({ id }, place) => {
    const person = folk[place];
    return person ? [[id, { id, person, place, fellows: [] }] as const] : [];
  });
  const talk = speaker({ seed: 5, clock, memory: 1, fellows: [], mayRepeat: true });
  return { residents: new Map(residents), random, talk, wit: wit(random, { mayRepeat: true }) };
}

beforeAll(() => beginWith({ BARKER_RATE_LIMITS: "off" }));
afterAll(() => driver().close());

describe("the demo town", () => {
  it("is all around wherever a visitor is, comes once, and walks about", async () => {
    const town = await community(70);
    const visitor = await makePerson();
    await shareLocation(visitor.id, { ...ownPlace(), precision_km: 2, hours: 1 });
    const { look } = neighbourhood((id) => id === visitor.id);
    await look(town);
    const around = async () => (await nearbyPage(visitor.id, 100, null)).neighbours;
    const first = await around();
    expect(first.length).toBeGreaterThan(40);
    expect(new Set(first.map(({ band }) => band))).toEqual(new Set(BANDS));
    for (let times = 0; times < 4; times++) await look(town, Date.now() + times * 200_000);
    const later = await around();
    expect(
      later
        .map(({ account }) => account.id)
        .toSorted()
        .slice(0, 5).length,
    ).toBe(5);
    expect(Math.abs(later.length - first.length)).toBeLessThan(6);
    await hideLocation(visitor.id);
    const ids = [...town.residents.keys()];
    await ask(
      "UNWIND $ids AS id MATCH (:Person {id: id})-[:HAS_SPOT]->(s) DETACH DELETE s RETURN count(*)",
      { ids },
      z.unknown(),
    );
  });
});
