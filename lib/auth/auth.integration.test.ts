import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sealSession } from "@/lib/auth/cookie";
import { demoSession, identityOfCookie, identityOfToken } from "@/lib/auth/reads";
import { digest } from "@/lib/auth/secrets";
import { checkApp, createApp, createToken, endSessions, revokeToken } from "@/lib/auth/writes";
import { driver } from "@/lib/neo4j";
import { ask, count } from "@/lib/testing/graph";
import { freshHandle, makePerson, makeToken } from "@/lib/testing/people";

afterAll(() => driver().close());

const holding = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text)";
const app = { name: "Sparrow", website: null, redirectUris: ["https://app.example/cb"], scopes: ["read", "write"] };

/** The `Cookie` header of somebody's session as a browser sends it. */
async function cookieOf(sub: string, epoch = 0): Promise<string> {
  return `theme=dark; ${(await sealSession({ sub, epoch })).split(";")[0]}; other=1`;
}

describe("apps", () => {
  it("are known by their id and secret, and nothing else", async () => {
    const { id, clientId, clientSecret } = await createApp(app);
    expect(await checkApp(clientId, clientSecret)).toEqual({ id, scopes: app.scopes });
    expect(await checkApp(clientId, `${clientSecret}x`)).toBeNull();
    expect(await checkApp(clientId, "")).toBeNull();
    expect(await checkApp(freshHandle(), clientSecret)).toBeNull();
  });

  it("have secrets that the graph does not hold", async () => {
    const { clientSecret } = await createApp(app);
    expect(await count(holding, { text: clientSecret })).toBe(0);
    expect(await count("(:App {secretHash: $hash})", { hash: digest(clientSecret) })).toBe(1);
  });
});

describe("access tokens", () => {
  it("are kept as hashes only", async () => {
    const { id } = await makePerson();
    const { token } = await makeToken(id);
    expect(await count(holding, { text: token })).toBe(0);
    expect(await count("(:Person {id: $id})-[:HOLDS]->(:Token {hash: $hash})", { id, hash: digest(token) })).toBe(1);
  });

  it("stand for a person with an app, or for an app alone", async () => {
    const { id, handle } = await makePerson();
    const own = await createApp(app);
    const personal = await createToken(own.id, ["read"], id);
    expect(await identityOfToken(personal.access_token)).toMatchObject({
      by: "token",
      viewer: { id, handle },
      scopes: ["read"],
      app: { id: own.id, name: "Sparrow" },
    });
    const bare = await createToken(own.id, ["read", "write"], null);
    expect(await identityOfToken(bare.access_token)).toMatchObject({
      by: "app",
      scopes: ["read", "write"],
      app: { redirectUris: app.redirectUris },
    });
    expect(bare).toMatchObject({ token_type: "Bearer", scope: "read write" });
  });

  it("that nobody issued stand for nobody", async () => {
    expect(await identityOfToken(freshHandle())).toBeNull();
    expect(await identityOfToken("")).toBeNull();
  });

  it("end at once when their app revokes them, and only then", async () => {
    const { id } = await makePerson();
    const { token, clientId } = await makeToken(id);
    const stranger = await createApp(app);
    expect(await identityOfToken(token)).not.toBeNull();
    await revokeToken(stranger.clientId, token);
    expect(await identityOfToken(token)).not.toBeNull();
    await revokeToken(clientId, token);
    await revokeToken(clientId, token);
    expect(await identityOfToken(token)).toBeNull();
    expect(await count("(:Token {hash: $hash})", { hash: digest(token) })).toBe(0);
  });
});

describe("sessions", () => {
  it("stand for the person in whose epoch they were issued", async () => {
    const { id, handle } = await makePerson();
    expect(await identityOfCookie(await cookieOf(id))).toMatchObject({ by: "cookie", viewer: { id, handle } });
    expect(await identityOfCookie(await cookieOf(id, 1))).toBeNull();
    expect(await identityOfCookie(await cookieOf("1000000000000000001"))).toBeNull();
  });

  it.each([
    null,
    "",
    "next-auth.session-token",
    "next-auth.session-token=",
    "next-auth.session-token=junk",
    "next-auth.session-token=eyJhbGciOiJub25lIn0.e30.",
  ])("do not come from %j", async (cookie) => {
    expect(await identityOfCookie(cookie)).toBeNull();
  });

  it("do not come from a cookie with one character changed", async () => {
    const { id } = await makePerson();
    const cookie = await cookieOf(id);
    const at = cookie.indexOf("..") + 40;
    const forged = cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
    expect(await identityOfCookie(forged)).toBeNull();
  });

  it("end all together, with all apps' access, and leave other people's alone", async () => {
    const [leaving, staying] = await Promise.all([makePerson(), makePerson()]);
    const before = await cookieOf(leaving.id);
    const tokens = await Promise.all([makeToken(leaving.id), makeToken(leaving.id), makeToken(staying.id)]);
    for (const { token } of tokens) expect(await identityOfToken(token)).not.toBeNull();
    await endSessions(leaving.id);
    const left = await Promise.all(tokens.map(({ token }) => identityOfToken(token)));
    expect(left.map((identity) => identity !== null)).toEqual([false, false, true]);
    expect(await identityOfCookie(before)).toBeNull();
    expect(await identityOfCookie(await cookieOf(leaving.id, 1))).toMatchObject({ viewer: { id: leaving.id } });
    expect(await identityOfCookie(await cookieOf(staying.id))).not.toBeNull();
  });

  it("are had by demo people too, who have no credential", async () => {
    const { id, handle } = await makePerson();
    await ask(
      "MATCH (:Person {id: $id})-[:HAS]->(c) DETACH DELETE c RETURN $id AS id",
      { id },
      z.object({ id: z.string() }),
    );
    expect(await demoSession(handle)).toEqual({ sub: id, epoch: 0 });
    await endSessions(id);
    expect(await demoSession(handle)).toEqual({ sub: id, epoch: 1 });
    expect(await demoSession(freshHandle())).toBeNull();
  });
});
