import { afterAll, describe, expect, it } from "vitest";
import { block, unblock } from "@/lib/moderation/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { packsOf, packsWith, packWithPeople } from "@/lib/packs/reads";
import { PACK_LIMIT, PACK_SIZE } from "@/lib/packs/rules";
import { addToPack, createPack, leavePack } from "@/lib/packs/writes";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const ids = (people: TestPerson[]) => people.map(({ id }) => id);
const PATH = "/api/v1/barker/starter_packs";

/** The maker of a pack, the people in it, somebody who reads it, and its id. */
async function somePack(size = 3) {
  const [maker, reader, ...people] = await makePeople(size + 2);
  if (!maker || !reader) throw new Error("nobody");
  const id = await createPack(maker.id, { name: "Bakers", description: "Bread", account_ids: ids(people) });
  return { maker, reader, people, id: id ?? "" };
}

const shownIn = async (viewerId: string | null, id: string) =>
  (await packWithPeople(viewerId, id))?.people.map((person) => person.id);

describe("a starter pack", () => {
  it("is made, read signed out, changed and deleted over the API, by its maker only", async () => {
    const [maker, other, member] = [await makePerson(), await makePerson(), await makePerson()];
    const [{ token }, { token: foreign }] = [await makeToken(maker.id), await makeToken(other.id)];
    const made = await call("POST", PATH, { token, json: { name: " Bakers ", account_ids: [member.id] } });
    expect(made.json).toMatchObject({ name: "Bakers", description: "", accounts_count: 1, account: { id: maker.id } });
    const { id } = made.json as { id: string };
    expect((await call("GET", `${PATH}/${id}`)).json).toMatchObject({ sample: [{ id: member.id }] });
    const change = { json: { description: "Up at four." } };
    expect((await call("PUT", `${PATH}/${id}`, { token: foreign, ...change })).status).toBe(404);
    const changed = await call("PUT", `${PATH}/${id}`, { token, ...change });
    expect(changed.json).toMatchObject({ name: "Bakers", description: "Up at four." });
    for (const json of [{ name: "" }, { name: "x".repeat(51) }, { name: "a", description: "x".repeat(301) }]) {
      expect((await call("POST", PATH, { token, json })).status).toBe(422);
    }
    expect((await call("POST", PATH, { json: { name: "a" } })).status).toBe(401);
    const listed = await call("GET", `${PATH}?account_id=${maker.id}`);
    expect(listed.json).toMatchObject([{ id }]);
    const people = { json: { account_ids: [member.id] } };
    expect((await call("DELETE", `${PATH}/${id}/accounts`, { token: foreign, ...people })).status).toBe(404);
    expect((await call("DELETE", `${PATH}/${id}/accounts`, { token, ...people })).status).toBe(200);
    expect((await call("GET", `${PATH}/${id}/accounts`)).json).toEqual([]);
    await call("DELETE", `${PATH}/${id}`, { token: foreign });
    expect((await call("GET", `${PATH}/${id}`)).status).toBe(200);
    expect((await call("DELETE", `${PATH}/${id}`, { token })).status).toBe(200);
    expect((await call("GET", `${PATH}/${id}`)).status).toBe(404);
  });

  it("holds at most 50 people, and a person makes at most 20", async () => {
    const maker = await makePerson();
    const crowd: TestPerson[] = [];
    // A few at a time: all at once would wait for connections to the database.
    while (crowd.length <= PACK_SIZE) crowd.push(...(await makePeople(10)));
    const id = (await createPack(maker.id, { name: "Many", description: "", account_ids: [] })) ?? "";
    expect(await addToPack(maker.id, id, ids(crowd.slice(0, PACK_SIZE)))).toHaveLength(PACK_SIZE);
    expect(await addToPack(maker.id, id, ids(crowd.slice(PACK_SIZE, PACK_SIZE + 1)))).toEqual([]);
    expect(await addToPack(maker.id, id, ids(crowd.slice(0, 2)))).toHaveLength(2);
    for (let count = 1; count < PACK_LIMIT; count++) {
      expect(await createPack(maker.id, { name: "More", description: "", account_ids: [] })).not.toBeNull();
    }
    const { token } = await makeToken(maker.id);
    expect((await call("POST", PATH, { token, json: { name: "Too many" } })).status).toBe(422);
  });

  it("shows nobody across a block from its maker or its reader, nor who does not want to be suggested", async () => {
    const { maker, reader, people, id } = await somePack(4);
    const [toMaker, toReader, shy, plain] = people;
    if (!toMaker || !toReader || !shy || !plain) throw new Error("nobody");
    await block(toMaker.id, maker.id);
    await block(toReader.id, reader.id);
    await ask("MATCH (p:Person {id: $id}) SET p.discoverable = false RETURN p.id AS id", { id: shy.id }, IdRow);
    expect(await shownIn(reader.id, id)).toEqual([plain.id]);
    expect(await shownIn(null, id)).toEqual([toReader.id, plain.id]);
    const [listed] = await packsOf(reader.id, maker.id);
    expect(listed).toMatchObject({ accounts_count: 1, sample: [{ id: plain.id }] });
    // Who blocked the maker is not put in again.
    expect(await addToPack(maker.id, id, [toMaker.id, shy.id])).toEqual([]);
    await block(maker.id, reader.id);
    expect(await shownIn(reader.id, id)).toBeUndefined();
    expect(await packsOf(reader.id, maker.id)).toEqual([]);
    await unblock(maker.id, reader.id);
    expect(await shownIn(reader.id, id)).toEqual([plain.id]);
  });

  it("is followed as a whole: locked people are asked, muted, blocked and followed ones left alone", async () => {
    const { reader, people, id } = await somePack(4);
    const [open, locked, blocked, known] = people;
    if (!open || !locked || !blocked || !known) throw new Error("nobody");
    await ask("MATCH (p:Person {id: $id}) SET p.locked = true RETURN p.id AS id", { id: locked.id }, IdRow);
    await block(reader.id, blocked.id);
    await follow(reader.id, known.id);
    const { token } = await makeToken(reader.id);
    const answer = await call("POST", `${PATH}/${id}/follow`, { token });
    expect(answer.json).toEqual({ followed: 1, requested: 1, failed: 0 });
    expect((await call("POST", `${PATH}/${id}/follow`, { token })).json).toEqual({
      followed: 0,
      requested: 0,
      failed: 0,
    });
    const query = ids(people).map((one) => `id[]=${one}`);
    const { json } = await call("GET", `/api/v1/accounts/relationships?${query.join("&")}`, { token });
    expect(json).toMatchObject([
      { following: true },
      { following: false, requested: true },
      { following: false, blocking: true },
      { following: true },
    ]);
    expect((await call("POST", `${PATH}/${id}/follow`)).status).toBe(401);
    expect((await call("POST", `${PATH}/1/follow`, { token })).status).toBe(404);
  });

  it("can be left by anybody in it, for good", async () => {
    const { maker, people, id } = await somePack(2);
    const [leaver, other] = people;
    if (!leaver || !other) throw new Error("nobody");
    expect(await packsWith(leaver.id)).toMatchObject([{ id, account: { id: maker.id } }]);
    const { token } = await makeToken(leaver.id);
    expect((await call("DELETE", `${PATH}/${id}/membership`, { token })).status).toBe(200);
    expect(await shownIn(null, id)).toEqual([other.id]);
    expect(await packsWith(leaver.id)).toEqual([]);
    expect(await addToPack(maker.id, id, [leaver.id])).toEqual([]);
    expect(await leavePack(leaver.id, id)).toBe(true);
    expect(await leavePack(maker.id, id)).toBe(false);
  });
});
