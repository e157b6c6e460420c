import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Passkey } from "@/lib/auth/passkeys/schema";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { makeAuthenticator } from "@/testing/authenticator";
import { call } from "@/testing/api";
import { cookieOf, makePerson, makeToken } from "@/testing/people";

let origin: string;
beforeAll(() => {
  origin = env().BARKER_ORIGIN;
});
afterAll(() => driver().close());

const PATH = "/api/v1/barker/passkeys";
const Options = z.object({
  challenge: z.string(),
  excludeCredentials: z.array(z.object({ id: z.string() })).optional(),
});
const pages = (cookie?: string) => ({ "sec-fetch-site": "same-origin", ...(cookie && { cookie }) });

/** A person without a password, who need not confirm before their first passkey. */
async function visitor() {
  const person = await makePerson();
  return { ...person, cookie: await cookieOf(person.id) };
}

const CONFIRMATION = "/api/v1/barker/confirmation";

/** Confirms with a passkey that the owner is present. */
async function confirmBy(key: Authenticator, cookie: string, counter = 0) {
  const asked = await challenge(`${CONFIRMATION}/options`, cookie);
  return send(CONFIRMATION, key.get({ challenge: asked, origin, counter }), cookie);
}
type Visitor = Awaited<ReturnType<typeof visitor>>;
type Authenticator = ReturnType<typeof makeAuthenticator>;

async function challenge(path: string, cookie?: string): Promise<string> {
  return Options.parse((await call("POST", path, { headers: pages(cookie) })).json).challenge;
}

const send = (path: string, credential: unknown, cookie?: string) =>
  call("POST", path, { headers: pages(cookie), json: { credential } });

async function add({ cookie }: Visitor, key: Authenticator) {
  const answer = await send(
    PATH,
    key.create({ challenge: await challenge(`${PATH}/options`, cookie), origin }),
    cookie,
  );
  return Passkey.parse(answer.json);
}

async function signIn(key: Authenticator, more: { counter?: number; origin?: string; verifies?: boolean } = {}) {
  const asked = await challenge(`${PATH}/sign-in/options`);
  return send(`${PATH}/sign-in`, key.get({ challenge: asked, origin, ...more }));
}

describe("a passkey", () => {
  it("is added, listed, and signs its person in without a handle", async () => {
    const [person, key] = [await visitor(), makeAuthenticator()];
    const added = await add(person, key);
    expect(added).toMatchObject({ name: "A browser", last_used_at: null });
    const answer = await signIn(key);
    expect(answer).toMatchObject({ status: 200, json: { id: person.id } });
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    const me = await call("GET", "/api/v1/accounts/verify_credentials", {
      headers: { cookie: String(cookie.split(";")[0]) },
    });
    expect(me.json).toMatchObject({ id: person.id });
    const listed = await call("GET", PATH, { headers: pages(person.cookie) });
    expect(listed.json).toMatchObject([{ id: added.id, last_used_at: expect.any(String) }]);
    expect((await confirmBy(key, person.cookie)).status).toBe(200);
    const { excludeCredentials } = Options.parse(
      (await call("POST", `${PATH}/options`, { headers: pages(person.cookie) })).json,
    );
    expect(excludeCredentials).toHaveLength(1);
  });

  it("answers each challenge once", async () => {
    const [person, key] = [await visitor(), makeAuthenticator()];
    const asked = await challenge(`${PATH}/options`, person.cookie);
    const credential = key.create({ challenge: asked, origin });
    expect((await send(PATH, credential, person.cookie)).status).toBe(200);
    expect((await confirmBy(key, person.cookie)).status).toBe(200);
    expect((await send(PATH, credential, person.cookie)).status).toBe(422);
    const again = await challenge(`${PATH}/sign-in/options`);
    const used = key.get({ challenge: again, origin });
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(`${PATH}/sign-in`, used)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401, 401]);
  });

  it("answers only our challenges, for the purpose and the person they were made for", async () => {
    const [person, other, key] = [await visitor(), await visitor(), makeAuthenticator()];
    const forOther = await challenge(`${PATH}/options`, other.cookie);
    expect((await send(PATH, key.create({ challenge: forOther, origin }), person.cookie)).status).toBe(422);
    const forSignIn = await challenge(`${PATH}/sign-in/options`);
    expect((await send(PATH, key.create({ challenge: forSignIn, origin }), person.cookie)).status).toBe(422);
    await add(person, key);
    await confirmBy(key, person.cookie);
    const forAdding = await challenge(`${PATH}/options`, person.cookie);
    expect((await send(`${PATH}/sign-in`, key.get({ challenge: forAdding, origin }))).status).toBe(401);
    expect((await send(`${PATH}/sign-in`, key.get({ challenge: "bWFkZSB1cA", origin }))).status).toBe(401);
  });

  it("is rejected from another site, without user verification, and when it is a copy", async () => {
    const [person, key] = [await visitor(), makeAuthenticator()];
    await add(person, key);
    expect((await signIn(key, { origin: "https://evil.example" })).status).toBe(401);
    expect((await signIn(key, { verifies: false })).status).toBe(401);
    expect((await signIn(key, { counter: 7 })).status).toBe(200);
    expect((await signIn(key, { counter: 7 })).status).toBe(401);
    expect((await signIn(key, { counter: 6 })).status).toBe(401);
    expect((await signIn(key, { counter: 8 })).status).toBe(200);
    expect((await signIn(makeAuthenticator())).status).toBe(401);
    await confirmBy(key, person.cookie, 9);
    const elsewhere = makeAuthenticator("evil.example");
    const asked = await challenge(`${PATH}/options`, person.cookie);
    expect((await send(PATH, elsewhere.create({ challenge: asked, origin }), person.cookie)).status).toBe(422);
  });

  it("belongs to one person", async () => {
    const [person, other, key] = [await visitor(), await visitor(), makeAuthenticator()];
    const { id } = await add(person, key);
    const asked = await challenge(`${PATH}/options`, other.cookie);
    expect((await send(PATH, key.create({ challenge: asked, origin }), other.cookie)).status).toBe(422);
    const foreign = { headers: pages(other.cookie) };
    expect((await call("PUT", `${PATH}/${id}`, { ...foreign, json: { name: "Mine" } })).status).toBe(404);
    expect((await call("DELETE", `${PATH}/${id}`, foreign)).status).toBe(404);
    expect(await signIn(key)).toMatchObject({ status: 200, json: { id: person.id } });
  });

  it("is renamed and removed, after which it no longer works", async () => {
    const [person, key] = [await visitor(), makeAuthenticator()];
    const { id } = await add(person, key);
    const own = { headers: pages(person.cookie) };
    expect((await call("PUT", `${PATH}/${id}`, { ...own, json: { name: " Otter's phone " } })).json).toMatchObject({
      name: "Otter's phone",
    });
    expect((await call("PUT", `${PATH}/${id}`, { ...own, json: { name: " " } })).status).toBe(422);
    expect((await call("DELETE", `${PATH}/${id}`, own)).status).toBe(200);
    expect((await call("GET", PATH, own)).json).toEqual([]);
    expect((await signIn(key)).status).toBe(401);
  });

  it("cannot be added by apps, nor used to sign in by other sites", async () => {
    const [person, key] = [await visitor(), makeAuthenticator()];
    const { token } = await makeToken(person.id);
    expect((await call("POST", `${PATH}/options`, { token })).status).toBe(403);
    await add(person, key);
    const asked = await challenge(`${PATH}/sign-in/options`);
    const foreign = await call("POST", `${PATH}/sign-in`, {
      json: { credential: key.get({ challenge: asked, origin }) },
    });
    expect(foreign.status).toBe(403);
  });

  it("that is malformed is rejected with a message", async () => {
    const person = await visitor();
    for (const credential of [
      null,
      1,
      {},
      { id: "x" },
      { ...makeAuthenticator().get({ challenge: "x", origin }), id: "" },
    ]) {
      expect([401, 422]).toContain((await send(`${PATH}/sign-in`, credential)).status);
      expect((await send(PATH, credential, person.cookie)).status).toBe(422);
    }
  });
});
