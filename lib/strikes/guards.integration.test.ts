import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { requestDeletion } from "@/lib/account/leaving/writes";
import { hashPassword } from "@/lib/auth/secrets";
import { signIn } from "@/lib/auth/sign-in";
import { cancelDeletion } from "@/lib/auth/writes";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { openReports } from "@/lib/reports/reads";
import { fileReport } from "@/lib/reports/writes";
import { staffRow } from "@/lib/staff/reads";
import { setRole } from "@/lib/staff/writes";
import { managedPerson, warningsOf } from "@/lib/strikes/reads";
import { answerAppeal, appeal, liftMeasure, takeMeasure } from "@/lib/strikes/writes";
import { call } from "@/testing/api";
import { makePeople, makePerson, makeToken, pagesOf, type TestPerson } from "@/testing/people";
import { employ, makeStaff, TESTS } from "@/testing/staff";

afterAll(() => driver().close());

const PASSWORD = "a bench by the pond";
const Ids = z.array(z.object({ id: z.string() }));
const plain = { comment: "Rude", rule_ids: [], status_ids: [] };

const withPassword = async () => makePerson(undefined, await hashPassword(PASSWORD));

const leave = ({ id }: TestPerson) => requestDeletion({ personId: id, credential: "none", countedBy: id }, PASSWORD);
const enter = async ({ handle }: TestPerson) =>
  (await signIn({ login: handle, password: PASSWORD, returns: true }, new Headers()))?.id;

describe("a suspension", () => {
  it("also closes an account whose deletion is pending: it cannot be cancelled any more", async () => {
    const person = await withPassword();
    await leave(person);
    await takeMeasure(TESTS, person.id, { measure: "suspend", text: "Threats" });
    expect(await managedPerson(person.id)).toMatchObject({ suspended: true, leaving: true });
    await expect(enter(person)).rejects.toThrow("closed:");
    expect(await cancelDeletion(person.id)).toBe(false);
    await liftMeasure(TESTS, person.id, "suspend");
    expect(await enter(person)).toBe(person.id);
  });

  it("that is lifted where there is none leaves the handle of somebody who is leaving reserved", async () => {
    const person = await withPassword();
    await leave(person);
    await liftMeasure(TESTS, person.id, "suspend");
    const { token } = await makeToken(null);
    const form = { username: person.handle, email: `${person.handle}@else.example`, password: "correct horse" };
    const json = { ...form, agreement: true, locale: "en" };
    expect((await call("POST", "/api/v1/accounts", { token, json })).status).toBe(422);
    expect(await enter(person)).toBe(person.id);
  });
});

describe("the rights of staff", () => {
  it("end when somebody asks for the deletion of their account, also if they come back", async () => {
    const person = await withPassword();
    await employ(person, ["reports"]);
    await leave(person);
    expect(await enter(person)).toBe(person.id);
    expect(await staffRow(person.id)).toMatchObject({ owner: false, rights: [] });
  });

  it("are not given back by a change that was decided on before", async () => {
    const [one, other] = [await makeStaff("owner"), await makePerson()];
    const actor = { id: one.id, name: one.handle };
    const change = (rights: "reports" | "log") =>
      setRole(actor, { handle: other.handle, owner: false, rights: [rights] });
    const outcomes = await Promise.allSettled([change("reports"), change("log"), change("reports"), change("log")]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.length).toBeLessThan(outcomes.length);
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: "conflict" })));
  });
});

describe("a report about a member of the staff", () => {
  it("is neither shown to them nor changed by them, nor counted", async () => {
    const [staff, reporter] = [await makeStaff(["reports", "people"]), await makePerson()];
    const other = await makeStaff(["reports"]);
    const before = await openReports(staff.id);
    const { id } = await fileReport(reporter.id, { ...plain, account_id: staff.id });
    expect((await openReports(staff.id)).open).toBeLessThanOrEqual(before.open);
    const read = (path: string, { token }: { token: string }) => call("GET", `/api/v1/admin/reports${path}`, { token });
    expect((await read(`/${id}`, staff)).status).toBe(404);
    expect((await read(`/${id}`, other)).status).toBe(200);
    for (const query of ["", `?target_account_id=${staff.id}`, `?account_id=${reporter.id}`])
      expect(Ids.parse((await read(query, staff)).json).map((row) => row.id)).not.toContain(id);
    for (const deed of ["resolve", "assign_to_self", "reopen", "unassign"])
      expect((await call("POST", `/api/v1/admin/reports/${id}/${deed}`, { token: staff.token })).status).toBe(404);
    const notes = `/api/v1/barker/town_hall/reports/${id}/notes`;
    expect((await call("POST", notes, { ...(await pagesOf(staff.id)), json: { text: "No" } })).status).toBe(404);
  });

  it("is resolved by a measure only by who may act on reports, and only if it is about that person", async () => {
    const [people, reports] = [await makeStaff(["people"]), await makeStaff(["reports"])];
    const [reporter, about, other] = await makePeople(3);
    if (!reporter || !about || !other) throw new Error("nobody");
    const { id } = await fileReport(reporter.id, { ...plain, account_id: about.id });
    const act = async (by: TestPerson, person: TestPerson, report_id: string) =>
      call("POST", `/api/v1/barker/town_hall/people/${person.id}/measures`, {
        ...(await pagesOf(by.id)),
        json: { measure: "warn", text: "Why", report_id },
      });
    expect((await act(people, about, id)).status).toBe(403);
    expect((await act(reports, other, id)).status).toBe(404);
    expect((await act(reports, about, "1")).status).toBe(404);
    expect(await warningsOf(other.id)).toEqual([]);
    expect(await warningsOf(about.id)).toEqual([]);
    expect((await act(reports, about, id)).status).toBe(200);
  });
});

describe("an appeal", () => {
  it("is answered once, also when two answer at the same time", async () => {
    const person = await makePerson();
    const id = await takeMeasure(TESTS, person.id, { measure: "limit", text: "Loud" });
    await appeal(person.id, id, "I was not");
    const answers = await Promise.allSettled(
      [true, false, true, false].map((approve) => answerAppeal(TESTS, id, { approve, text: "So it is" })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a cover", () => {
  it("stays when the author edits the bark, and only it ends with an appeal", async () => {
    const person = await makePerson();
    const made = await createBark(person.id, { text: "Look at this", sensitive: false });
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.status;
    const { token } = await makeToken(person.id);
    const shown = async () =>
      z.object({ sensitive: z.boolean() }).parse((await call("GET", `/api/v1/statuses/${id}`, { token })).json)
        .sensitive;
    const strike = await takeMeasure(TESTS, person.id, { measure: "cover", text: "Cover it", barkIds: [id] });
    expect(await shown()).toBe(true);
    const json = { status: "Look at that", sensitive: false };
    expect((await call("PUT", `/api/v1/statuses/${id}`, { token, json })).status).toBe(200);
    expect(await shown()).toBe(true);
    await appeal(person.id, strike, "Nothing to see");
    await answerAppeal(TESTS, strike, { approve: true, text: "True" });
    expect(await shown()).toBe(false);
  });
});

describe("a closed account", () => {
  it("gets no new token from a code that was granted before, and its tokens open nothing", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id);
    await takeMeasure(TESTS, person.id, { measure: "disable", text: "Stop" });
    const later = await makeToken(person.id);
    for (const each of [token, later.token])
      expect((await call("GET", "/api/v1/accounts/verify_credentials", { token: each })).status).toBe(401);
  });
});
