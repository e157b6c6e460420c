import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve, reject } from "@/lib/applicants/writes";
import { applicantCount, applicants } from "@/lib/applicants/reads";
import { signIn } from "@/lib/auth/sign-in";
import { driver } from "@/lib/neo4j";
import { call, signUpForm } from "@/testing/api";
import { TESTS } from "@/testing/staff";
import { changeEnv } from "@/testing/change-env";
import { makePerson, makeToken } from "@/testing/people";
import { z } from "zod";

/** For this process only: other test files have people join meanwhile. */
const town = (registrations: string) => changeEnv("BARKER_REGISTRATIONS", registrations);
// An empty town would be open to the first person.
beforeAll(() => makePerson());
beforeEach(() => town("request"));
afterAll(() => driver().close());

const Token = z.object({ access_token: z.string() });
const REASON = "I mend clocks at the mill.";

async function send(json: object) {
  const { token } = await makeToken(null);
  return call("POST", "/api/v1/accounts", { token, json });
}

/** Asks to join through an app. */
async function ask() {
  const form = signUpForm();
  const token = Token.parse((await send({ ...form, reason: REASON })).json).access_token;
  const waiting = (await allApplicants()).find(({ username }) => username === form.username);
  return { ...form, token, id: waiting?.id ?? "" };
}

/** All requests, of other test files and earlier runs too. */
async function allApplicants() {
  const all = [];
  for (let after = ""; ;) {
    const page = await applicants(after);
    all.push(...page);
    const last = page.at(-1);
    if (!last) return all;
    after = last.id;
  }
}

const own = (token: string) => call("GET", "/api/v1/accounts/verify_credentials", { token });
const enter = async ({ username, password }: { username: string; password: string }) =>
  (await signIn({ login: username, password, returns: false }, new Headers()))?.id ?? null;

describe("a request to join", () => {
  it("waits: its token opens nothing, nobody sees it, and signing in says so", async () => {
    const { username, email, password, token } = await ask();
    expect(await applicantCount()).toBeGreaterThan(0);
    expect(await own(token)).toMatchObject({ status: 403, json: { code: "waiting" } });
    expect((await call("POST", "/api/v1/statuses", { token, json: { status: "Hello" } })).status).toBe(403);
    expect((await call("GET", `/api/v1/accounts/lookup?acct=${username}`)).status).toBe(404);
    await expect(enter({ username, password })).rejects.toThrow("waiting");
    await expect(enter({ username: email, password })).rejects.toThrow("waiting");
    expect(await enter({ username, password: "not this one" })).toBeNull();
    expect((await allApplicants()).find((one) => one.username === username)).toMatchObject({
      email,
      reason: REASON,
      confirmed: false,
    });
  });

  it("keeps its handle and its address for itself, also when two ask at once", async () => {
    const { username, email } = await ask();
    const taken = [
      await send({ ...signUpForm(), username: username.toUpperCase(), reason: REASON }),
      await send({ ...signUpForm(), email, reason: REASON }),
    ];
    expect(taken.map(({ json }) => json)).toMatchObject([
      { details: { username: [{ error: "ERR_TAKEN" }] } },
      { details: { email: [{ error: "ERR_TAKEN" }] } },
    ]);
    const wanted = signUpForm().username;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send({ ...signUpForm(), username: wanted, reason: REASON })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422]);
  });

  it("needs a reason of the length that the town wants", async () => {
    expect(await send(signUpForm())).toMatchObject({
      status: 422,
      json: { details: { reason: [{ error: "ERR_BLANK" }] } },
    });
    expect(await send({ ...signUpForm(), reason: "Clocks" })).toMatchObject({
      json: { details: { reason: [{ error: "ERR_TOO_SHORT", description: expect.stringContaining("20") }] } },
    });
  });

  it("is approved once, and then the same token opens", async () => {
    const person = await ask();
    expect(await own(person.token)).toMatchObject({ status: 403 });
    const answers = await Promise.all([approve(TESTS, person.id), approve(TESTS, person.id)]);
    expect(answers.filter((handle) => handle !== null)).toEqual([person.username]);
    expect(await own(person.token)).toMatchObject({ status: 200, json: { username: person.username } });
    expect(await enter(person)).toBe(person.id);
    expect((await call("GET", `/api/v1/accounts/lookup?acct=${person.username}`)).status).toBe(200);
    expect((await send({ ...signUpForm(), username: person.username, reason: REASON })).status).toBe(422);
    expect(await reject(TESTS, person.id)).toBeNull();
  });

  it("is rejected, and then everything of it is gone and its handle is free", async () => {
    const person = await ask();
    expect(await reject(TESTS, person.id)).toBe(person.username);
    expect(await reject(TESTS, person.id)).toBeNull();
    expect((await own(person.token)).status).toBe(401);
    expect(await enter(person)).toBeNull();
    town("open");
    expect((await send({ ...signUpForm(), username: person.username, email: person.email })).status).toBe(200);
  });
});
