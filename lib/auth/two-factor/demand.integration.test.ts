import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startSession } from "@/lib/auth/writes";
import { sealSession } from "@/lib/auth/cookie";
import { CredentialApplication } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { forgetSettings } from "@/lib/settings/reads";
import { StaffMember } from "@/lib/staff/schema";
import { makeAuthenticator } from "@/testing/authenticator";
import { call } from "@/testing/api";
import { beginWith } from "@/testing/change-env";
import { ask } from "@/testing/graph";
import { makeToken } from "@/testing/people";
import { employ } from "@/testing/staff";
import { digitsAt, PASSWORD, protectedPerson, sessionOf, withPassword } from "@/testing/two-factor";

// Outside the demo it is demanded by default.
beforeAll(() => beginWith({ BARKER_DEMO: "off", BARKER_SMTP_URL: "" }));
afterAll(() => driver().close());

const Challenge = z.object({ challenge: z.string() });
const ADMIN_SCOPES = ["read", "admin:read", "admin:write"];

/** A session that was opened with two factors. */
async function strongSession(personId: string) {
  const [cookie = ""] = (await sealSession(await startSession(personId, null, true))).split(";");
  return sessionOf(personId, cookie);
}

describe("people who run a town", () => {
  it("may use their rights only in sessions with two factors, and learn why not in others", async () => {
    const person = await withPassword();
    await employ(person, ["log", "reports"]);
    const [own, other] = [await sessionOf(person.id), await sessionOf(person.id)];
    expect(await own.ask("GET", "town_hall/log")).toMatchObject({
      status: 403,
      json: { code: "two_factor", error: expect.stringContaining("Turn on two-factor sign-in first") },
    });
    expect(await own.ask("GET", "town_hall/staff")).toMatchObject({ status: 403, json: { code: "forbidden" } });
    expect((await call("GET", "/api/v1/accounts/verify_credentials", { headers: own.headers })).status).toBe(200);
    await own.confirm(PASSWORD);
    const { secret } = z.object({ secret: z.string() }).parse((await own.begin()).json);
    expect((await own.finish(digitsAt(secret, Date.now()))).status).toBe(200);
    expect((await own.ask("GET", "town_hall/log")).status).toBe(200);
    // Somebody else may have begun this one, with the password alone.
    expect(await other.ask("GET", "town_hall/log")).toMatchObject({ status: 403, json: { code: "two_factor" } });
    expect((await (await strongSession(person.id)).ask("GET", "town_hall/log")).status).toBe(200);
  });

  it("may sign in with a passkey, but not with the password beside it", async () => {
    const person = await withPassword();
    await employ(person, ["log"]);
    const [own, key, origin] = [await sessionOf(person.id), makeAuthenticator(), env().BARKER_ORIGIN];
    await own.confirm(PASSWORD);
    const { challenge } = Challenge.parse((await own.ask("POST", "passkeys/options")).json);
    expect((await own.ask("POST", "passkeys", { credential: key.create({ challenge, origin }) })).status).toBe(200);
    expect((await own.ask("GET", "town_hall/log")).status).toBe(403);
    const asked = Challenge.parse((await own.ask("POST", "passkeys/sign-in/options")).json);
    const answer = await own.ask("POST", "passkeys/sign-in", { credential: key.get({ ...asked, origin }) });
    const strong = await sessionOf(person.id, String(answer.headers.getSetCookie()[0]?.split(";")[0]));
    expect((await strong.ask("GET", "town_hall/log")).status).toBe(200);
    expect((await (await sessionOf(person.id)).ask("GET", "town_hall/log")).status).toBe(403);
  });

  it("cannot let their apps act as staff before they have a second factor", async () => {
    const person = await withPassword();
    await employ(person, ["reports"]);
    const { token } = await makeToken(person.id, ADMIN_SCOPES);
    const reports = () => call("GET", "/api/v1/admin/reports", { token });
    expect(await reports()).toMatchObject({ status: 403, json: { code: "two_factor" } });
    const own = await sessionOf(person.id);
    await own.confirm(PASSWORD);
    const { secret } = z.object({ secret: z.string() }).parse((await own.begin()).json);
    await own.finish(digitsAt(secret, Date.now()));
    expect((await reports()).status).toBe(200);
    const { token: owned } = await makeToken((await withPassword()).id, ADMIN_SCOPES);
    expect(await call("GET", "/api/v1/admin/reports", { token: owned })).toMatchObject({
      status: 403,
      json: { code: "forbidden" },
    });
  });

  it("cannot turn it off while it is demanded", async () => {
    const { person, own, codes } = await protectedPerson();
    await employ(person, ["log"]);
    expect(await own.off(codes[0] ?? "")).toMatchObject({
      status: 403,
      json: { error: "People who run this town need two-factor sign-in." },
    });
    await employ(person, []);
    expect((await own.off(codes[0] ?? "")).status).toBe(200);
  });
});

describe("an app that wants to act as staff", () => {
  const redirect_uri = "urn:ietf:wg:oauth:2.0:oob";

  async function requestOf(scope: string) {
    const json = { client_name: "T", redirect_uris: redirect_uri, scopes: scope };
    const { client_id } = CredentialApplication.parse((await call("POST", "/api/v1/apps", { json })).json);
    return { response_type: "code", client_id, redirect_uri, scope, granted: true };
  }

  it("is let in with a second factor, and to change something only by somebody who confirms", async () => {
    const { person, own } = await protectedPerson();
    await employ(person, ["reports"]);
    const [weak, strong] = [await sessionOf(person.id), await strongSession(person.id)];
    const [reading, writing] = [await requestOf("read admin:read"), await requestOf("read admin:write:reports")];
    for (const asked of [reading, writing])
      expect(await weak.ask("POST", "authorizations", asked)).toMatchObject({
        status: 403,
        json: { code: "two_factor" },
      });
    expect((await weak.ask("POST", "authorizations", { ...writing, granted: false })).status).toBe(200);
    expect((await strong.ask("POST", "authorizations", reading)).status).toBe(200);
    expect(await strong.ask("POST", "authorizations", writing)).toMatchObject({
      status: 403,
      json: { code: "unconfirmed" },
    });
    expect((await own.ask("POST", "authorizations", writing)).status).toBe(200);
  });
});

describe("granting rights", () => {
  it("needs a confirmation in this session", async () => {
    const [{ person, own }, other] = [await protectedPerson(), await withPassword()];
    await employ(person, "owner");
    const stolen = await strongSession(person.id);
    const json = { handle: other.handle, rights: ["log"] };
    expect(await stolen.ask("POST", "town_hall/staff", json)).toMatchObject({
      status: 403,
      json: { code: "unconfirmed", ways: { password: true, passkey: false } },
    });
    const { json: listed } = await own.ask("POST", "town_hall/staff", json);
    const memberOf = (id: string) =>
      z
        .array(StaffMember)
        .parse(listed)
        .find(({ account }) => account.id === id);
    expect(memberOf(other.id)).toMatchObject({ rights: ["log"], two_factor: false });
    expect(memberOf(person.id)).toMatchObject({ is_owner: true, two_factor: true });
    expect((await stolen.ask("POST", "town_hall/staff", { handle: other.handle })).status).toBe(403);
  });
});

describe("the demand", () => {
  it("is changed by owners, who confirm it, and is in force at once", async () => {
    const [{ person, own }, clerk] = [await protectedPerson(), await protectedPerson()];
    await employ(person, "owner");
    await employ(clerk.person, ["settings"]);
    const change = { staff_two_factor: false };
    expect(await clerk.own.ask("PATCH", "town_hall/settings", change)).toMatchObject({
      status: 403,
      json: { error: "Only an owner can change this." },
    });
    const stolen = await strongSession(person.id);
    expect(await stolen.ask("PATCH", "town_hall/settings", change)).toMatchObject({ json: { code: "unconfirmed" } });
    const weak = await sessionOf(person.id);
    expect((await weak.ask("GET", "town_hall/log")).status).toBe(403);
    expect(await own.ask("PATCH", "town_hall/settings", change)).toMatchObject({ json: change });
    try {
      expect((await weak.ask("GET", "town_hall/log")).status).toBe(200);
    } finally {
      await forgetChoice();
    }
    expect((await weak.ask("GET", "town_hall/log")).status).toBe(403);
  });
});

/** Lets the environment decide again, as it does for other test files. */
async function forgetChoice(): Promise<void> {
  const Document = z.object({ document: z.string() });
  const [row] = await ask("MATCH (s:TownSettings) RETURN s.document AS document", {}, Document);
  const { staff_two_factor: _, ...others } = z.record(z.string(), z.unknown()).parse(JSON.parse(row?.document ?? "{}"));
  const set = `MATCH (s:TownSettings) SET s.document = $after, s.version = s.version + 1 RETURN s.document AS document`;
  await ask(set, { after: JSON.stringify(others) }, Document);
  await forgetSettings();
}
