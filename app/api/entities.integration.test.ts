import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Application, CredentialApplication, Token } from "@/lib/auth/schema";
import { Status } from "@/lib/barks/schema";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { Account, CredentialAccount, Relationship } from "@/lib/people/schema";
import { call, signUpForm } from "@/testing/api";
import { ALWAYS } from "@/testing/mastodon";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ID = /^\d{19}$/;
const Id = z.object({ id: z.string() });

let person: TestPerson;
let friend: TestPerson;
let token: string;
let status: unknown;

beforeAll(async () => {
  [person, friend] = await Promise.all([makePerson(), makePerson()]);
  ({ token } = await makeToken(person.id));
  const text = `Hello @${friend.handle}, see https://a.example/b about #Oak`;
  status = (await call("POST", "/api/v1/statuses", { token, json: { status: text, language: "en" } })).json;
});
afterAll(() => driver().close());

const get = async (path: string, bearer = token) => (await call("GET", path, { token: bearer })).json;
const has = (fields: readonly string[]) =>
  expect.objectContaining(
    Object.fromEntries(fields.map((field) => [field, expect.toSatisfy((value: unknown) => value !== undefined)])),
  );

describe("a Status", () => {
  it("is the same wherever it is read, and has all fields that Mastodon requires", async () => {
    const { id } = Id.parse(status);
    expect(status).toEqual(has(ALWAYS.Status));
    expect(status).toMatchObject({
      account: has(ALWAYS.Account),
      mentions: [has(["id", "username", "url", "acct"])],
      tags: [has(["name", "url"])],
    });
    expect(Status.extend({ account: Account.strict() }).strict().safeParse(status).error).toBeUndefined();
    expect(await get(`/api/v1/statuses/${id}`)).toEqual(status);
    expect(await get(`/api/v1/statuses?id[]=${id}`)).toEqual([status]);
    expect(await get(`/api/v1/accounts/${person.id}/statuses`)).toEqual([status]);
    expect(await get("/api/v1/timelines/home")).toEqual([status]);
    expect(await get("/api/v1/timelines/public?limit=40")).toEqual(expect.arrayContaining([status]));
  });

  it("has ids as strings, times in UTC with milliseconds, and URLs of our own pages", () => {
    const read = Status.parse(status);
    expect([read.id, read.account.id]).toEqual([expect.stringMatching(ID), person.id]);
    expect([read.created_at, read.account.created_at]).toEqual([
      expect.stringMatching(TIME),
      expect.stringMatching(TIME),
    ]);
    const origin = new URL(read.url).origin;
    expect(read.url).toBe(`${origin}/@${person.handle}/${read.id}`);
    expect(read.account.url).toBe(`${origin}/@${person.handle}`);
    expect(read.mentions[0]?.url).toBe(`${origin}/@${friend.handle}`);
  });

  it("has its text as typed and as safe HTML", () => {
    const { text, content } = Status.parse(status);
    expect(text).toBe(`Hello @${friend.handle}, see https://a.example/b about #Oak`);
    expect(content).toContain(`@<span>${friend.handle}</span>`);
    expect(content).toContain('href="https://a.example/b"');
  });
});

describe("an Account", () => {
  it("is the same by id and by handle, and lists its barks", async () => {
    const account = await get(`/api/v1/accounts/${person.id}`);
    expect(account).toEqual(has(ALWAYS.Account));
    expect(Account.strict().safeParse(account).error).toBeUndefined();
    expect(account).toMatchObject({ id: person.id, acct: person.handle, statuses_count: 1 });
    expect(account).toMatchObject({ last_status_at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    for (const acct of [
      person.handle,
      person.handle.toUpperCase(),
      `@${person.handle}`,
      `${person.handle}@${new URL(env().BARKER_ORIGIN).host}`,
    ]) {
      expect(await get(`/api/v1/accounts/lookup?acct=${acct}`)).toEqual(account);
    }
  });

  it("of the viewer has its source and role", async () => {
    const own = await get("/api/v1/accounts/verify_credentials");
    expect(own).toEqual(has([...ALWAYS.Account, "source", "role"]));
    expect(own).toMatchObject({ source: has(ALWAYS.Source), role: has(ALWAYS.Role) });
    expect(CredentialAccount.strict().safeParse(own).error).toBeUndefined();
  });

  it("never contains an e-mail address", async () => {
    const form = signUpForm();
    const { token: appToken } = await makeToken(null);
    const made = Token.parse((await call("POST", "/api/v1/accounts", { token: appToken, json: form })).json);
    const answers = await Promise.all([
      call("GET", "/api/v1/accounts/verify_credentials", { token: made.access_token }),
      call("GET", `/api/v1/accounts/lookup?acct=${form.username}`),
      call("POST", "/api/v1/statuses", { token: made.access_token, json: { status: "Hello" } }),
    ]);
    for (const { status: code, text } of answers) {
      expect(code).toBe(200);
      expect(text).not.toContain("@town.example");
      expect(text).not.toMatch(/password|argon2|epoch/i);
    }
  });
});

describe("other entities", () => {
  it("have all required fields: Relationship", async () => {
    const followed = (await call("POST", `/api/v1/accounts/${friend.id}/follow`, { token })).json;
    expect(followed).toEqual(has(ALWAYS.Relationship));
    expect(Relationship.strict().safeParse(followed).error).toBeUndefined();
    expect(followed).toMatchObject({ id: friend.id, following: true, followed_by: false });
    expect(await get(`/api/v1/accounts/relationships?id[]=${friend.id}`)).toEqual([followed]);
  });

  it("have all required fields: apps and tokens", async () => {
    const form = {
      client_name: "Sparrow",
      redirect_uris: "https://app.example/cb",
      scopes: "read write",
      website: "https://app.example",
    };
    const app = CredentialApplication.strict().parse((await call("POST", "/api/v1/apps", { json: form })).json);
    expect(app).toEqual(has([...ALWAYS.Application, ...ALWAYS.CredentialApplication]));
    expect(app).toMatchObject({
      name: "Sparrow",
      scopes: ["read", "write"],
      redirect_uris: ["https://app.example/cb"],
    });
    const grant = {
      grant_type: "client_credentials",
      client_id: app.client_id,
      client_secret: app.client_secret,
      scope: "read",
    };
    const issued = Token.strict().parse((await call("POST", "/oauth/token", { json: grant })).json);
    expect(issued).toEqual(has(ALWAYS.Token));
    expect(Math.abs(issued.created_at * 1_000 - Date.now())).toBeLessThan(60_000);
    const shown = await get("/api/v1/apps/verify_credentials", issued.access_token);
    expect(shown).toEqual(has(ALWAYS.Application));
    expect(Application.strict().safeParse(shown).error).toBeUndefined();
  });

  it("have all required fields: the instance, in both versions", async () => {
    const [v2, v1] = await Promise.all([get("/api/v2/instance"), get("/api/v1/instance")]);
    expect(v2).toEqual(has(ALWAYS.Instance));
    expect(v1).toEqual(has(ALWAYS.InstanceV1));
    expect(v2).toMatchObject({ configuration: has(ALWAYS.Configuration) });
    expect(v2).toMatchObject({
      version: expect.stringMatching(/^4\.5\.0 \(compatible; Barker \d/),
      api_versions: { mastodon: expect.any(Number) },
      configuration: { statuses: { max_characters: 240, characters_reserved_per_url: 23 } },
    });
    // Clients declare these as always there.
    expect(v2).toMatchObject({
      contact: { account: has(ALWAYS.Account) },
      usage: { users: { active_month: expect.any(Number) } },
    });
    expect(v1).toMatchObject({ contact_account: has(ALWAYS.Account) });
    expect(v2).toMatchObject({ configuration: { accounts: { max_pinned_statuses: 5 } } });
    expect(v1).toMatchObject({ stats: { user_count: expect.any(Number), status_count: expect.any(Number) } });
  });

  it("are empty for features that Barker does not have: preferences, emoji, filters", async () => {
    expect(await get("/api/v1/preferences")).toEqual(has(ALWAYS.Preferences));
    for (const path of ["/api/v1/custom_emojis", "/api/v1/filters", "/api/v2/filters"])
      expect(await get(path)).toEqual([]);
  });
});
