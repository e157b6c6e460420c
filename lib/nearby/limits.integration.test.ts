import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { nearbyPage, ownLocation, sharingOf, storedPlaces } from "@/lib/nearby/reads";
import { Location, type Coordinates } from "@/lib/nearby/schema";
import { deleteExpiredPlaces, hideLocation, shareLocation } from "@/lib/nearby/writes";
import { call } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { ownPlace } from "@/testing/places";
import { offsetBy } from "@/testing/trilateration";
import { beginWith } from "@/testing/change-env";

beforeAll(() => beginWith({ BARKER_RATE_LIMITS: "on" }));
afterAll(() => driver().close());

const PLACE = "/api/v1/barker/location";
const NEARBY = "/api/v1/barker/nearby";
/** A person whose account is an hour old. */
async function settled(): Promise<TestPerson> {
  const person = await makePerson();
  const joined = { id: person.id, at: Date.now() - 3_600_000 };
  await ask("MATCH (p:Person {id: $id}) SET p.at = $at RETURN p.at", joined, z.unknown());
  return person;
}

const claim = (there: Coordinates) => ({ ...there, precision_km: 2 as const, hours: 12 });

describe("a move", () => {
  it("becomes visible later, both to others and to the mover, who looks from the old place until then", async () => {
    const here = ownPlace();
    const [mover, old, next] = [await settled(), await settled(), await settled()];
    const there = offsetBy(here, 12, 0);
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
      "MATCH (:Person {id: $id})-[:HAS_SPOT]->(s) SET s.from = s.from - 600000, s.until = s.until - 600000 RETURN 1",
      { id: mover.id },
      z.unknown(),
    );
    expect((await bands(next.id)).get(mover.id)).toBeLessThanOrEqual(5);
  });

  it("is rejected when it is too fast, or the fifth in an hour, even if sharing was off in between", async () => {
    const here = ownPlace();
    const { token } = await makeToken((await makePerson()).id);
    const put = (there: Coordinates) => call("PUT", PLACE, { token, json: there });
    await put(here);
    const fast = await put(offsetBy(here, 90, 0));
    expect(fast.status).toBe(422);
    expect(fast.json).toMatchObject({ code: "too_fast" });
    for (const north of [4, 8, 12]) expect((await put(offsetBy(here, north, 0))).status).toBe(200);
    expect((await call("DELETE", PLACE, { token })).status).toBe(200);
    expect((await put(here)).status).toBe(200);
    const fifth = await put(offsetBy(here, 6, 0));
    expect(fifth.status).toBe(429);
    expect(fifth.json).toMatchObject({ code: "too_many" });
    expect(Number(fifth.headers.get("retry-after"))).toBeGreaterThan(3_000);
    expect((await put(here)).status).toBe(200);
  });

  it("by many devices at once leaves one current place, and every change is counted", async () => {
    const here = ownPlace();
    const { id } = await makePerson();
    await shareLocation(id, claim(here));
    const places = [4, 8, 12].map((north) => offsetBy(here, north, 0));
    await Promise.allSettled(places.map((there) => shareLocation(id, claim(there))));
    const sharing = await sharingOf(id);
    expect(sharing?.spots).toHaveLength(2);
    expect(sharing?.moves).toHaveLength(3);
    expect(sharing?.spots[0]?.until).toBe(sharing?.spots[1]?.from);
  });
});

describe("hiding and sharing again", () => {
  it("bypasses neither the speed limit nor the delay, and is free at the same place", async () => {
    const vienna = { latitude: 48.2, longitude: 16.37 };
    const tokyo = { latitude: 35.68, longitude: 139.69 };
    const { token } = await makeToken((await settled()).id);
    const put = (there: Coordinates) => call("PUT", PLACE, { token, json: there });
    const hide = () => call("DELETE", PLACE, { token });
    const first = Location.parse((await put(vienna)).json);
    await hide();
    expect((await put(tokyo)).json).toMatchObject({ code: "too_fast" });
    const again = Location.parse((await put(vienna)).json);
    expect(again).toMatchObject({ latitude: first.latitude, longitude: first.longitude });
    expect(Date.parse(again.shown_from)).toBeLessThanOrEqual(Date.now());
    await hide();
    vi.spyOn(Math, "random").mockReturnValue(0.9);
    const moved = Location.parse((await put(offsetBy(vienna, 12, 0))).json);
    vi.restoreAllMocks();
    expect(Date.parse(moved.shown_from) - Date.now()).toBeGreaterThan(500_000);
    expect((await call("GET", NEARBY, { token })).json).toEqual([]);
    expect((await call("GET", `${NEARBY}/statuses`, { token })).json).toEqual([]);
  });

  it("keeps one cell and the times of moves, which are deleted after a day", async () => {
    const { id } = await settled();
    await shareLocation(id, claim(ownPlace()));
    const shared = await ownLocation(id);
    await hideLocation(id);
    const kept = await sharingOf(id);
    expect(kept).toMatchObject({ spots: [], last: { latitude: shared.latitude, precision: 2 } });
    expect(await storedPlaces(id)).toMatchObject({ shared: [], last: { latitude: shared.latitude, precision_km: 2 } });
    await deleteExpiredPlaces(Date.now() + 23 * 3_600_000);
    expect(await sharingOf(id)).not.toBeNull();
    await deleteExpiredPlaces(Date.now() + 25 * 3_600_000);
    expect(await sharingOf(id)).toBeNull();
  });
});

describe("a new account", () => {
  it("is visible at once, and sees who is near after a quarter of an hour", async () => {
    const here = ownPlace();
    const [fresh, old] = [await makePerson(), await settled()];
    const { token } = await makeToken(fresh.id);
    for (const { id } of [fresh, old]) await shareLocation(id, claim(here));
    for (const path of [NEARBY, `${NEARBY}/statuses`]) {
      const { status, json } = await call("GET", path, { token });
      expect([status, json]).toMatchObject([403, { code: "too_new" }]);
    }
    const seen = (await nearbyPage(old.id, 40, null)).neighbours.map(({ account }) => account.id);
    expect(seen).toContain(fresh.id);
    const joined = { id: fresh.id, at: Date.now() - 15 * 60_000 };
    await ask("MATCH (p:Person {id: $id}) SET p.at = $at RETURN p.at", joined, z.unknown());
    expect((await call("GET", NEARBY, { token })).status).toBe(200);
  });
});

describe("an expired place", () => {
  it("is not shown, is soon deleted, and the history of moves is deleted a day later", async () => {
    const { id } = await makePerson();
    await shareLocation(id, claim(ownPlace()));
    await ask("MATCH (:Person {id: $id})-[:HAS_SPOT]->(s) SET s.until = 1 RETURN s.until", { id }, z.unknown());
    await expect(ownLocation(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(nearbyPage(id, 20, null)).rejects.toMatchObject({ code: "not_sharing" });
    await deleteExpiredPlaces();
    expect(await count("(:Person {id: $id})-[:HAS_SPOT]->()", { id })).toBe(0);
    expect(await count("(:Person {id: $id})-[:SHARES]->()", { id })).toBe(1);
    await ask("MATCH (:Person {id: $id})-[:SHARES]->(h) SET h.until = 1 RETURN h.until", { id }, z.unknown());
    await deleteExpiredPlaces();
    expect(await count("(:Person {id: $id})-[:SHARES]->()", { id })).toBe(0);
  });
});
