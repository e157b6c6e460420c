import { afterAll, describe, expect, it } from "vitest";
import { AdminEmailDomainBlock } from "@/lib/admin/schema";
import { driver } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { townSettings } from "@/lib/settings/reads";
import { changeSettings } from "@/lib/settings/writes";
import { staffLog } from "@/lib/staff/reads";
import { DAY_MS } from "@/lib/time";
import { call, signUpForm } from "@/testing/api";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { employ, makeStaff, TESTS } from "@/testing/staff";
import { freshDomain } from "@/testing/town-domains";
import { z } from "zod";

const BASE = "/api/v1/admin/email_domain_blocks";
/** The list of the town is shared by all tests, so that each takes out what it blocked. */
const blocked: string[] = [];

afterAll(async () => {
  await changeSettings(TESTS, ({ blocked_domains: all }) => ({
    blocked_domains: all.filter((domain) => !blocked.includes(domain)),
  }));
  tcpRedis().disconnect();
  await driver().close();
});

function newDomain(): string {
  const domain = freshDomain();
  blocked.push(domain);
  return domain;
}

const block = async (token: string, domain = newDomain()) =>
  AdminEmailDomainBlock.parse((await call("POST", BASE, { token, json: { domain } })).json);
const read = async (token: string, id: string) =>
  AdminEmailDomainBlock.parse((await call("GET", `${BASE}/${id}`, { token })).json);

/** Tries to join with an address of a domain. @returns the answer */
async function join(domain: string) {
  const { token } = await makeToken(null);
  const form = signUpForm();
  return call("POST", "/api/v1/accounts", { token, json: { ...form, email: `${form.username}@${domain}` } });
}

const tries = ({ history }: AdminEmailDomainBlock) => history.map(({ uses }) => Number(uses));
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

describe("a blocked e-mail domain", () => {
  it("keeps people from joining with it and its subdomains, until it is taken again, and the log says who did both", async () => {
    const mayor = await makeStaff(["settings"]);
    const domain = newDomain();
    const { id, created_at: at } = await block(mayor.token, domain.toUpperCase());
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(await read(mayor.token, id)).toMatchObject({ id, domain, created_at: at });
    for (const refused of [domain, `post.${domain}`])
      expect(await join(refused)).toMatchObject({
        status: 422,
        json: { details: { email: [{ error: "ERR_BLOCKED" }] } },
      });
    expect((await join(`not${domain}`)).status).toBe(200);
    expect(await call("DELETE", `${BASE}/${id}`, { token: mayor.token })).toMatchObject({ status: 200, json: {} });
    expect((await join(domain)).status).toBe(200);
    for (const method of ["GET", "DELETE"])
      expect((await call(method, `${BASE}/${id}`, { token: mayor.token })).status).toBe(404);
    const log = (await staffLog({ limit: 40 })).filter(({ by }) => by === mayor.handle);
    expect(log).toMatchObject([
      { act: "settings", note: `blocked domains: − “${domain}”` },
      { act: "settings", note: `blocked domains: + “${domain}”` },
    ]);
  });

  it("counts the sign-ups that it refused, and nothing else is kept of them", async () => {
    const { token } = await makeStaff(["settings"]);
    const [domain, other] = [newDomain(), newDomain()];
    const [{ id }, { id: otherId }] = [await block(token, domain), await block(token, other)];
    for (const refused of [domain, `post.${domain}`, domain]) await join(refused);
    const { history } = await read(token, id);
    expect(history).toHaveLength(7);
    const days = history.map(({ day }) => Number(day));
    expect(days).toEqual(days.map((_, ago) => (days[0] ?? 0) - (ago * DAY_MS) / 1_000));
    expect(sum(tries(await read(token, id)))).toBe(3);
    expect(sum(tries(await read(token, otherId)))).toBe(0);
    const key = keys.refusals(Math.floor(Date.now() / DAY_MS));
    const kept = await tcpRedis().zrange(key, "0", "-1");
    expect(kept.filter((entry) => entry.includes(domain))).toEqual([domain]);
    expect(await tcpRedis().ttl(key)).toBeGreaterThan(0);
  });

  it("is blocked once: a second time is refused with a sentence", async () => {
    const { token } = await makeStaff(["settings"]);
    const { domain } = await block(token);
    expect(await call("POST", BASE, { token, json: { domain: `@${domain}` } })).toMatchObject({
      status: 422,
      json: {
        error: "Validation failed: Domain has already been taken",
        details: { domain: [{ error: "ERR_TAKEN" }] },
      },
    });
    const all = (await townSettings()).blocked_domains;
    expect(all.filter((one) => one === domain)).toEqual([domain]);
  });

  it("is refused with a sentence where there is no domain, or where it is to be let in by approval", async () => {
    const { token } = await makeStaff(["settings"]);
    for (const json of [{}, { domain: "" }, { domain: "nodot" }, { domain: "a b.example" }, { domain: ["x.example"] }])
      expect(await call("POST", BASE, { token, json })).toMatchObject({
        status: 422,
        json: { error: expect.stringContaining("Validation failed: domain ") },
      });
    const domain = newDomain();
    expect(await call("POST", BASE, { token, json: { domain, allow_with_approval: true } })).toMatchObject({
      status: 422,
      json: { error: expect.stringContaining("allow_with_approval cannot be true") },
    });
    expect((await townSettings()).blocked_domains).not.toContain(domain);
    expect((await call("POST", BASE, { token, json: { domain, allow_with_approval: false } })).status).toBe(200);
  });

  it("is not lost when several are blocked at once", async () => {
    const { token } = await makeStaff(["settings"]);
    const domains = [newDomain(), newDomain(), newDomain()];
    await Promise.all(domains.map((domain) => block(token, domain)));
    expect((await townSettings()).blocked_domains).toEqual(expect.arrayContaining(domains));
  });

  it("has a time that neither other changes nor somebody who sends one can move, and that is not public", async () => {
    const mayor = await makeStaff(["settings"]);
    const pages = await pagesOf(mayor.id);
    const [one, two] = [newDomain(), newDomain()];
    const { id, created_at: at } = await block(mayor.token, one);
    const json = { blocked_domains_at: { [one]: "2001-01-01T00:00:00.000Z" } };
    expect((await call("PATCH", "/api/v1/barker/town_hall/settings", { ...pages, json })).status).toBe(200);
    // As the town hall does: the whole list.
    await changeSettings(TESTS, ({ blocked_domains: all }) => ({ blocked_domains: [...all, two] }));
    expect((await read(mayor.token, id)).created_at).toBe(at);
    const times = (await townSettings()).blocked_domains_at;
    expect(Date.parse(times[two] ?? "")).toBeGreaterThanOrEqual(Date.parse(at));
    for (const path of ["/api/v2/instance", "/api/v1/instance", "/nodeinfo/2.1"])
      expect((await call("GET", path)).text).not.toContain(one);
  });
});

describe("who may block e-mail domains", () => {
  it("are staff with the right, by apps with the scope", async () => {
    const [mayor, clerk, person] = [
      await makeStaff(["settings"]),
      await makeStaff(["signups", "people"]),
      await makePerson(),
    ];
    const { id } = await block(mayor.token);
    const token = async (of: { id: string }, scopes: string[]) => (await makeToken(of.id, scopes)).token;
    const asked = async (sent: object) =>
      Promise.all(
        [
          ["GET", BASE],
          ["GET", `${BASE}/${id}`],
          ["POST", BASE],
          ["DELETE", `${BASE}/1`],
        ].map(async ([method = "", path = ""]) => {
          const json = method === "POST" ? { json: { domain: "nodot" } } : {};
          return (await call(method, path, { ...sent, ...json })).status;
        }),
      );
    expect(await asked({})).toEqual([401, 401, 401, 401]);
    expect(await asked({ token: clerk.token })).toEqual([403, 403, 403, 403]);
    expect(await asked({ token: await token(person, ["read", "write"]) })).toEqual([403, 403, 403, 403]);
    expect(await asked({ token: await token(mayor, ["read", "write"]) })).toEqual([403, 403, 403, 403]);
    expect(await asked({ token: await token(mayor, ["admin:read:email_domain_blocks"]) })).toEqual([
      200, 200, 403, 403,
    ]);
    expect(await asked({ token: await token(mayor, ["admin:write:email_domain_blocks"]) })).toEqual([
      403, 403, 422, 404,
    ]);
    expect(await asked({ token: mayor.token })).toEqual([200, 200, 422, 404]);
    await employ(mayor, []);
    expect(await asked({ token: mayor.token })).toEqual([403, 403, 403, 403]);
  });

  it("read a list that has nothing else in it, and find nothing by what is no id", async () => {
    const { token } = await makeStaff("owner");
    const mine = await block(token);
    expect((await call("GET", `${BASE}/${mine.domain}`, { token })).status).toBe(404);
    // The bound is exclusive.
    const answer = await call("GET", `${BASE}?limit=1&min_id=${BigInt(mine.id) - 1n}`, { token });
    expect(z.array(AdminEmailDomainBlock.strict()).parse(answer.json)).toEqual([mine]);
  });
});
