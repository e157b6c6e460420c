import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { signUp } from "@/lib/account/writes";
import { identityOfCookie } from "@/lib/auth/reads";
import { cancelDeletion } from "@/lib/auth/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { DAY_MS } from "@/lib/time";
import { call, signUpForm } from "@/testing/api";
import { count } from "@/testing/graph";
import { authenticate, cookieOf, freshHandle, makePerson, makeToken, pagesOf } from "@/testing/people";
import { memberOf } from "@/testing/timelines";
import { purgeDeletedAccounts } from "@/sidecar/worker/purge-deleted";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const password = "correct horse";

/** A person who can sign in, with a token. */
async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { id: made.personId, ...form, token: (await makeToken(made.personId)).token };
}

async function watcher() {
  const person = await makePerson();
  return { ...person, token: (await makeToken(person.id)).token };
}

const post = async (token: string, path: string, json: unknown = {}) => {
  const answer = await call("POST", path, { token, json });
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return IdRow.parse(answer.json).id;
};
const bark = (token: string, status: string, more: object = {}) => post(token, "/api/v1/statuses", { status, ...more });
const leave = async (personId: string, given = password) =>
  call("DELETE", "/api/v1/barker/account", { ...(await pagesOf(personId)), json: { password: given } });

describe("deleting one's account", () => {
  it("requires the password", async () => {
    const person = await join();
    expect(await leave(person.id, "wrong horse")).toMatchObject({
      status: 422,
      json: { details: { password: [{}] } },
    });
    expect((await call("DELETE", "/api/v1/barker/account", await pagesOf(person.id))).status).toBe(422);
    expect((await call("GET", `/api/v1/accounts/${person.id}`)).status).toBe(200);
    expect((await leave((await watcher()).id)).status).toBe(422);
  });

  it("hides the person and all their content everywhere at once", async () => {
    const [person, other] = [await join(), await watcher()];
    const word = freshHandle();
    const own = await bark(person.token, `An old bark ${word}`);
    const asked = await bark(other.token, "A question");
    const answered = await bark(person.token, "An answer", { in_reply_to_id: asked });
    const rebark = await post(person.token, `/api/v1/statuses/${asked}/reblog`);
    await post(person.token, `/api/v1/statuses/${asked}/favourite`);
    await post(other.token, `/api/v1/accounts/${person.id}/follow`);
    await post(person.token, `/api/v1/accounts/${other.id}/follow`);
    const cookie = await cookieOf(person.id);
    const answer = await leave(person.id);
    expect(answer.status).toBe(200);
    const { leaves_at: at } = z.object({ leaves_at: z.string() }).parse(answer.json);
    expect(Math.abs(Date.parse(at) - Date.now() - 7 * DAY_MS)).toBeLessThan(60_000);

    const { token } = other;
    // Rendered barks are cached for a second per process.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    for (const path of [
      `/api/v1/accounts/${person.id}`,
      `/api/v1/accounts/lookup?acct=${person.username}`,
      `/api/v1/accounts/${person.id}/statuses`,
      `/api/v1/accounts/${person.id}/followers`,
      `/api/v1/statuses/${own}`,
      `/api/v1/statuses/${answered}`,
      `/api/v1/statuses/${rebark}`,
    ]) {
      expect({ path, status: (await call("GET", path, { token })).status }).toEqual({ path, status: 404 });
    }
    for (const path of [
      "/api/v1/timelines/public",
      "/api/v1/timelines/home",
      `/api/v1/statuses/${asked}/context`,
      `/api/v1/statuses/${asked}/favourited_by`,
      `/api/v1/statuses/${asked}/reblogged_by`,
      `/api/v1/accounts/${other.id}/followers`,
      `/api/v1/accounts/${other.id}/following`,
      "/api/v1/notifications",
      `/api/v1/accounts/search?q=${person.username}`,
    ]) {
      const { status, text } = await call("GET", path, { token });
      expect({ path, status, seen: text.includes(person.id) || text.includes(word) }).toMatchObject({
        path,
        seen: false,
      });
    }
    expect((await call("GET", "/api/v1/accounts/verify_credentials", { token: person.token })).status).toBe(401);
    expect(await identityOfCookie(cookie)).toBeNull();
    expect((await leave(person.id)).status).toBe(401);
  });

  it("can be undone by signing in for seven days, during which the handles stay reserved", async () => {
    const person = await join();
    const own = await bark(person.token, "Still here");
    await leave(person.id);
    const known = await authenticate(person.username, password);
    expect(known?.id).toBe(person.id);
    expect(known?.leavesAt).toBeGreaterThan(Date.now());
    expect(await authenticate(person.email, password)).toMatchObject({ id: person.id });
    expect(await signUp({ ...signUpForm(), username: person.username })).toMatchObject({ ok: false });
    expect(await signUp({ ...signUpForm(), email: person.email })).toMatchObject({ ok: false });
    await purgeDeletedAccounts();
    expect(await cancelDeletion(person.id)).toBe(true);
    expect(await cancelDeletion(person.id)).toBe(false);
    expect((await call("GET", `/api/v1/accounts/lookup?acct=${person.username}`)).status).toBe(200);
    expect((await call("GET", `/api/v1/statuses/${own}`)).status).toBe(200);
    expect(await authenticate(person.username, password)).toMatchObject({ leavesAt: null });
  });

  it("is final after seven days: all data is purged, and the handles are free", async () => {
    const [person, other] = [await join(), await watcher()];
    const word = freshHandle();
    const asked = await bark(other.token, "A question");
    const lone = await bark(person.token, `Alone ${word} @${other.handle} #${freshHandle()}`);
    const answered = await bark(person.token, `Answered ${word}`, { in_reply_to_id: asked });
    const reply = await bark(other.token, "A reply", { in_reply_to_id: answered });
    const quote = await bark(other.token, "A quote", { quoted_status_id: answered });
    await post(other.token, `/api/v1/statuses/${lone}/favourite`);
    await post(other.token, `/api/v1/statuses/${lone}/reblog`);
    await post(person.token, `/api/v1/statuses/${asked}/favourite`);
    await post(person.token, `/api/v1/statuses/${asked}/reblog`);
    await post(person.token, `/api/v1/accounts/${other.id}/follow`);
    await call("PUT", `/api/v1/statuses/${lone}`, { token: person.token, json: { status: `Changed ${word}` } });
    await tcpRedis().zadd(keys.timeline(person.id), 0, memberOf(lone));
    await tcpRedis().zadd(keys.active, Date.now(), person.id);
    await leave(person.id);
    await purgeDeletedAccounts(Date.now() + 7 * DAY_MS + 60_000);

    const holding = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text)";
    for (const text of [word, person.id, person.username, person.email]) {
      expect({ text, left: await count(`${holding} AND NOT n:Outbox`, { text }) }).toMatchObject({ left: 0 });
    }
    expect(await count("(b:Bark) WHERE b.id = $lone", { lone })).toBe(0);
    expect(await count("(b:Bark:Deleted) WHERE b.id = $answered AND b.text IS NULL", { answered })).toBe(1);
    expect(await tcpRedis().exists(keys.timeline(person.id), keys.live(person.id), keys.alerts(person.id))).toBe(0);
    expect(await tcpRedis().zscore(keys.active, person.id)).toBeNull();

    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { token } = other;
    const read = async (id: string) => (await call("GET", `/api/v1/statuses/${id}`, { token })).json;
    expect(await read(asked)).toMatchObject({ favourites_count: 0, reblogs_count: 0, replies_count: 0 });
    expect(await read(reply)).toMatchObject({ in_reply_to_id: answered, in_reply_to_account_id: null });
    expect(await read(quote)).toMatchObject({ quote: { state: "deleted", quoted_status: null } });
    expect(await authenticate(person.username, password)).toBeNull();
    expect(await cancelDeletion(person.id)).toBe(false);
    const names = { username: person.username, email: person.email };
    expect(await signUp({ ...signUpForm(), ...names })).toMatchObject({ ok: true });
  });
});
