import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CredentialApplication, Token } from "@/lib/auth/schema";
import { driver } from "@/lib/neo4j";
import { apiUrl, call, signUpForm, type Sent } from "@/testing/api";
import { authenticate, cookieOf, makePerson, makeToken, type TestPerson } from "@/testing/people";

let person: TestPerson;
let origin: string;
beforeAll(async () => {
  person = await makePerson();
  origin = await apiUrl();
});
afterAll(() => driver().close());

const whoAmI = (sent: Sent) => call("GET", "/api/v1/accounts/verify_credentials", sent);
const bark = (sent: Sent) => call("POST", "/api/v1/statuses", { json: { status: "Hello" }, ...sent });

describe("a token", () => {
  it.each(["wrong", "", "a b", "ä", "x".repeat(600), "Bearer"])(
    "that is %j gets a 401 with a challenge",
    async (wrong) => {
      const answer = await whoAmI({ headers: { authorization: `Bearer ${encodeURIComponent(wrong)}` } });
      expect(answer).toMatchObject({ status: 401, json: { code: "invalid_token" } });
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    },
  );

  it("that is invalid is rejected even where none is required", async () => {
    expect(await call("GET", "/api/v1/timelines/public", { token: "wrong" })).toMatchObject({ status: 401 });
    expect(await call("GET", "/api/v1/timelines/public")).toMatchObject({ status: 200 });
  });

  it("of an app alone reads public content, as nobody", async () => {
    const { token } = await makeToken(null);
    expect(await call("GET", "/api/v1/timelines/public", { token })).toMatchObject({ status: 200 });
    expect(await call("GET", "/api/v1/apps/verify_credentials", { token })).toMatchObject({ status: 200 });
    expect(await whoAmI({ token })).toMatchObject({ status: 403, json: { code: "forbidden" } });
    expect(await bark({ token })).toMatchObject({ status: 403 });
  });

  it.each([
    [["read"], 200, 403, 403],
    [["write"], 403, 200, 200],
    [["follow"], 403, 403, 200],
    [["push"], 403, 403, 403],
    [["read:accounts", "write:statuses"], 200, 200, 403],
    [["read", "write", "follow"], 200, 200, 200],
  ])("with the scopes %j reads with %i, barks with %i, follows with %i", async (scopes, reads, barks, follows) => {
    const [{ token }, friend] = await Promise.all([makeToken(person.id, scopes), makePerson()]);
    expect((await whoAmI({ token })).status).toBe(reads);
    expect((await bark({ token })).status).toBe(barks);
    expect((await call("POST", `/api/v1/accounts/${friend.id}/follow`, { token })).status).toBe(follows);
  });

  it("may be sent as a query parameter, and is in no address that the answer names", async () => {
    const { token } = await makeToken(person.id);
    expect(await call("GET", `/api/v1/accounts/verify_credentials?access_token=${token}`)).toMatchObject({
      status: 200,
      json: { id: person.id },
    });
    expect(await call("GET", "/api/v1/accounts/verify_credentials?access_token=nonsense")).toMatchObject({
      status: 401,
    });
    await bark({ token });
    const page = await call("GET", `/api/v1/timelines/home?limit=1&access_token=${token}`);
    expect(page.headers.get("link")).toContain("max_id=");
    expect(page.headers.get("link")).not.toContain(token);
  });

  it("is refused for a wrong header, even with a right token in the query", async () => {
    const { token } = await makeToken(person.id);
    const path = `/api/v1/accounts/verify_credentials?access_token=${token}`;
    expect(await call("GET", path, { headers: { authorization: "Bearer wrong" } })).toMatchObject({ status: 401 });
  });

  it("never has the scopes of administrators, which apps may register", async () => {
    const scopes = "read admin:read admin:write:reports";
    const app = CredentialApplication.parse(
      (await call("POST", "/api/v1/apps", { json: { client_name: "Tests", scopes } })).json,
    );
    const client = { client_id: app.client_id, client_secret: app.client_secret, grant_type: "client_credentials" };
    expect((await call("POST", "/oauth/token", { json: { ...client, scope: scopes } })).json).toMatchObject({
      scope: "read",
    });
    expect((await call("POST", "/oauth/token", { json: { ...client, scope: "admin:read" } })).json).toMatchObject({
      error: "invalid_scope",
    });
    expect(
      (await call("POST", "/api/v1/apps", { json: { client_name: "T", scopes: "admin:write:everything" } })).status,
    ).toBe(422);
  });

  it("stops working at once when it is revoked", async () => {
    const { token, clientId, clientSecret } = await makeToken(person.id);
    expect(await whoAmI({ token })).toMatchObject({ status: 200 });
    const revoke = { client_id: clientId, client_secret: clientSecret, token };
    expect(await call("POST", "/oauth/revoke", { json: revoke })).toMatchObject({ status: 200, json: {} });
    expect(await whoAmI({ token })).toMatchObject({ status: 401 });
    expect(await call("POST", "/oauth/revoke", { json: revoke })).toMatchObject({ status: 200 });
  });
});

describe("a session cookie", () => {
  it("reads from anywhere, and writes only from our own pages", async () => {
    const cookie = await cookieOf(person.id);
    expect(await whoAmI({ headers: { cookie } })).toMatchObject({ status: 200, json: { id: person.id } });
    expect(await bark({ headers: { cookie, origin } })).toMatchObject({ status: 200 });
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${origin}.evil.example` },
    ];
    for (const foreign of elsewhere) {
      const answer = await bark({ headers: { cookie, ...foreign } });
      expect(answer).toMatchObject({ status: 403, json: { code: "cross_origin" } });
    }
  });

  it("does not authorise queued mutations of another person", async () => {
    const [cookie, other] = [await cookieOf(person.id), await makePerson()];
    const sentAs = (id: string) => bark({ headers: { cookie, origin, "barker-person": id } });
    expect(await sentAs(other.id)).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect(await sentAs(person.id)).toMatchObject({ status: 200 });
  });

  it("of an ended session does not authenticate", async () => {
    const other = await makePerson();
    const cookie = await cookieOf(other.id);
    expect(await whoAmI({ headers: { cookie } })).toMatchObject({ status: 200 });
    expect(await call("DELETE", "/api/v1/barker/sessions", { headers: { cookie, origin } })).toMatchObject({
      status: 200,
    });
    expect(await whoAmI({ headers: { cookie } })).toMatchObject({ status: 401 });
    expect(await whoAmI({ headers: { cookie: "next-auth.session-token=junk" } })).toMatchObject({ status: 401 });
  });
});

describe("signing up", () => {
  it("with an app's token returns a token of the new person", async () => {
    const [{ token: appToken }, form] = [await makeToken(null), signUpForm()];
    const made = await call("POST", "/api/v1/accounts", {
      token: appToken,
      body: new URLSearchParams({ ...form, agreement: "true" }),
    });
    const { access_token: token, scope } = Token.parse(made.json);
    expect(scope.split(" ")).toEqual(expect.arrayContaining(["read", "write", "follow"]));
    expect(await whoAmI({ token })).toMatchObject({ json: { username: form.username, display_name: form.username } });
  });

  it("on our own pages sets the session cookie as HttpOnly and SameSite", async () => {
    const made = await call("POST", "/api/v1/accounts", { json: signUpForm(), headers: { origin } });
    const [cookie = ""] = made.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(await whoAmI({ headers: { cookie: String(cookie.split(";")[0]) } })).toMatchObject({ json: made.json });
  });

  it("trims spaces around the e-mail address, and signs in", async () => {
    const [{ token }, form] = [await makeToken(null), signUpForm()];
    const made = await call("POST", "/api/v1/accounts", { token, json: { ...form, email: ` ${form.email}\t` } });
    expect(made.status).toBe(200);
    expect(await authenticate(`\u00a0${form.email} `, form.password)).toMatchObject({ id: expect.any(String) });
  });

  it("with a person's token is rejected, so that accounts cannot create accounts", async () => {
    const [{ token }, form] = [await makeToken(person.id), signUpForm()];
    const answer = await call("POST", "/api/v1/accounts", { token, json: form, headers: { origin } });
    expect(answer).toMatchObject({ status: 403, json: { code: "forbidden" } });
    expect(await call("GET", `/api/v1/accounts/lookup?acct=${form.username}`)).toMatchObject({ status: 404 });
  });

  it("from another site gets a 401, and creates no account", async () => {
    const form = signUpForm();
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { cookie: await cookieOf(person.id) },
    ];
    for (const headers of elsewhere) {
      const answer = await call("POST", "/api/v1/accounts", { json: form, headers });
      expect([401, 403]).toContain(answer.status);
    }
    expect(await call("GET", `/api/v1/accounts/lookup?acct=${form.username}`)).toMatchObject({ status: 404 });
  });

  it("reports what is taken and what is invalid in Mastodon's format", async () => {
    const [{ token }, form] = [await makeToken(null), signUpForm()];
    await call("POST", "/api/v1/accounts", { token, json: form });
    const again = await call("POST", "/api/v1/accounts", {
      token,
      json: { ...form, username: form.username.toUpperCase() },
    });
    expect(again).toMatchObject({
      status: 422,
      json: { code: "invalid", details: { username: [{ error: "ERR_TAKEN" }], email: [{ error: "ERR_TAKEN" }] } },
    });
    const wrong = await call("POST", "/api/v1/accounts", {
      token,
      json: { ...signUpForm(), username: "admin", password: "short", agreement: false },
    });
    expect(wrong).toMatchObject({
      status: 422,
      json: {
        details: {
          username: [{ error: "ERR_RESERVED" }],
          password: [{ error: "ERR_TOO_SHORT" }],
          agreement: [{ error: "ERR_ACCEPTED" }],
        },
      },
    });
    expect(await call("POST", "/api/v1/accounts", { token, json: {} })).toMatchObject({
      status: 422,
      json: {
        details: {
          username: [{ error: "ERR_BLANK" }],
          email: [{ error: "ERR_BLANK" }],
          password: [{ error: "ERR_BLANK" }],
        },
      },
    });
  });
});
