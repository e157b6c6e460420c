import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { idAt } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { ask, plantBarks } from "@/testing/graph";
import { makePeople, makePerson } from "@/testing/people";
import { personPage, publicPage } from "@/lib/timelines/reads";

afterAll(() => driver().close());

/** An hour in the past that no other test uses: its first and last id, and a time in it (Unix ms). */
function quietHour() {
  const start = Date.UTC(2023, 0, 1) + Math.floor(Math.random() * 1e7) * 3_600;
  return { sinceId: idAt(start), maxId: idAt(start + 3_600_000), until: start + 1_800_000 };
}

describe("Town", () => {
  it("has everybody's public barks, newest first, and no others", async () => {
    const { until, ...hour } = quietHour();
    const people = await makePeople(3);
    const planted = await Promise.all(people.map(({ id }, turn) => plantBarks(id, 15, { until: until - turn * 300 })));
    const [hidden, ...shown] = planted.flat().toSorted().toReversed();
    await ask("MATCH (b:Bark {id: $hidden}) SET b.audience = 'unlisted' RETURN b.id AS id", { hidden }, z.object({}));
    const read = async (bounds: { maxId?: string; minId?: string }) =>
      (await publicPage(null, { limit: 20, ...hour, ...bounds })).map(({ id }) => id);
    expect(await read({})).toEqual(shown.slice(0, 20));
    expect(await read({ maxId: shown[19] })).toEqual(shown.slice(20, 40));
    expect(await read({ maxId: shown[39] })).toEqual(shown.slice(40));
    expect(await read({ minId: shown[30] })).toEqual(shown.slice(10, 30));
  });
});

describe("a profile", () => {
  it("can be read down to the person's first bark without gap or overlap", async () => {
    const [{ id }, other] = await Promise.all([makePerson(), makePerson()]);
    const planted = await plantBarks(id, 50);
    await plantBarks(other.id, 5);
    const read: string[] = [];
    for (let ids = [""]; ids.length > 0; read.push(...ids)) {
      ids = (await personPage(null, id, { limit: 20, maxId: read.at(-1) })).map((status) => status.id);
    }
    expect(read).toEqual(planted);
    expect((await personPage(null, id, { limit: 20, minId: planted[49] })).map((status) => status.id)).toEqual(
      planted.slice(29, 49),
    );
  });

  it("shows unlisted barks, but no deleted ones", async () => {
    const { id } = await makePerson();
    const made = await Promise.all(["One", "Two"].map((text) => createBark(id, { text, audience: "unlisted" })));
    const [kept, gone] = made.map((created) => (created.ok ? created.status.id : ""));
    await deleteBark(id, gone ?? "");
    expect((await personPage(null, id, { limit: 20 })).map((status) => [status.id, status.visibility])).toEqual([
      [kept, "unlisted"],
    ]);
  });
});
