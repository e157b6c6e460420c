import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ticketFor } from "@/lib/auth/closed";
import { hashPassword } from "@/lib/auth/secrets";
import { signIn } from "@/lib/auth/sign-in";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { Notification } from "@/lib/notifications/schema";
import { follow } from "@/lib/people/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import { report } from "@/lib/reports/reads";
import { fileReport } from "@/lib/reports/writes";
import { staffLog } from "@/lib/staff/reads";
import { warningsOf } from "@/lib/strikes/reads";
import { AccountWarning, ClosedAccount, type Measure } from "@/lib/strikes/schema";
import { takeMeasure } from "@/lib/strikes/writes";
import { deliver } from "@/sidecar/worker/deliver";
import { deliverAlertsOf, jobsOf } from "@/testing/alerts";
import { call } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { freshHandle, makePeople, makePerson, makeToken, pagesOf, type TestPerson } from "@/testing/people";
import { makeStaff, TESTS } from "@/testing/staff";
import { until } from "@/testing/until";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

async function bark(who: TestPerson, text: string): Promise<string> {
  const made = await createBark(who.id, { text, language: "en" });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}

const measuresAgainst = ({ id }: TestPerson) => `/api/v1/barker/town_hall/people/${id}/measures`;

/** Takes a measure as the town hall does. */
async function act(by: TestPerson, person: TestPerson, measure: Measure, more: object = {}) {
  return call("POST", measuresAgainst(person), { ...(await pagesOf(by.id)), json: { measure, text: "Why", ...more } });
}

describe("a measure", () => {
  it("is told to the person by an alert and in their list, without who took it or who reported", async () => {
    const [staff, reporter, person] = [await makeStaff(["reports"]), await makePerson(), await makePerson()];
    const barkId = await bark(person, "Something rude");
    const filed = await fileReport(reporter.id, {
      account_id: person.id,
      status_ids: [barkId],
      comment: "Look",
      rule_ids: [],
    });
    const taken = await act(staff, person, "warn", { report_id: filed.id, bark_ids: [barkId] });
    expect(taken.status, taken.text).toBe(200);
    await deliverAlertsOf(person);
    const { token } = await makeToken(person.id);
    const alerts = await call("GET", "/api/v1/notifications", { token });
    const [alert] = z.array(Notification).parse(alerts.json);
    expect(alert).toMatchObject({
      type: "moderation_warning",
      account: { id: person.id },
      moderation_warning: { action: "none", text: "Why", status_ids: [barkId], appeal: null },
    });
    const { text, json } = await call("GET", "/api/v1/barker/strikes", { token });
    expect(z.array(AccountWarning).parse(json)).toMatchObject([
      { barks: [{ id: barkId, text: "Something rude" }], lifted_at: null },
    ]);
    const grouped = await call("GET", "/api/v2/notifications", { token });
    for (const told of [text, alerts.text, grouped.text]) {
      expect(told).toContain("Why");
      for (const { id, handle } of [reporter, staff]) {
        expect(told).not.toContain(id);
        expect(told).not.toContain(handle);
      }
      expect(told).not.toContain(filed.id);
    }
    expect(await report(filed.id, null)).toMatchObject({ resolvedBy: staff.handle });
    expect(await staffLog({ limit: 5 }, person.id)).toMatchObject([
      { act: "resolve", by: staff.handle, subject: filed.id },
      { act: "warn", by: staff.handle, whom: person.handle, subject: filed.id, note: "Why" },
    ]);
  });

  it("deletes or covers only barks of the person", async () => {
    const [staff, person, other] = [await makeStaff("owner"), await makePerson(), await makePerson()];
    const [gone, covered, others] = [await bark(person, "One"), await bark(person, "Two"), await bark(other, "Three")];
    expect((await act(staff, person, "delete", { bark_ids: [others] })).status).toBe(422);
    await act(staff, person, "delete", { bark_ids: [gone, others] });
    for (const job of await jobsOf(person)) await deliver(job);
    const status = async (id: string) => (await call("GET", `/api/v1/statuses/${id}`)).status;
    expect([await status(gone), await status(others)]).toEqual([404, 200]);
    await act(staff, person, "cover", { bark_ids: [covered] });
    expect((await call("GET", `/api/v1/statuses/${covered}`)).json).toMatchObject({ sensitive: true });
  });

  it("is taken against no owner, by nobody against themselves, and by moderators against no staff", async () => {
    const [owner, clerk, other] = [await makeStaff("owner"), await makeStaff(["people"]), await makeStaff(["log"])];
    for (const [by, whom] of [
      [clerk, owner],
      [owner, owner],
      [clerk, clerk],
      [clerk, other],
      [other, clerk],
    ] as const)
      expect((await act(by, whom, "warn")).status).toBe(403);
    expect((await act(owner, other, "warn")).status).toBe(200);
    expect((await act(owner, { id: "1", handle: "" }, "warn")).status).toBe(404);
  });
});

describe("a limited person", () => {
  it("is gone from Town and search at once for all but followers, who alone get alerts, until it is lifted", async () => {
    const [staff, person, follower, stranger] = [
      await makeStaff(["people"]),
      await makePerson(),
      await makePerson(),
      await makePerson(),
    ];
    await follow(follower.id, person.id);
    const barkId = await bark(person, `Loud ${freshHandle()}`);
    const tokens = { follower: (await makeToken(follower.id)).token, stranger: (await makeToken(stranger.id)).token };
    const inTown = async (token?: string) =>
      (await call("GET", "/api/v1/timelines/public?limit=40", { token })).text.includes(`"${barkId}"`);
    const found = async (token: string) =>
      (await call("GET", `/api/v1/accounts/search?q=${person.handle}`, { token })).text.includes(`"${person.id}"`);
    const everywhere = async () => [
      await inTown(),
      await inTown(tokens.stranger),
      await inTown(tokens.follower),
      await found(tokens.stranger),
      await found(tokens.follower),
    ];
    expect(await everywhere()).toEqual([true, true, true, true, true]);
    expect((await act(staff, person, "limit")).status).toBe(200);
    expect(await everywhere()).toEqual([false, false, true, false, true]);
    expect((await call("GET", `/api/v1/accounts/${person.id}`)).json).toMatchObject({ limited: true });
    await bark(person, `@${stranger.handle} @${follower.handle} hello`);
    await deliverAlertsOf(person);
    const alerted = async (token: string) => (await call("GET", "/api/v1/notifications", { token })).text;
    expect(await alerted(tokens.stranger)).toBe("[]");
    expect(await alerted(tokens.follower)).toContain("mention");
    const { json: requests } = await call("GET", "/api/v1/notifications/requests", { token: tokens.stranger });
    expect(requests).toMatchObject([{ account: { id: person.id } }]);
    const lift = `/api/v1/barker/town_hall/people/${person.id}/lift`;
    await call("POST", lift, { ...(await pagesOf(staff.id)), json: { measure: "limit" } });
    expect(await everywhere()).toEqual([true, true, true, true, true]);
    expect(await warningsOf(person.id)).toMatchObject([{ action: "silence", lifted_at: expect.any(String) }]);
  });
});

describe("somebody whose account is closed", () => {
  const headers = new Headers({ "x-forwarded-for": "192.0.2.7" });

  it.each(["suspend", "disable"] as const)(
    "reads why and appeals when they sign in, and comes back when it is approved: %s",
    async (measure) => {
      const staff = await makeStaff("owner");
      const person = await makePerson(freshHandle(), await hashPassword("correct horse"));
      const { token } = await makeToken(person.id);
      const given = { login: person.handle, password: "correct horse", returns: false };
      expect(await signIn(given, headers)).toMatchObject({ id: person.id });
      expect((await act(staff, person, measure)).status).toBe(200);
      expect((await call("GET", "/api/v1/accounts/verify_credentials", { token })).status).toBe(401);
      const refusal = await signIn(given, headers).then(String, String);
      const ticket = /closed:(.+)$/.exec(refusal)?.[1] ?? "";
      expect(await signIn({ ...given, password: "wrong" }, headers)).toBeNull();
      const read = await call("POST", "/api/v1/barker/closed_account", { json: { ticket } });
      const [warning] = ClosedAccount.parse(read.json).warnings;
      expect(warning).toMatchObject({ text: "Why", appeal: null, appeal_until: expect.any(String) });
      const json = { ticket, strike_id: warning?.id, text: "It was a joke" };
      const appealed = await call("POST", "/api/v1/barker/closed_account/appeal", { json });
      expect(appealed.json).toMatchObject({ warnings: [{ appeal: { state: "pending", text: "It was a joke" } }] });
      expect((await call("POST", "/api/v1/barker/closed_account/appeal", { json })).status).toBe(422);
      const answer = { approve: true, text: "So it was" };
      const address = `/api/v1/barker/town_hall/appeals/${warning?.id}`;
      expect((await call("POST", address, { ...(await pagesOf(staff.id)), json: answer })).status).toBe(200);
      expect((await call("POST", address, { ...(await pagesOf(staff.id)), json: answer })).status).toBe(409);
      expect(await signIn(given, headers)).toMatchObject({ id: person.id });
      expect(await warningsOf(person.id)).toMatchObject([
        { lifted_at: expect.any(String), appeal: { state: "approved", answer: "So it was" } },
      ]);
    },
  );

  it("needs a ticket that is real, and reads nobody else's", async () => {
    const [one, other] = await makePeople(2);
    if (!one || !other) throw new Error("nobody");
    expect((await call("POST", "/api/v1/barker/closed_account", { json: { ticket: "forged" } })).status).toBe(401);
    const strikeId = await takeMeasure(TESTS, other.id, { measure: "warn", text: "" });
    await takeMeasure(TESTS, one.id, { measure: "disable", text: "" });
    const json = { ticket: await ticketFor(one.id), strike_id: strikeId, text: "Not mine" };
    expect((await call("POST", "/api/v1/barker/closed_account/appeal", { json })).status).toBe(404);
  });
});

describe("an appeal", () => {
  it("is made once, in time, and a rejected one leaves the measure in force", async () => {
    const [staff, person] = [await makeStaff(["reports"]), await makePerson()];
    const strikeId = await takeMeasure(TESTS, person.id, { measure: "limit", text: "" });
    const send = async (id: string) =>
      call("POST", `/api/v1/barker/strikes/${id}/appeal`, { ...(await pagesOf(person.id)), json: { text: "No" } });
    expect((await send(strikeId)).status).toBe(200);
    expect((await send(strikeId)).status).toBe(422);
    const address = `/api/v1/barker/town_hall/appeals/${strikeId}`;
    await call("POST", address, { ...(await pagesOf(staff.id)), json: { approve: false, text: "Yes" } });
    expect(await warningsOf(person.id)).toMatchObject([
      { lifted_at: null, appeal: { state: "rejected", answer: "Yes" }, appeal_until: null },
    ]);
    expect(await count("(p:Limited {id: $id})", { id: person.id })).toBe(1);
    const late = await takeMeasure(TESTS, person.id, { measure: "warn", text: "" });
    await ask("MATCH (s:Strike {id: $late}) SET s.at = s.at - 1728000001 RETURN s.id AS id", { late }, z.unknown());
    expect((await send(late)).status).toBe(422);
    expect((await send("1")).status).toBe(404);
  });
});

describe("a suspended person", () => {
  it("has no alert, and none of their barks is in Town within a second", async () => {
    const [staff, person] = [await makeStaff("owner"), await makePerson()];
    const barkId = await bark(person, "Here I was");
    await act(staff, person, "suspend");
    await until(async () => !(await call("GET", "/api/v1/timelines/public?limit=40")).text.includes(`"${barkId}"`));
    expect((await call("GET", `/api/v1/statuses/${barkId}`)).status).toBe(404);
  });
});
