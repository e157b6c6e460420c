import { afterAll, describe, expect, it } from "vitest";
import { idAt } from "@/lib/ids";
import { Markers } from "@/lib/markers/schema";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

async function reader() {
  const { id } = await makePerson();
  const { token } = await makeToken(id);
  const read = async (query = "timeline[]=home&timeline[]=notifications") =>
    Markers.parse((await call("GET", `/api/v1/markers?${query}`, { token })).json);
  const post = (json: unknown) => call("POST", "/api/v1/markers", { token, json });
  return { id, token, read, post };
}

const NOW = Date.now();

describe("markers", () => {
  it("are absent before anything was read, and only the requested ones are returned", async () => {
    const { read, post } = await reader();
    expect(await read()).toEqual({});
    const [home, notifications] = [idAt(NOW), idAt(NOW)];
    const posted = await post({ home: { last_read_id: home }, notifications: { last_read_id: notifications } });
    expect(posted.json).toEqual(await read());
    expect(await read()).toMatchObject({
      home: { last_read_id: home, version: 1, updated_at: expect.stringMatching(/T.*\.\d{3}Z$/) },
      notifications: { last_read_id: notifications, version: 1 },
    });
    expect(Object.keys(await read("timeline[]=home"))).toEqual(["home"]);
    expect(await read("timeline[]=elsewhere")).toEqual({});
  });

  it("never move backwards, and the answer has the current position", async () => {
    const { read, post } = await reader();
    const [older, newer] = [idAt(NOW - 1_000), idAt(NOW)];
    await post({ home: { last_read_id: newer } });
    const answer = await post({ home: { last_read_id: older } });
    expect(answer.json).toMatchObject({ home: { last_read_id: newer, version: 1 } });
    expect(await read()).toEqual(answer.json);
  });

  it("end at the furthest of twenty concurrent changes, with one marker", async () => {
    const { id, read, post } = await reader();
    const ids = Array.from({ length: 20 }, (_, index) => idAt(NOW + index));
    const answers = await Promise.all(ids.toReversed().map((last_read_id) => post({ home: { last_read_id } })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect((await read()).home?.last_read_id).toBe(ids.toSorted().at(-1));
    expect(await count("(:Person {id: $id})-[:READ_TO]->(:Marker)", { id })).toBe(1);
  });

  it("accept form data, and reject invalid ids", async () => {
    const { token, post } = await reader();
    const id = idAt(NOW);
    const body = new URLSearchParams({ "notifications[last_read_id]": id });
    const form = await call("POST", "/api/v1/markers", { token, body });
    expect(form.json).toMatchObject({ notifications: { last_read_id: id } });
    expect((await post({ home: { last_read_id: "yesterday" } })).status).toBe(422);
    expect((await post({ home: 7 })).status).toBe(422);
    expect((await post({})).json).toEqual({});
  });

  it("are private", async () => {
    const [one, other] = [await reader(), await reader()];
    await one.post({ home: { last_read_id: idAt(NOW) } });
    expect(await other.read()).toEqual({});
    expect((await call("GET", "/api/v1/markers?timeline[]=home")).status).toBe(401);
  });
});
