import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { kilometres } from "@/lib/nearby/grid";
import { EDGES } from "@/lib/nearby/rules";
import { Location, Neighbour, type Coordinates } from "@/lib/nearby/schema";
import { hideLocation } from "@/lib/nearby/writes";
import { block, mute } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { call, type Answer } from "@/testing/api";
import { count, plantBarks } from "@/testing/graph";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { ownPlace } from "@/testing/places";

afterAll(() => driver().close());

const PLACE = "/api/v1/barker/location";
const NEARBY = "/api/v1/barker/nearby";
const Neighbours = z.array(Neighbour);

interface Sharer extends TestPerson {
  token: string;
}

/** A person who shares a place some kilometres north of another. */
async function sharer(there: Coordinates, north = 0, more: object = {}): Promise<Sharer> {
  const person = await makePerson();
  const { token } = await makeToken(person.id);
  const json = { ...there, latitude: there.latitude + north / 111.32, ...more };
  expect((await call("PUT", PLACE, { token, json })).status).toBe(200);
  return { ...person, token };
}

const near = async ({ token }: Sharer, query = "") =>
  Neighbours.parse((await call("GET", NEARBY + query, { token })).json);
const ids = (neighbours: Neighbour[]) => neighbours.map(({ account }) => account.id);
const storedOf = async ({ token }: Sharer) => Location.parse((await call("GET", PLACE, { token })).json);
const endOfBand = (away: number) => EDGES.find((edge) => away < edge);
const put = (token: string, json: unknown): Promise<Answer> => call("PUT", PLACE, { token, json });

describe("sharing a place", () => {
  it("stores the centre of a cell, shows it to its owner only, and ends with one call", async () => {
    const here = ownPlace();
    const person = await sharer(here);
    const answer = await call("GET", PLACE, { token: person.token });
    const stored = Location.parse(answer.json);
    expect(kilometres(stored, here)).toBeLessThan(1.5);
    expect(stored).not.toMatchObject(here);
    expect(stored.precision_km).toBe(2);
    expect(Date.parse(stored.expires_at) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    expect(Date.parse(stored.expires_at) - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
    expect(Date.parse(stored.shown_from)).toBeLessThanOrEqual(Date.now());
    expect((await call("DELETE", PLACE, { token: person.token })).status).toBe(200);
    expect((await call("DELETE", PLACE, { token: person.token })).status).toBe(200);
    expect((await call("GET", PLACE, { token: person.token })).status).toBe(404);
    expect(await count("(:Person {id: $id})-[:HAS_SPOT]->()", { id: person.id })).toBe(0);
  });

  it("gives the same cell however often and however precisely the same place is sent", async () => {
    const here = ownPlace();
    const { token } = await sharer(here);
    const first = Location.parse((await call("GET", PLACE, { token })).json);
    for (let time = 0; time < 5; time++) {
      const noise = (Math.random() - 0.5) / 3_000;
      const again = await put(token, { ...here, latitude: here.latitude + noise, hours: 24 });
      expect(Location.parse(again.json)).toMatchObject({ latitude: first.latitude, longitude: first.longitude });
    }
  });

  it.each([
    ["no number", { latitude: "here", longitude: 1 }],
    ["nothing", {}],
    ["NaN", { latitude: "NaN", longitude: 0 }],
    ["an infinite number", '{"latitude": 1e999, "longitude": 0}'],
    ["beyond a pole", { latitude: 90.01, longitude: 0 }],
    ["beyond the antimeridian", { latitude: 0, longitude: -180.5 }],
    ["an empty text", { latitude: "", longitude: "" }],
    ["a yes", { latitude: true, longitude: 0 }],
    ["null", { latitude: null, longitude: 0 }],
    ["a finer cell than there is", { latitude: 0, longitude: 0, precision_km: 1 }],
    ["a cell of no size", { latitude: 0, longitude: 0, precision_km: 0 }],
    ["a cell between sizes", { latitude: 0, longitude: 0, precision_km: 2.5 }],
    ["more than thirty days", { latitude: 0, longitude: 0, hours: 721 }],
    ["no time", { latitude: 0, longitude: 0, hours: 0 }],
  ])("rejects %s", async (_, json) => {
    const { token } = await makeToken((await makePerson()).id);
    const sent = typeof json === "string" ? { body: json, headers: { "content-type": "application/json" } } : { json };
    expect((await call("PUT", PLACE, { token, ...sent })).status).toBeOneOf([400, 422]);
    expect((await call("GET", PLACE, { token })).status).toBe(404);
  });

  it("accepts the poles and both sides of the antimeridian", async () => {
    for (const there of [
      { latitude: 90, longitude: 12 },
      { latitude: -90, longitude: 0 },
      { latitude: 0, longitude: 180 },
      { latitude: 0, longitude: 0 },
    ]) {
      const { token } = await sharer(there);
      const stored = Location.parse((await call("GET", PLACE, { token })).json);
      expect(kilometres(stored, there)).toBeLessThan(2);
    }
  });

  it("needs a signed-in viewer, and from apps the location scope", async () => {
    const { id } = await makePerson();
    const { token } = await makeToken(id, ["read", "write"]);
    expect((await put(token, ownPlace())).status).toBe(403);
    for (const path of [PLACE, NEARBY, `${NEARBY}/statuses`]) {
      expect((await call("GET", path, { token })).json).toMatchObject({ code: "insufficient_scope" });
    }
    const { token: looking } = await makeToken(id, ["read:location"]);
    expect((await put(looking, ownPlace())).status).toBe(403);
    expect((await call("GET", PLACE, { token: looking })).status).toBe(404);
    expect((await call("PUT", PLACE, { json: ownPlace() })).status).toBe(401);
    expect((await call("GET", NEARBY)).status).toBe(401);
  });
});

describe("people near somebody", () => {
  it("are visible only to people who share their own place", async () => {
    const here = ownPlace();
    const [one, other] = [await sharer(here), await sharer(here, 0.1)];
    const { token } = await makeToken((await makePerson()).id);
    const refused = await call("GET", NEARBY, { token });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({ code: "not_sharing" });
    expect((await call("GET", `${NEARBY}/statuses`, { token })).json).toMatchObject({ code: "not_sharing" });
    expect(ids(await near(one))).toEqual([other.id]);
    await hideLocation(other.id);
    expect(await near(one)).toEqual([]);
    expect((await call("GET", NEARBY, { token: other.token })).status).toBe(403);
  });

  it("are grouped in bands, nearest first, with the number of follows between, and without a place", async () => {
    const here = ownPlace();
    const me = await sharer(here);
    const people = [];
    for (const north of [0, 7, 17, 37, 60]) people.push(await sharer(here, north));
    const [next, village] = people;
    if (next && village) await follow(me.id, next.id);
    if (next && village) await follow(next.id, village.id);
    const own = await storedOf(me);
    const away = await Promise.all(people.slice(0, 4).map(async (person) => kilometres(own, await storedOf(person))));
    const answer = await call("GET", NEARBY, { token: me.token });
    const found = Neighbours.parse(answer.json);
    expect(found.map(({ to_km: to }) => to)).toEqual(away.map(endOfBand));
    const degreeOf = new Map(found.map(({ account, degree }) => [account.id, degree]));
    expect(people.map(({ id }) => degreeOf.get(id))).toEqual([1, 2, null, null, undefined]);
    expect(found.at(-1)).toMatchObject({ band: "25_50", from_km: 25, to_km: 50 });
    for (const entry of z.array(z.record(z.string(), z.unknown())).parse(answer.json)) {
      expect(Object.keys(entry).toSorted()).toEqual(["account", "band", "degree", "from_km", "to_km"]);
    }
    expect(answer.text).not.toMatch(/latitude|longitude|distance|metres|precision|"point"/);
  });

  it("are shown no more precisely than the larger of the two cells", async () => {
    const here = ownPlace();
    const [me, coarse] = [await sharer(here), await sharer(here, 0, { precision_km: 10 })];
    expect(await near(me)).toMatchObject([{ band: "5_10", from_km: 0, to_km: 10 }]);
    expect(await near(coarse)).toMatchObject([{ band: "5_10", from_km: 0, to_km: 10 }]);
  });

  it("do not include people across a block, nor people the viewer mutes", async () => {
    const here = ownPlace();
    const people = [];
    for (let n = 0; n < 5; n++) people.push(await sharer(here));
    const [viewer, a, b, c, d] = people;
    if (!viewer || !a || !b || !c || !d) throw new Error("not made");
    await block(viewer.id, a.id);
    await block(b.id, viewer.id);
    await mute(viewer.id, c.id, { duration: 0, notifications: true });
    await mute(d.id, viewer.id, { duration: 0, notifications: true });
    expect(ids(await near(viewer))).toEqual([d.id]);
    expect(ids(await near(a))).not.toContain(viewer.id);
    expect(ids(await near(b))).not.toContain(viewer.id);
    expect(ids(await near(c))).toContain(viewer.id);
    expect(ids(await near(d))).not.toContain(viewer.id);
  });

  it("are paged without gaps or duplicates, and another viewer's cursor is rejected", async () => {
    const here = ownPlace();
    const me = await sharer(here);
    const people: string[] = [];
    for (const north of [0, 0, 0, 0, 7, 7, 7, 17, 37, 37]) people.push((await sharer(here, north)).id);
    const seen: string[] = [];
    let url: string | undefined = `${NEARBY}?limit=3`;
    while (url) {
      const { json, headers } = await call("GET", url, { token: me.token });
      seen.push(...ids(Neighbours.parse(json)));
      url = /<[^>]*(\/api[^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
    }
    expect(seen.toSorted()).toEqual(people.toSorted());
    expect(ids(await near(me, "?limit=40"))).toEqual(seen);
    expect((await call("GET", `${NEARBY}?cursor=e30`, { token: me.token })).status).toBe(422);
  });

  it("have their public barks listed, newest first, without those of muted people", async () => {
    const here = ownPlace();
    const [me, one, two, muted, far] = [
      await sharer(here),
      await sharer(here),
      await sharer(here, 20),
      await sharer(here),
      await sharer(here, 80),
    ];
    const theirs = await plantBarks(one.id, 3, { gap: 10_000 });
    const others = await plantBarks(two.id, 3, { gap: 7_000 });
    await plantBarks(muted.id, 2);
    await plantBarks(far.id, 2);
    await mute(me.id, muted.id, { duration: 0, notifications: true });
    const all = [...theirs, ...others].toSorted().toReversed();
    const page = async (query: string) =>
      z
        .array(z.object({ id: z.string() }))
        .parse((await call("GET", `${NEARBY}/statuses${query}`, { token: me.token })).json);
    expect((await page("")).map(({ id }) => id)).toEqual(all);
    const [first, second, third] = all;
    expect((await page(`?limit=2&max_id=${first}`)).map(({ id }) => id)).toEqual([second, third]);
    expect((await page(`?limit=1&min_id=${third}`)).map(({ id }) => id)).toEqual([second]);
  });
});
