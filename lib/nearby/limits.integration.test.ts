import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { nearbyPage, ownLocation, sharingOf } from "@/lib/nearby/reads";
import { Location, type Place } from "@/lib/nearby/schema";
import { forgetPlaces, shareLocation } from "@/lib/nearby/writes";
import { call } from "@/lib/testing/api";
import { ask, count } from "@/lib/testing/graph";
import { makePerson, makeToken } from "@/lib/testing/people";
import { ownPlace } from "@/lib/testing/places";
import { beside } from "@/lib/testing/trilateration";

beforeAll(() => void vi.stubEnv("BARKER_RATE_LIMITS", "on"));
afterAll(() => driver().close());

const PLACE = "/api/v1/barker/location";
const claim = (there: Place) => ({ ...there, precision_km: 2 as const, hours: 12 });

describe("a move", () => {
  it("is seen later, by others as by the mover, who sees from the old place until then", async () => {
    const here = ownPlace();
    const [mover, old, next] = [await makePerson(), await makePerson(), await makePerson()];
    const there = beside(here, 12, 0);
    await shareLocation(mover.id, claim(here));
    await shareLocation(old.id, claim(here));
    await shareLocation(next.id, claim(there));
    const moved = await shareLocation(mover.id, claim(there));
    expect(Date.parse(moved.shown_from) - Date.now()).toBeLessThanOrEqual(600_000);
    expect(await ownLocation(mover.id)).toEqual(moved);
    const bands = async (id: string) =>
      new Map((await nearbyPage(id, 40, null)).neighbours.map(({ account, to_km: to }) => [account.id, to]));
    expect((await bands(mover.id)).get(old.id)).toBeLessThanOrEqual(5);
    expect((await bands(mover.id)).get(next.id)).toBeGreaterThanOrEqual(10);
    expect((await bands(next.id)).get(mover.id)).toBeGreaterThanOrEqual(10);
    await ask(
      "MATCH (:Person {id: $id})-[:STANDS_AT]->(s) SET s.from = s.from - 600000, s.until = s.until - 600000 RETURN 1",
      { id: mover.id },
      z.unknown(),
    );
    expect((await bands(next.id)).get(mover.id)).toBeLessThanOrEqual(5);
  });

  it("is refused when it is too fast, and when it is the fifth in an hour, also if it was off between", async () => {
    const here = ownPlace();
    const { token } = await makeToken((await makePerson()).id);
    const put = (there: Place) => call("PUT", PLACE, { token, json: there });
    const first = Location.parse((await put(here)).json);
    const fast = await put(beside(here, 90, 0));
    expect(fast.status).toBe(422);
    expect(fast.json).toMatchObject({ code: "too_fast" });
    for (const north of [4, 8, 12]) expect((await put(beside(here, north, 0))).status).toBe(200);
    expect((await call("DELETE", PLACE, { token })).status).toBe(200);
    const again = Location.parse((await put(here)).json);
    expect(again).toMatchObject({ latitude: first.latitude, longitude: first.longitude });
    expect(Date.parse(again.shown_from)).toBeLessThanOrEqual(Date.now());
    const fifth = await put(beside(here, 6, 0));
    expect(fifth.status).toBe(429);
    expect(fifth.json).toMatchObject({ code: "too_many" });
    expect(Number(fifth.headers.get("retry-after"))).toBeGreaterThan(3_000);
    expect((await put(here)).status).toBe(200);
  });

  it("made by many devices at once leaves one place in force, and counts every change", async () => {
    const here = ownPlace();
    const { id } = await makePerson();
    await shareLocation(id, claim(here));
    const places = [4, 8, 12].map((north) => beside(here, north, 0));
    await Promise.allSettled(places.map((there) => shareLocation(id, claim(there))));
    const sharing = await sharingOf(id);
    expect(sharing?.spots).toHaveLength(2);
    expect(sharing?.moves).toHaveLength(3);
    expect(sharing?.spots[0]?.until).toBe(sharing?.spots[1]?.from);
  });
});

describe("a place whose time is over", () => {
  it("is not shown, is deleted soon, and what told of moves is forgotten a day later", async () => {
    const { id } = await makePerson();
    await shareLocation(id, claim(ownPlace()));
    await ask("MATCH (:Person {id: $id})-[:STANDS_AT]->(s) SET s.until = 1 RETURN s.until", { id }, z.unknown());
    await expect(ownLocation(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(nearbyPage(id, 20, null)).rejects.toMatchObject({ code: "not_sharing" });
    await forgetPlaces();
    expect(await count("(:Person {id: $id})-[:STANDS_AT]->()", { id })).toBe(0);
    expect(await count("(:Person {id: $id})-[:SHARES]->()", { id })).toBe(1);
    await ask("MATCH (:Person {id: $id})-[:SHARES]->(h) SET h.until = 1 RETURN h.until", { id }, z.unknown());
    await forgetPlaces();
    expect(await count("(:Person {id: $id})-[:SHARES]->()", { id })).toBe(0);
  });
});
