import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { makePeople, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const Bark = z.object({
  id: z.string(),
  quotes_count: z.number(),
  quote_approval: z.object({ automatic: z.array(z.string()), current_user: z.string() }),
  quote: z.object({ state: z.string(), quoted_status: z.object({ id: z.string() }).nullable() }).nullable(),
});

interface Somebody extends TestPerson {
  token: string;
}
let author: Somebody;
let follower: Somebody;
let stranger: Somebody;

beforeEach(async () => {
  const people = await Promise.all(
    (await makePeople(3)).map(async (one) => ({ ...one, ...(await makeToken(one.id)) })),
  );
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("nobody");
  [author, follower, stranger] = [first, second, third];
  await call("POST", `/api/v1/accounts/${author.id}/follow`, { token: follower.token });
});

const bark = async ({ token }: Somebody, json: object) =>
  Bark.parse((await call("POST", "/api/v1/statuses", { token, json: { status: "Hello", ...json } })).json);
const quote = ({ token }: Somebody, id: string) =>
  call("POST", "/api/v1/statuses", { token, json: { status: "See", quoted_status_id: id } });
const seenBy = async ({ token }: Somebody, id: string) =>
  Bark.parse((await call("GET", `/api/v1/statuses/${id}`, { token })).json);

describe("who may quote a bark", () => {
  it.each([
    ["public", 200, 200],
    ["followers", 200, 422],
    ["nobody", 422, 422],
  ])(
    "is decided by its author: with %s, a follower gets %i and a stranger %i",
    async (policy, followers, strangers) => {
      const { id } = await bark(author, { quote_approval_policy: policy });
      const answers = await Promise.all([follower, stranger].map((one) => quote(one, id)));
      expect(answers.map(({ status }) => status)).toEqual([followers, strangers]);
      // Clients are told before they try, and the author always may.
      const told = await Promise.all([follower, stranger].map((one) => seenBy(one, id)));
      const words = [followers, strangers].map((status) => (status === 200 ? "automatic" : "denied"));
      expect(told.map(({ quote_approval }) => quote_approval.current_user)).toEqual(words);
      expect(told[0]?.quote_approval.automatic).toEqual(policy === "nobody" ? [] : [policy]);
      expect((await quote(author, id)).status).toBe(200);
    },
  );

  it("is by default what the author chose for all barks", async () => {
    const settings = "/api/v1/accounts/update_credentials";
    const changed = await call("PATCH", settings, {
      token: author.token,
      json: { source: { quote_policy: "nobody" } },
    });
    expect(changed.json).toMatchObject({ source: { quote_policy: "nobody" } });
    const preferences = await call("GET", "/api/v1/preferences", { token: author.token });
    expect(preferences.json).toMatchObject({ "posting:default:quote_policy": "nobody" });
    // The token's person is cached for a second.
    await expect.poll(async () => (await bark(author, {})).quote_approval.automatic, { timeout: 5_000 }).toEqual([]);
    expect((await bark(author, { quote_approval_policy: "public" })).quote_approval.automatic).toEqual(["public"]);
  });

  it("can be changed later, and quotes that exist stay", async () => {
    const { id } = await bark(author, {});
    const before = Bark.parse((await quote(stranger, id)).json);
    const path = `/api/v1/statuses/${id}/interaction_policy`;
    const changed = await call("PUT", path, { token: author.token, json: { quote_approval_policy: "followers" } });
    expect(changed.json).toMatchObject({ quote_approval: { automatic: ["followers"], current_user: "automatic" } });
    expect((await quote(stranger, id)).status).toBe(422);
    expect((await seenBy(follower, before.id)).quote).toMatchObject({ state: "accepted", quoted_status: { id } });
    expect((await call("PUT", path, { token: stranger.token, json: { quote_approval_policy: "public" } })).status).toBe(
      403,
    );
  });

  it("can be changed while editing, and an edit without it keeps it", async () => {
    const { id } = await bark(author, { quote_approval_policy: "nobody" });
    const edit = (json: object) => call("PUT", `/api/v1/statuses/${id}`, { token: author.token, json });
    expect((await edit({ status: "Edited" })).json).toMatchObject({ quote_approval: { automatic: [] } });
    expect((await edit({ status: "Edited", quote_approval_policy: "followers" })).json).toMatchObject({
      quote_approval: { automatic: ["followers"] },
    });
  });

  it("is nobody for a bark for followers, and an unknown policy is refused", async () => {
    const hidden = await bark(author, { visibility: "private", quote_approval_policy: "public" });
    expect(hidden.quote_approval).toEqual(expect.objectContaining({ automatic: [], current_user: "denied" }));
    expect((await quote(author, hidden.id)).status).toBe(422);
    const json = { status: "Hello", quote_approval_policy: "friends" };
    expect((await call("POST", "/api/v1/statuses", { token: author.token, json })).status).toBe(422);
  });
});

describe("a quote that the quoted author revokes", () => {
  it("no longer shows the bark, is in no list and no counter, and stays revoked", async () => {
    const { id } = await bark(author, {});
    const quoting = Bark.parse((await quote(stranger, id)).json);
    expect((await seenBy(author, id)).quotes_count).toBe(1);
    const revoke = () => call("POST", `/api/v1/statuses/${id}/quotes/${quoting.id}/revoke`, { token: author.token });
    for (let time = 0; time < 2; time++) {
      expect((await revoke()).json).toMatchObject({ id: quoting.id, quote: { state: "revoked", quoted_status: null } });
    }
    expect((await seenBy(author, id)).quotes_count).toBe(0);
    expect((await call("GET", `/api/v1/statuses/${id}/quotes`, { token: author.token })).json).toEqual([]);
    expect((await seenBy(follower, quoting.id)).quote).toEqual(expect.objectContaining({ state: "revoked" }));
    expect((await call("DELETE", `/api/v1/statuses/${quoting.id}`, { token: stranger.token })).status).toBe(200);
  });

  it("can be revoked by nobody else", async () => {
    const { id } = await bark(author, {});
    const quoting = Bark.parse((await quote(stranger, id)).json);
    const path = `/api/v1/statuses/${id}/quotes/${quoting.id}/revoke`;
    for (const { token } of [stranger, follower]) expect((await call("POST", path, { token })).status).toBe(404);
    expect((await seenBy(author, quoting.id)).quote).toMatchObject({ state: "accepted" });
  });
});
