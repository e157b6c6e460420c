import { createHash, randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp, endSessions } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { cookieOf, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Answer = z.object({ address: z.string().nullable(), code: z.string().nullable() });
const Issued = z.object({ access_token: z.string(), scope: z.string() });
const redirect_uri = "https://app.example/callback?from=barker";

async function stage(redirect_uris = redirect_uri, scopes = "read write") {
  const app = { name: "Sparrow", website: null, redirectUris: [redirect_uris], scopes: scopes.split(" ") };
  const [person, { clientId, clientSecret }] = await Promise.all([makePerson(), createApp(app)]);
  return { person, client: { client_id: clientId, client_secret: clientSecret } };
}
type Stage = Awaited<ReturnType<typeof stage>>;

const decide = async ({ person, client }: Stage, more: object = {}, cookie?: string) =>
  call("POST", "/api/v1/barker/authorizations", {
    headers: { cookie: cookie ?? (await cookieOf(person.id)), origin: env().BARKER_ORIGIN },
    json: { response_type: "code", client_id: client.client_id, redirect_uri, scope: "read", granted: true, ...more },
  });
const codeOf = (json: unknown) => new URL(Answer.parse(json).address ?? "").searchParams.get("code") ?? "";
const redeem = ({ client }: Stage, code: string, more: object = {}) =>
  call("POST", "/oauth/token", {
    json: { grant_type: "authorization_code", ...client, redirect_uri, code, ...more },
  });
const me = (token: string) => call("GET", "/api/v1/accounts/verify_credentials", { token });

describe("an app that requests access", () => {
  it("is redirected with a code and its state, and redeems the code for the person's token", async () => {
    const set = await stage();
    const { json } = await decide(set, { state: "a b&c" });
    const address = new URL(Answer.parse(json).address ?? "");
    expect(address.href).toMatch(/^https:\/\/app\.example\/callback\?from=barker&/);
    expect(address.searchParams.get("state")).toBe("a b&c");
    const issued = await redeem(set, codeOf(json));
    expect(issued).toMatchObject({ status: 200, json: { token_type: "Bearer", scope: "read" } });
    expect(issued.headers.get("cache-control")).toBe("no-store");
    const { access_token: token } = Issued.parse(issued.json);
    expect((await me(token)).json).toMatchObject({ id: set.person.id });
    const write = await call("POST", "/api/v1/statuses", { token, json: { status: "No" } });
    expect(write.status).toBe(403);
  });

  it("is redirected with access_denied when the person refuses", async () => {
    const set = await stage();
    const { json } = await decide(set, { granted: false, state: "s" });
    const { searchParams } = new URL(Answer.parse(json).address ?? "");
    expect([searchParams.get("error"), searchParams.get("state"), searchParams.get("code")]).toEqual([
      "access_denied",
      "s",
      null,
    ]);
  });

  it("without a redirect address has its code displayed", async () => {
    const oob = "urn:ietf:wg:oauth:2.0:oob";
    const set = await stage(oob);
    const { code, address } = Answer.parse((await decide(set, { redirect_uri: oob })).json);
    expect(address).toBeNull();
    expect(await redeem(set, code ?? "", { redirect_uri: oob })).toMatchObject({ status: 200 });
  });

  it.each([
    { client_id: "nobody" },
    { redirect_uri: "https://app.example/callback" },
    { redirect_uri: `${redirect_uri}/` },
    { response_type: "token" },
    { scope: "read follow" },
    { code_challenge: "short", code_challenge_method: "S256" },
    { code_challenge: "a".repeat(43), code_challenge_method: "plain" },
    { code_challenge: "a".repeat(43) },
    { code_challenge_method: "S256" },
  ])("is rejected for a request with %j", async (wrong) => {
    expect(await decide(await stage(), wrong)).toMatchObject({ status: 422, json: { code: "invalid" } });
  });

  it("cannot answer on behalf of the person: neither by a token nor from another site", async () => {
    const set = await stage();
    const { token } = await makeToken(set.person.id);
    const json = { response_type: "code", ...set.client, redirect_uri, scope: "write", granted: true };
    const path = "/api/v1/barker/authorizations";
    expect(await call("POST", path, { token, json })).toMatchObject({ status: 403 });
    const headers = { cookie: await cookieOf(set.person.id), origin: "https://app.example" };
    expect(await call("POST", path, { headers, json })).toMatchObject({ status: 403 });
  });

  it("cannot register an address that would run as a script", async () => {
    const wrong = ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"];
    const hidden = ["\u0001javascript:alert(1)", "java\tscript:alert(1)", "\u001f\u0000data:x", "javascript\u0000:x"];
    for (const uri of [...wrong, ...hidden, "https://app.example/\u0001", "\u00a0javascript:alert(1)"]) {
      for (const redirect_uris of [uri, [uri]]) {
        const json = { client_name: "Sparrow", redirect_uris };
        expect(await call("POST", "/api/v1/apps", { json })).toMatchObject({ status: 422 });
      }
      // An address that was registered earlier is rejected in requests.
      expect(await decide(await stage(uri), { redirect_uri: uri })).toMatchObject({ status: 422 });
    }
    const app = { client_name: "Sparrow", redirect_uris: "sparrow://callback" };
    expect(await call("POST", "/api/v1/apps", { json: app })).toMatchObject({ status: 200 });
  });
});

describe("an authorization code", () => {
  it("works once: a second use ends the token of the first", async () => {
    const set = await stage();
    const code = codeOf((await decide(set)).json);
    const { access_token: token } = Issued.parse((await redeem(set, code)).json);
    expect(await me(token)).toMatchObject({ status: 200 });
    expect(await redeem(set, code)).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
    expect(await me(token)).toMatchObject({ status: 401 });
  });

  it("redeemed twenty times at once gives at most one token", async () => {
    const set = await stage();
    const code = codeOf((await decide(set)).json);
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(set, code)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it("works only for its app, with its redirect address, for ten minutes", async () => {
    const [set, other] = await Promise.all([stage(), stage()]);
    const code = codeOf((await decide(set)).json);
    const refused = { status: 400, json: { error: "invalid_grant" } };
    expect(await redeem(other, code)).toMatchObject(refused);
    expect(await redeem(set, code, { redirect_uri: "https://app.example/" })).toMatchObject(refused);
    expect(await redeem(set, code, { client_secret: "wrong" })).toMatchObject({ status: 401 });
    expect(await redeem(set, `${code}x`)).toMatchObject(refused);
    await ask(
      "MATCH (:Person {id: $id})-[:GRANTED]->(c:Code) SET c.until = 1 RETURN 1 AS n",
      { id: set.person.id },
      z.object({}),
    );
    expect(await redeem(set, code)).toMatchObject(refused);
  });

  it("with a challenge requires the matching verifier, and without one rejects any", async () => {
    const set = await stage();
    const code_verifier = randomBytes(32).toString("base64url");
    const code_challenge = createHash("sha256").update(code_verifier).digest("base64url");
    const proved = { code_challenge, code_challenge_method: "S256" };
    const code = codeOf((await decide(set, proved)).json);
    const refused = { status: 400, json: { error: "invalid_grant" } };
    expect(await redeem(set, code)).toMatchObject(refused);
    expect(await redeem(set, code, { code_verifier: code_challenge })).toMatchObject(refused);
    expect(await redeem(set, code, { code_verifier })).toMatchObject({ status: 200 });
    const bare = codeOf((await decide(set)).json);
    expect(await redeem(set, bare, { code_verifier })).toMatchObject(refused);
  });

  it("ends when all sessions are ended", async () => {
    const set = await stage();
    const code = codeOf((await decide(set)).json);
    await endSessions(set.person.id);
    expect(await redeem(set, code)).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
  });
});

describe("narrow scopes", () => {
  it("permit what they name and nothing else", async () => {
    const { id } = await makePerson();
    const { token } = await makeToken(id, ["read:accounts", "write:mutes"]);
    const other = await makePerson();
    const get = async (path: string) => (await call("GET", path, { token })).status;
    const post = async (path: string) => (await call("POST", path, { token })).status;
    expect(await get("/api/v1/accounts/verify_credentials")).toBe(200);
    expect(await get("/api/v1/notifications")).toBe(403);
    expect(await get("/api/v1/blocks")).toBe(403);
    expect(await post(`/api/v1/accounts/${other.id}/mute`)).toBe(200);
    expect(await post(`/api/v1/accounts/${other.id}/block`)).toBe(403);
    const profile = await makeToken(id, ["profile"]);
    expect(await call("GET", "/api/v1/accounts/verify_credentials", profile)).toMatchObject({ status: 200 });
    expect(await call("GET", "/api/v1/preferences", profile)).toMatchObject({ status: 403 });
  });

  it("are listed for clients that ask", async () => {
    expect(await call("GET", "/.well-known/oauth-authorization-server")).toMatchObject({
      status: 200,
      json: {
        code_challenge_methods_supported: ["S256"],
        authorization_endpoint: expect.stringMatching(/\/oauth\/authorize$/),
        scopes_supported: expect.arrayContaining(["read:statuses", "profile"]),
      },
    });
  });
});
