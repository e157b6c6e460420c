import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sealSession } from "@/lib/auth/cookie";
import { demoPerson, identityOfCookie, identityOfToken } from "@/lib/auth/reads";
import { digest } from "@/lib/auth/secrets";
import {
  checkApp,
  createApp,
  createToken,
  endSession,
  endSessions,
  endUnused,
  revokeToken,
  startSession,
} from "@/lib/auth/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { ask, count } from "@/testing/graph";
import { cookieOf as plainCookieOf, freshHandle, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const holding = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text)";
const app = { name: "Sparrow", website: null, redirectUris: ["https://app.example/cb"], scopes: ["read", "write"] };

/** The `Cookie` header that a browser would send for a new session of somebody. */
async function cookieOf(personId: string): Promise<string> {
  return `theme=dark; ${await plainCookieOf(personId)}; other=1`;
}

describe("apps", () => {
  it("are identified by id and secret together", async () => {
    const { id, clientId, clientSecret } = await createApp(app);
    expect(await checkApp(clientId, clientSecret)).toEqual({ id, scopes: app.scopes });
    expect(await checkApp(clientId, `${clientSecret}x`)).toBeNull();
    expect(await checkApp(clientId, "")).toBeNull();
    expect(await checkApp(freshHandle(), clientSecret)).toBeNull();
  });

  it("have secrets that are not stored in the graph", async () => {
    const { clientSecret } = await createApp(app);
    expect(await count(holding, { text: clientSecret })).toBe(0);
    expect(await count("(:App {secretHash: $hash})", { hash: digest(clientSecret) })).toBe(1);
  });
});

describe("access tokens", () => {
  it("are stored as hashes only", async () => {
    const { id } = await makePerson();
    const { token } = await makeToken(id);
    expect(await count(holding, { text: token })).toBe(0);
    expect(await count("(:Person {id: $id})-[:HOLDS]->(:Token {hash: $hash})", { id, hash: digest(token) })).toBe(1);
  });

  it("belong to a person with an app, or to an app alone", async () => {
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

  it("that were never issued identify nobody", async () => {
    expect(await identityOfToken(freshHandle())).toBeNull();
    expect(await identityOfToken("")).toBeNull();
  });

  it("end at once when their own app revokes them", async () => {
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
  it("identify the person who signed in, and nobody else", async () => {
    const [{ id, handle }, other] = await Promise.all([makePerson(), makePerson()]);
    expect(await identityOfCookie(await cookieOf(id))).toMatchObject({ by: "cookie", viewer: { id, handle } });
    const { sid } = await startSession(id, null);
    const mixed = (await sealSession({ sub: other.id, sid })).split(";")[0] ?? null;
    expect(await identityOfCookie(mixed)).toBeNull();
    expect(await identityOfCookie(await cookieOf("1000000000000000001"))).toBeNull();
  });

  it("can be ended one by one, and only by their owner", async () => {
    const [{ id }, stranger] = await Promise.all([makePerson(), makePerson()]);
    const claims = await startSession(id, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    const [cookie = ""] = (await sealSession(claims)).split(";");
    const other = await cookieOf(id);
    expect(await endSession(stranger.id, claims.sid)).toBe(false);
    expect(await identityOfCookie(cookie)).not.toBeNull();
    expect(await endSession(id, claims.sid)).toBe(true);
    expect(await identityOfCookie(cookie)).toBeNull();
    expect(await identityOfCookie(other)).not.toBeNull();
    expect(await endSession(id, claims.sid)).toBe(false);
  });

  it("end all but the one to keep", async () => {
    const { id } = await makePerson();
    const kept = await startSession(id, null);
    const [cookie = ""] = (await sealSession(kept)).split(";");
    const [other, { token }] = await Promise.all([cookieOf(id), makeToken(id)]);
    await endSessions(id, kept.sid);
    expect(await identityOfCookie(cookie)).toMatchObject({ credential: kept.sid });
    expect(await identityOfCookie(other)).toBeNull();
    expect(await identityOfToken(token)).toBeNull();
  });

  it.each([
    null,
    "",
    "next-auth.session-token",
    "next-auth.session-token=",
    "next-auth.session-token=junk",
    "next-auth.session-token=eyJhbGciOiJub25lIn0.e30.",
  ])("are not accepted from %j", async (cookie) => {
    expect(await identityOfCookie(cookie)).toBeNull();
  });

  it("are not accepted from a cookie with one changed character", async () => {
    const { id } = await makePerson();
    const cookie = await cookieOf(id);
    const at = cookie.indexOf("..") + 40;
    const forged = cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
    expect(await identityOfCookie(forged)).toBeNull();
  });

  it("end all together with all apps' access, and other people's stay", async () => {
    const [leaving, staying] = await Promise.all([makePerson(), makePerson()]);
    const before = await cookieOf(leaving.id);
    const tokens = await Promise.all([makeToken(leaving.id), makeToken(leaving.id), makeToken(staying.id)]);
    for (const { token } of tokens) expect(await identityOfToken(token)).not.toBeNull();
    await endSessions(leaving.id);
    const left = await Promise.all(tokens.map(({ token }) => identityOfToken(token)));
    expect(left.map((identity) => identity !== null)).toEqual([false, false, true]);
    expect(await identityOfCookie(before)).toBeNull();
    expect(await identityOfCookie(await cookieOf(leaving.id))).toMatchObject({ viewer: { id: leaving.id } });
    expect(await identityOfCookie(await cookieOf(staying.id))).not.toBeNull();
  });

  it("work for demo people too, who have no password", async () => {
    const { id, handle } = await makePerson();
    await ask("MATCH (:Person {id: $id})-[:HAS]->(c) DETACH DELETE c RETURN $id AS id", { id }, IdRow);
    expect(await demoPerson(handle)).toBe(id);
    expect(await identityOfCookie(await cookieOf(id))).toMatchObject({ viewer: { id } });
    expect(await demoPerson(freshHandle())).toBeNull();
  });
});

describe("an access token", () => {
  const ago = (days: number) => Date.now() - days * 24 * 3_600_000;
  const age = (token: string, days: number) =>
    ask(
      "MATCH (t:Token {hash: $hash}) SET t.lastAt = $at RETURN t.hash AS hash",
      { hash: digest(token), at: ago(days) },
      z.object({ hash: z.string() }),
    );

  it("expires when it is unused for a year", async () => {
    const { id } = await makePerson();
    const [used, unused] = [await makeToken(id), await makeToken(id)];
    await age(used.token, 364);
    await age(unused.token, 366);
    expect(await identityOfToken(used.token)).toMatchObject({ by: "token" });
    expect(await identityOfToken(unused.token)).toBeNull();
  });

  it("ends when it was not used since a time, as web sessions do, also where it was just read", async () => {
    const { id } = await makePerson();
    const [used, unused] = [await makeToken(id), await makeToken(id)];
    const [visited, left] = [await startSession(id, null), await startSession(id, null)];
    expect(await identityOfToken(unused.token)).toMatchObject({ by: "token" });
    await age(unused.token, 40);
    await ask("MATCH (s:Session {id: $sid}) SET s.lastAt = $at RETURN s.id AS id", { ...left, at: ago(40) }, IdRow);
    await endUnused({ apps: ago(30), browsers: ago(50) });
    expect(await identityOfToken(unused.token)).toBeNull();
    expect(await identityOfToken(used.token)).toMatchObject({ by: "token" });
    expect(await count("(:Person {id: $id})-[:SIGNED_IN]->()", { id })).toBe(2);
    await endUnused({ apps: ago(30), browsers: ago(30) });
    expect(await count("(:Session {id: $sid})", visited)).toBe(1);
    expect(await count("(:Person {id: $id})-[:SIGNED_IN|HOLDS]->()", { id })).toBe(2);
  });
});
