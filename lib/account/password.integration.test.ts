import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { signUp } from "@/lib/account/writes";
import { driver } from "@/lib/neo4j";
import { call, signUpForm } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { authenticate, cookieOf, freshHandle, makePeople, makeToken, pagesOf } from "@/testing/people";

afterAll(() => driver().close());

describe("a password", () => {
  const password = "correct horse";
  async function join() {
    const form = signUpForm();
    const made = await signUp(form);
    if (!made.ok) throw new Error("not signed up");
    return { id: made.personId, ...form };
  }

  it("can be changed with the current one, which ends all other sessions and tokens", async () => {
    const person = await join();
    const [cookie, other, { token }] = [
      await cookieOf(person.id),
      await cookieOf(person.id),
      await makeToken(person.id),
    ];
    const whoAmI = async (headers: Record<string, string>) =>
      (await call("GET", "/api/v1/accounts/verify_credentials", { headers })).status;
    const change = (sent: unknown) =>
      call("POST", "/api/v1/barker/account/password", {
        headers: { cookie, "sec-fetch-site": "same-origin" },
        json: sent,
      });
    expect(await change({ current_password: "wrong horse", new_password: "a new horse" })).toMatchObject({
      status: 422,
      json: { details: { current_password: [{ error: "ERR_INVALID" }] } },
    });
    expect(await change({ current_password: password, new_password: "short" })).toMatchObject({
      status: 422,
      json: { details: { new_password: [{ error: "ERR_TOO_SHORT" }] } },
    });
    for (const guessable of ["password1", `${person.username}1`]) {
      expect(await change({ current_password: password, new_password: guessable })).toMatchObject({
        status: 422,
        json: { details: { new_password: [{ description: expect.stringContaining("easy to guess") }] } },
      });
    }
    expect(await whoAmI({ authorization: `Bearer ${token}` })).toBe(200);
    expect((await change({ current_password: password, new_password: "a new horse" })).status).toBe(200);
    expect(await whoAmI({ cookie })).toBe(200);
    expect(await whoAmI({ cookie: other })).toBe(401);
    expect(await whoAmI({ authorization: `Bearer ${token}` })).toBe(401);
    expect(await authenticate(person.username, password)).toBeNull();
    expect(await authenticate(person.username, "a new horse")).toMatchObject({ id: person.id });
  });

  it("is required for a new e-mail address, which is unique and private", async () => {
    // Where no mail can be sent, it applies at once.
    changeEnv("BARKER_DEMO", "off");
    const [person, other] = [await join(), await join()];
    const pages = await pagesOf(person.id);
    const change = (email: string, known = password) =>
      call("POST", "/api/v1/barker/account/email", { ...pages, json: { email, password: known } });
    const wanted = `${freshHandle()}@town.example`;
    expect(await change(wanted, "wrong horse")).toMatchObject({ status: 422, json: { details: { password: [{}] } } });
    expect(await change("nowhere")).toMatchObject({ status: 422, json: { details: { email: [{}] } } });
    expect(await change(other.email.toUpperCase())).toMatchObject({
      status: 422,
      json: { details: { email: [{ error: "ERR_TAKEN" }] } },
    });
    expect((await change(wanted)).status).toBe(200);
    expect(await authenticate(wanted.toUpperCase(), password)).toMatchObject({ id: person.id });
    expect(await authenticate(person.email, password)).toBeNull();
    for (const path of [`/api/v1/accounts/${person.id}`, `/api/v1/accounts/lookup?acct=${person.username}`]) {
      expect((await call("GET", path)).text).not.toContain("town.example");
    }
  });
});

describe("the list of sessions", () => {
  it("marks the session of the request, and lets only the owner end each of them", async () => {
    const [person, stranger] = await makePeople(2);
    if (!person || !stranger) throw new Error("nobody");
    const [cookie, { token }] = [await cookieOf(person.id), await makeToken(person.id)];
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    const Listed = z.array(z.object({ id: z.string(), kind: z.string(), name: z.string(), current: z.boolean() }));
    const list = async () => Listed.parse((await call("GET", "/api/v1/barker/sessions", { headers })).json);
    const [here, app] = await list();
    expect([here, app]).toMatchObject([
      { kind: "session", current: true },
      { kind: "app", name: "Tests", current: false },
    ]);
    const end = (id: string | undefined, sent: object) => call("DELETE", `/api/v1/barker/sessions/${id}`, sent);
    expect((await end(app?.id, await pagesOf(stranger.id))).status).toBe(404);
    expect((await end(app?.id, { token })).status).toBe(403);
    expect((await end(app?.id, { headers })).status).toBe(200);
    expect((await call("GET", "/api/v1/barker/sessions", { token })).status).toBe(401);
    expect((await list()).map(({ id }) => id)).toEqual([here?.id]);
    await cookieOf(person.id);
    expect(await list()).toHaveLength(2);
    await call("DELETE", "/api/v1/barker/sessions?keep_current=true", { headers });
    expect((await list()).map(({ id }) => id)).toEqual([here?.id]);
    expect((await end(here?.id, { headers })).status).toBe(200);
    expect((await call("GET", "/api/v1/barker/sessions", { headers })).status).toBe(401);
  });
});
