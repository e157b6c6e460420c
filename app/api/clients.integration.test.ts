import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";
import { until } from "@/testing/until";

afterAll(() => driver().close());

let person: TestPerson;
let token: string;
beforeAll(async () => {
  person = await makePerson();
  ({ token } = await makeToken(person.id));
});

const Id = z.object({ id: z.string() });
const Ids = z.array(Id).transform((all) => all.map(({ id }) => id));
const host = () => new URL(env().BARKER_ORIGIN).host;

describe("a client that asks what kind of server this is", () => {
  const Links = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) });

  it("finds NodeInfo in both versions, readable from other sites, with the program whose API this is", async () => {
    const found = await call("GET", "/.well-known/nodeinfo");
    const { links } = Links.parse(found.json);
    expect(links.map(({ rel }) => rel.split("/").at(-1))).toEqual(["2.0", "2.1"]);
    for (const { href } of links) {
      const { status, json, headers } = await call("GET", new URL(href).pathname);
      expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
      expect(json).toMatchObject({
        version: href.split("/").at(-1),
        software: { name: "barker", version: expect.stringMatching(/^\d/) },
        openRegistrations: true,
        usage: { users: { total: expect.any(Number) }, localPosts: expect.any(Number) },
        metadata: { upstream: { name: "mastodon" } },
      });
    }
    expect(found.headers.get("access-control-allow-origin")).toBe("*");
    expect((await call("GET", "/nodeinfo/3.0")).status).toBe(404);
  });

  it("counts somebody who used an app in the last month among the active people", async () => {
    const Usage = z.object({ usage: z.object({ users: z.object({ activeMonth: z.number() }) }) });
    await call("GET", "/api/v1/accounts/verify_credentials", { token });
    const { usage } = Usage.parse((await call("GET", "/nodeinfo/2.0")).json);
    expect(usage.users.activeMonth).toBeGreaterThan(0);
  });

  it.each(["acct:%@host", "%@host", "http://host/@%"])("finds a person by WebFinger as %s", async (form) => {
    const resource = form.replace("host", host()).replace("%", person.handle.toUpperCase());
    const { status, headers, json } = await call(
      "GET",
      `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
    );
    expect([status, headers.get("content-type")]).toEqual([200, "application/jrd+json; charset=utf-8"]);
    expect(json).toMatchObject({
      subject: `acct:${person.handle}@${host()}`,
      links: expect.arrayContaining([expect.objectContaining({ href: `${env().BARKER_ORIGIN}/@${person.handle}` })]),
    });
  });

  it("finds nobody of another server, and nobody who does not exist", async () => {
    for (const resource of [`acct:${person.handle}@elsewhere.example`, `acct:nobody_at_all@${host()}`, "junk"])
      expect((await call("GET", `/.well-known/webfinger?resource=${resource}`)).status).toBe(404);
  });

  it("is led to WebFinger, to the page for passwords, and to a contact for security problems", async () => {
    expect((await call("GET", "/.well-known/host-meta")).text).toContain("/.well-known/webfinger?resource={uri}");
    const password = await call("GET", "/.well-known/change-password");
    expect([password.status, password.headers.get("location")]).toEqual([
      302,
      `${env().BARKER_ORIGIN}/settings/password`,
    ]);
    const { text } = await call("GET", "/.well-known/security.txt");
    expect(text).toMatch(/^Contact: \S+$/m);
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });
});

describe("a crawler", () => {
  it("reads which pages it may visit, and finds people who have barked and want to be found", async () => {
    const [shown, hidden] = await makePeople(2);
    if (!shown || !hidden) throw new Error("nobody");
    for (const one of [shown, hidden]) {
      const own = await makeToken(one.id);
      await call("POST", "/api/v1/statuses", { token: own.token, json: { status: "Hello" } });
      const json = { discoverable: one === shown };
      await call("PATCH", "/api/v1/accounts/update_credentials", { token: own.token, json });
    }
    const robots = (await call("GET", "/robots.txt")).text;
    expect(robots).toMatch(/^Disallow: \/api\/$/m);
    expect(robots).toContain(`Sitemap: ${env().BARKER_ORIGIN}/sitemap.xml`);
    const { text, headers } = await call("GET", "/sitemap.xml");
    expect(headers.get("content-type")).toContain("xml");
    expect(text).toContain(`<loc>${env().BARKER_ORIGIN}/@${shown.handle}</loc>`);
    expect(text).not.toContain(hidden.handle);
  });
});

describe("a client of Mastodon's newer endpoints", () => {
  it("reads several accounts at once, in the order in which they were asked for", async () => {
    const [one, other] = await makePeople(2);
    const query = `id[]=${other?.id}&id[]=1000000000000000001&id[]=${one?.id}`;
    expect(Ids.parse((await call("GET", `/api/v1/accounts?${query}`)).json)).toEqual([other?.id, one?.id]);
  });

  it("reads the directory by newest bark and by newest person, in pages", async () => {
    const [first, second] = [await makePerson(), await makePerson()];
    for (const { id } of [second, first])
      await call("POST", "/api/v1/statuses", { token: (await makeToken(id)).token, json: { status: "Here" } });
    const read = async (query: string) => Ids.parse((await call("GET", `/api/v1/directory?${query}`)).json);
    const both = (ids: string[]) => ids.filter((id) => [first.id, second.id].includes(id));
    expect(both(await read("order=active&limit=80"))).toEqual([first.id, second.id]);
    expect(both(await read("order=new&limit=80"))).toEqual([second.id, first.id]);
    const all = await read("order=new&limit=80");
    expect(await read("order=new&limit=1&offset=1")).toEqual(all.slice(1, 2));
  });

  it("reads who has signed in as OpenID Connect describes people", async () => {
    const { json } = await call("GET", "/oauth/userinfo", { token });
    expect(json).toMatchObject({ preferred_username: person.handle, sub: expect.stringContaining(person.handle) });
    expect((await call("GET", "/oauth/userinfo")).status).toBe(401);
  });

  it("reads and changes one's own profile as it was written", async () => {
    const own = await makePerson();
    const bearer = { token: (await makeToken(own.id)).token };
    const changed = await call("PATCH", "/api/v1/profile", {
      ...bearer,
      json: { note: "I like #oaks", display_name: "Oak" },
    });
    expect(changed.json).toMatchObject({ id: own.id, display_name: "Oak", note: "I like #oaks", featured_tags: [] });
    expect((await call("GET", "/api/v1/profile", bearer)).json).toEqual(changed.json);
  });

  it("reads what the server says about itself", async () => {
    const read = async (name: string) => call("GET", `/api/v1/instance/${name}`);
    expect((await read("extended_description")).json).toMatchObject({ content: expect.stringContaining("<p>") });
    expect((await read("privacy_policy")).json).toMatchObject({ content: expect.stringContaining("cookie") });
    expect((await read("translation_languages")).json).toEqual({});
    expect(await read("terms_of_service")).toMatchObject({ status: 404 });
    const weeks = z.array(z.object({ week: z.string(), statuses: z.string() })).parse((await read("activity")).json);
    expect(weeks).toHaveLength(12);
    expect(new Date(Number(weeks[0]?.week) * 1_000).getUTCDay()).toBe(1);
    expect(Number(weeks[0]?.statuses)).toBeGreaterThan(0);
  });

  it("reads that there are no annual reports and collections", async () => {
    const read = async (path: string) => (await call("GET", path, { token })).json;
    expect(await read("/api/v1/annual_reports")).toEqual({ annual_reports: [], accounts: [], statuses: [] });
    expect(await read("/api/v1/annual_reports/2026/state")).toEqual({ state: "ineligible" });
    for (const list of ["collections", "in_collections"])
      expect(await read(`/api/v1/accounts/${person.id}/${list}`)).toEqual({ collections: [] });
  });

  it("may send the fields of a POST in its query, where those of the body take precedence", async () => {
    const asked = "/api/v1/statuses?status=From%20the%20query&spoiler_text=Note";
    const Text = z.object({ text: z.string(), spoiler_text: z.string() });
    expect(Text.parse((await call("POST", asked, { token })).json)).toEqual({
      text: "From the query",
      spoiler_text: "Note",
    });
    const both = await call("POST", asked, { token, json: { status: "From the body" } });
    expect(Text.parse(both.json)).toEqual({ text: "From the body", spoiler_text: "Note" });
  });
});

describe("the newest notification of a group", () => {
  it("is named by a number that can be sent back as a bound and as a marker", async () => {
    const friend = await makePerson();
    const other = await makeToken(friend.id);
    const { id } = Id.parse((await call("POST", "/api/v1/statuses", { token, json: { status: "Like me" } })).json);
    await call("POST", `/api/v1/statuses/${id}/favourite`, { token: other.token });
    const Groups = z.object({
      notification_groups: z.array(
        z.object({ most_recent_notification_id: z.number().int(), page_max_id: z.string() }),
      ),
    });
    const read = async (query = "") =>
      Groups.parse((await call("GET", `/api/v2/notifications?limit=5${query}`, { token })).json).notification_groups;
    const [group] = await until(async () => ((await read()).length > 0 ? read() : null));
    const number = group?.most_recent_notification_id ?? 0;
    expect(Number.isSafeInteger(number)).toBe(true);
    expect(await read(`&min_id=${number}`)).toEqual([]);
    expect(await read(`&max_id=${number}`)).toEqual([]);
    expect(await read(`&max_id=${number + 1}`)).toEqual([group]);
    await call("POST", "/api/v1/markers", { token, json: { notifications: { last_read_id: number } } });
    const unread = await call("GET", "/api/v2/notifications/unread_count", { token });
    expect(unread.json).toEqual({ count: 0 });
  });
});
