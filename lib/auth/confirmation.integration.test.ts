import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { signUp } from "@/lib/account/writes";
import { Passkey } from "@/lib/auth/passkeys/schema";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { makeAuthenticator } from "@/testing/authenticator";
import { call, signUpForm } from "@/testing/api";
import { cookieOf, makeToken } from "@/testing/people";

let origin: string;
beforeAll(() => {
  origin = env().BARKER_ORIGIN;
});
afterAll(() => driver().close());

const PASSKEYS = "/api/v1/barker/passkeys";
const CONFIRMATION = "/api/v1/barker/confirmation";
const NEW_PASSWORD = "a heron on the weir";
const Challenge = z.object({ challenge: z.string() });

async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { id: made.personId, ...form };
}

/** Calls of a person in one web session. */
async function session(id: string) {
  const headers = { cookie: await cookieOf(id), "sec-fetch-site": "same-origin" };
  const ask = (method: string, path: string, json?: unknown) => call(method, path, { headers, json });
  return {
    ask,
    confirm: (json: unknown) => ask("POST", CONFIRMATION, json),
    challenge: async (path: string) => Challenge.parse((await ask("POST", path)).json).challenge,
    add: async (key: ReturnType<typeof makeAuthenticator>) => {
      const options = await ask("POST", `${PASSKEYS}/options`);
      if (options.status !== 200) return options;
      const { challenge } = Challenge.parse(options.json);
      return ask("POST", PASSKEYS, { credential: key.create({ challenge, origin }) });
    },
  };
}

describe("adding a passkey", () => {
  it("requires the password first, in the same session", async () => {
    const person = await join();
    const [own, stolen] = [await session(person.id), await session(person.id)];
    expect(await stolen.add(makeAuthenticator())).toMatchObject({ status: 403, json: { code: "unconfirmed" } });
    expect(await own.confirm({ password: "wrong horse" })).toMatchObject({
      status: 422,
      json: { details: { password: [{ error: "ERR_INVALID" }] } },
    });
    expect(await own.confirm({})).toMatchObject({ status: 422 });
    expect(await own.add(makeAuthenticator())).toMatchObject({ status: 403 });
    expect(await own.confirm({ password: person.password })).toMatchObject({ status: 200 });
    expect(await own.add(makeAuthenticator())).toMatchObject({ status: 200 });
    expect(await stolen.add(makeAuthenticator())).toMatchObject({ status: 403, json: { code: "unconfirmed" } });
  });

  it("accepts one's own passkey instead, for that session only", async () => {
    const [person, stranger] = [await join(), await join()];
    const [own, other, foreign] = [await session(person.id), await session(person.id), await session(stranger.id)];
    const key = makeAuthenticator();
    await own.confirm({ password: person.password });
    await own.add(key);
    const answer = async (asked: typeof own) =>
      key.get({ challenge: await asked.challenge(`${CONFIRMATION}/options`), origin });
    expect(await foreign.confirm({ credential: await answer(foreign) })).toMatchObject({ status: 401 });
    expect(await foreign.add(makeAuthenticator())).toMatchObject({ status: 403 });
    expect(await other.confirm({ credential: await answer(own) })).toMatchObject({ status: 401 });
    const forSignIn = await own.challenge(`${PASSKEYS}/sign-in/options`);
    expect(await other.confirm({ credential: key.get({ challenge: forSignIn, origin }) })).toMatchObject({
      status: 401,
    });
    expect(await other.add(makeAuthenticator())).toMatchObject({ status: 403 });
    expect(await other.confirm({ credential: await answer(other) })).toMatchObject({ status: 200 });
    expect(await other.add(makeAuthenticator())).toMatchObject({ status: 200 });
  });

  it("cannot be confirmed by apps", async () => {
    const person = await join();
    const { token } = await makeToken(person.id);
    const sent = { token, json: { password: person.password } };
    expect(await call("POST", CONFIRMATION, sent)).toMatchObject({ status: 403 });
  });
});

describe("passkeys", () => {
  it("are reported when the password is changed or one signs out everywhere, and can be removed together", async () => {
    const person = await join();
    const own = await session(person.id);
    await own.confirm({ password: person.password });
    const added = Passkey.parse((await own.add(makeAuthenticator())).json);
    const passwords = { current_password: person.password, new_password: NEW_PASSWORD };
    const changed = await own.ask("POST", "/api/v1/barker/account/password", passwords);
    expect(changed).toMatchObject({ status: 200, json: { passkeys: [{ id: added.id }] } });
    const ended = await own.ask("DELETE", "/api/v1/barker/sessions?keep_current=true");
    expect(ended).toMatchObject({ status: 200, json: { passkeys: [{ id: added.id }] } });
    expect(await own.ask("DELETE", PASSKEYS)).toMatchObject({ status: 200, json: { removed: 1 } });
    expect((await own.ask("GET", PASSKEYS)).json).toEqual([]);
  });

  it("of others stay, and no app can remove them", async () => {
    const [person, other] = [await join(), await join()];
    const [own, foreign] = [await session(person.id), await session(other.id)];
    await own.confirm({ password: person.password });
    await own.add(makeAuthenticator());
    expect(await foreign.ask("DELETE", PASSKEYS)).toMatchObject({ json: { removed: 0 } });
    const { token } = await makeToken(person.id);
    expect(await call("DELETE", PASSKEYS, { token })).toMatchObject({ status: 403 });
    expect((await own.ask("GET", PASSKEYS)).json).toHaveLength(1);
  });
});
