import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { block } from "@/lib/moderation/writes";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Entry = z.object({ id: z.string() });
const signedIn = async () => {
  const person = await makePerson();
  return { ...person, token: (await makeToken(person.id)).token };
};
const bark = async (token: string, json: object) =>
  Entry.parse((await call("POST", "/api/v1/statuses", { token, json })).json).id;

describe("muting a conversation", () => {
  it("applies to all of it, and is reported on each of its barks, until it is ended", async () => {
    const [author, reader] = await Promise.all([signedIn(), signedIn()]);
    const root = await bark(author.token, { status: "First" });
    const reply = await bark(author.token, { status: "Second", in_reply_to_id: root });
    const { token } = reader;
    expect(await call("POST", `/api/v1/statuses/${reply}/mute`, { token })).toMatchObject({
      status: 200,
      json: { id: reply, muted: true },
    });
    await call("POST", `/api/v1/statuses/${root}/mute`, { token });
    expect((await call("GET", `/api/v1/statuses/${root}`, { token })).json).toMatchObject({ muted: true });
    expect((await call("GET", `/api/v1/statuses/${root}`, { token: author.token })).json).toMatchObject({
      muted: false,
    });
    expect(await count("(:Person {id: $id})-[:MUTES_THREAD]->()", { id: reader.id })).toBe(1);
    for (const _ of [1, 2]) {
      expect((await call("POST", `/api/v1/statuses/${root}/unmute`, { token })).json).toMatchObject({ muted: false });
    }
    expect((await call("GET", `/api/v1/statuses/${reply}`, { token })).json).toMatchObject({ muted: false });
  });

  it("answers 404 when the viewer may not see the bark", async () => {
    const [author, reader] = await Promise.all([signedIn(), signedIn()]);
    const root = await bark(author.token, { status: "Not for you" });
    await block(author.id, reader.id);
    for (const id of [root, "1000000000000000001"]) {
      const answer = await call("POST", `/api/v1/statuses/${id}/mute`, { token: reader.token });
      expect(answer.status).toBe(404);
    }
  });
});
