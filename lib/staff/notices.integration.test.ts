import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Right } from "@/lib/auth/rights";
import { driver } from "@/lib/neo4j";
import { Waiting } from "@/lib/staff/waiting";
import { takeMeasure } from "@/lib/strikes/writes";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { addressOf, confirmAddress, startMailServer, type MailServer } from "@/testing/mail-server";
import { makePeople, makePerson, makeToken, pagesOf } from "@/testing/people";
import { employ, makeStaff, TESTS } from "@/testing/staff";

let server: MailServer;
beforeAll(async () => {
  beginWith({ BARKER_RATE_LIMITS: "on" });
  server = await startMailServer();
  // An empty town would be open to the first person.
  await makePerson();
});
afterAll(async () => {
  server.close();
  await driver().close();
});

const subjects = (person: { handle: string }) => server.mailsTo(addressOf(person)).map(({ subject }) => subject);

/** A member of the staff with a confirmed address. */
async function member(rights: Right[] | "owner") {
  const staff = await makeStaff(rights);
  await confirmAddress(staff);
  return staff;
}

async function report(about: { id: string }) {
  const { token } = await makeToken((await makePerson()).id);
  const json = { account_id: about.id, comment: "Rude" };
  expect((await call("POST", "/api/v1/reports", { token, json })).status).toBe(200);
}

describe("a mail to the staff", () => {
  it("says that a report waits, to those who may read it, once an hour, and names nobody", async () => {
    const [reader, owner, clerk] = [await member(["reports"]), await member("owner"), await member(["log"])];
    const [stranger, unconfirmed] = [await makePerson(), await makeStaff(["reports"])];
    await report(stranger);
    const mail = await server.mailTo(addressOf(reader));
    await server.mailTo(addressOf(owner));
    expect(mail.subject).toMatch(/^A report waits in the town hall of /);
    expect(mail.text).toContain("/town-hall/reports");
    expect(`${mail.subject} ${mail.text}`).not.toContain(stranger.handle);
    await report(stranger);
    const later = await member(["reports"]);
    await report(stranger);
    // Who was told a moment ago is not told again, while somebody who was not is.
    await server.mailTo(addressOf(later));
    expect([reader, owner].map((one) => subjects(one).length)).toEqual([1, 1]);
    expect([clerk, unconfirmed].flatMap(subjects)).toEqual([]);
  });

  it("does not tell somebody that they were reported", async () => {
    const [reported, other] = [await member(["reports"]), await member(["reports"])];
    await report(reported);
    await server.mailTo(addressOf(other));
    expect(subjects(reported)).toEqual([]);
  });

  it("says that an appeal waits", async () => {
    const [reader, person] = [await member(["reports"]), await makePerson()];
    const strike = await takeMeasure(TESTS, person.id, { measure: "limit", text: "Why" });
    const answer = await call("POST", `/api/v1/barker/strikes/${strike}/appeal`, {
      ...(await pagesOf(person.id)),
      json: { text: "I was not" },
    });
    expect(answer.status).toBe(200);
    expect((await server.mailTo(addressOf(reader))).subject).toMatch(/^An appeal waits/);
  });

  it("says that a request to join waits, to those who let people in", async () => {
    const [doorkeeper, reader] = [await member(["signups"]), await member(["reports"])];
    changeEnv("BARKER_REGISTRATIONS", "request");
    const { token } = await makeToken(null);
    const json = { ...signUpForm(), reason: "I mend clocks at the mill." };
    expect((await call("POST", "/api/v1/accounts", { token, json })).status).toBe(200);
    changeEnv("BARKER_REGISTRATIONS", "open");
    expect((await server.mailTo(addressOf(doorkeeper))).subject).toMatch(/^A request to join waits/);
    expect(subjects(reader)).toEqual([]);
  });

  it("tells somebody that they may do something to run the town, and that they may not any more", async () => {
    const [owner, person] = [await makeStaff("owner"), await makePerson()];
    const give = async (rights: Right[]) =>
      call("POST", "/api/v1/barker/town_hall/staff", {
        ...(await pagesOf(owner.id)),
        json: { handle: person.handle, rights },
      });
    await give(["log"]);
    expect((await server.mailTo(addressOf(person))).text).toContain("/town-hall");
    await give([]);
    expect((await server.mailTo(addressOf(person), 2)).text).toContain("do not take part");
  });
});

describe("what waits in the town hall", () => {
  it("is counted for each member of the staff as far as their rights go, and for nobody else", async () => {
    const [reader, clerk, person] = await makePeople(3);
    if (!reader || !clerk || !person) throw new Error("nobody");
    await employ(reader, ["reports"]);
    await employ(clerk, ["log"]);
    const waiting = async ({ id }: { id: string }) => call("GET", "/api/v1/barker/waiting", await pagesOf(id));
    const before = Waiting.parse((await waiting(reader)).json);
    await report(person);
    expect((await waiting(reader)).json).toMatchObject({ reports: (before.reports ?? 0) + 1, applicants: 0 });
    expect((await waiting(clerk)).json).toEqual({ reports: 0, appeals: 0, held: 0, applicants: 0 });
    expect((await waiting(person)).status).toBe(403);
    expect((await call("GET", "/api/v1/barker/waiting")).status).toBe(401);
  });
});
