import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { follow } from "@/lib/people/writes";
import { openReports, report, reportsPage } from "@/lib/reports/reads";
import { fileReport, resolveReport } from "@/lib/reports/writes";
import { staffLog } from "@/lib/staff/reads";
import { call, signUpForm } from "@/testing/api";
import { plantBarks } from "@/testing/graph";
import { makePeople, makeToken, pagesOf } from "@/testing/people";
import { makeStaff, suspend, TESTS, unsuspend } from "@/testing/staff";
import { until } from "@/testing/until";

afterAll(() => driver().close());

const isTaken = async (handle: string) => {
  const form = { ...signUpForm(), username: handle };
  const { token } = await makeToken(null);
  return (await call("POST", "/api/v1/accounts", { token, json: form })).status === 422;
};
const plain = { comment: "", rule_ids: [], status_ids: [] };

describe("a report", () => {
  it("reaches the operator with the text that its barks had at that time", async () => {
    const [reporter, about] = await makePeople(2);
    if (!reporter || !about) throw new Error("nobody");
    const status_ids = await plantBarks(about.id, 2);
    const { token } = await makeToken(reporter.id);
    const json = { account_id: about.id, status_ids, comment: "Rude", category: "spam", forward: "true" };
    const answer = await call("POST", "/api/v1/reports", { token, json });
    expect(answer).toMatchObject({
      status: 200,
      json: { action_taken: false, category: "spam", comment: "Rude", status_ids, target_account: { id: about.id } },
    });
    const [newest] = await reportsPage({ limit: 1 }, { state: "open" }, null);
    expect(newest).toMatchObject({ comment: "Rude", from: { id: reporter.id }, about: { handle: about.handle } });
    expect(newest?.barks.map(({ text }) => text).toSorted()).toEqual(["Bark 0", "Bark 1"]);
  });

  it("is resolved once", async () => {
    const [reporter, about] = await makePeople(2);
    if (!reporter || !about) throw new Error("nobody");
    const { id } = await fileReport(reporter.id, { ...plain, account_id: about.id });
    await resolveReport(TESTS, id);
    const settled = await report(id, null);
    expect(settled?.resolvedAt).toBeGreaterThan(0);
    await resolveReport(TESTS, id);
    expect(await report(id, null)).toEqual(settled);
    await expect(resolveReport(TESTS, "1")).rejects.toMatchObject({ code: "not_found" });
  });

  it("must be about an existing person, not oneself, and may only name barks of theirs", async () => {
    const [reporter, about, other] = await makePeople(3);
    if (!reporter || !about || !other) throw new Error("nobody");
    const elsewhere = await plantBarks(other.id, 1);
    const file = (input: object) => fileReport(reporter.id, { ...plain, account_id: about.id, ...input });
    await expect(file({ status_ids: elsewhere })).rejects.toMatchObject({ code: "not_found" });
    await expect(file({ status_ids: ["1"] })).rejects.toMatchObject({ code: "not_found" });
    await expect(file({ account_id: "1" })).rejects.toMatchObject({ code: "not_found" });
    await expect(file({ account_id: reporter.id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a suspension", () => {
  it("hides a person and all their barks, signs them out, reserves their handle, and can be lifted", async () => {
    const [person, friend] = await makePeople(2);
    if (!person || !friend) throw new Error("nobody");
    const [barkId] = await plantBarks(person.id, 1);
    const { token } = await makeToken(person.id);
    await follow(friend.id, person.id);
    expect(await suspend(`@${person.handle.toUpperCase()}`)).toBe(person.handle);
    expect(await suspend(person.handle)).toBeNull();
    const status = async (path: string, as?: string) => (await call("GET", path, { token: as })).status;
    expect(await status(`/api/v1/accounts/${person.id}`)).toBe(404);
    expect(await status("/api/v1/accounts/verify_credentials", token)).toBe(401);
    await until(async () => (await status(`/api/v1/statuses/${barkId}`)) === 404);
    expect(await isTaken(person.handle)).toBe(true);
    expect(await unsuspend(person.handle)).toBe(person.handle);
    expect(await unsuspend(person.handle)).toBeNull();
    expect(await status(`/api/v1/accounts/${person.id}`)).toBe(200);
    expect(await relationships(friend.id, [person.id])).toMatchObject([{ following: true }]);
  });
});

describe("the queue of reports", () => {
  it("is for staff who may, who find a report by its state, by whom it is and about whom", async () => {
    const [reporter, about] = await makePeople(2);
    if (!reporter || !about) throw new Error("nobody");
    const [staff, clerk] = [await makeStaff(["reports"]), await makeStaff(["people"])];
    const { id } = await fileReport(reporter.id, { ...plain, account_id: about.id, rule_ids: ["1"] });
    const list = `/api/v1/admin/reports?target_account_id=${about.id}`;
    expect((await call("GET", list)).status).toBe(401);
    for (const { token } of [clerk, await makeToken(about.id, ["admin:read", "read"])])
      expect((await call("GET", list, { token })).status).toBe(403);
    const { token } = staff;
    expect((await call("GET", list, { token })).json).toMatchObject([
      { id, action_taken: false, account: { id: reporter.id, email: "" }, rules: [{ id: "1" }] },
    ]);
    const send = (verb: string) => call("POST", `/api/v1/admin/reports/${id}/${verb}`, { token });
    expect((await send("assign_to_self")).json).toMatchObject({ assigned_account: { id: staff.id } });
    expect(await openReports(staff.id)).toMatchObject({ mine: 1 });
    expect((await send("unassign")).json).toMatchObject({ assigned_account: null });
    expect((await send("resolve")).json).toMatchObject({
      action_taken: true,
      action_taken_by_account: { id: staff.id },
    });
    expect((await call("GET", list, { token })).json).toEqual([]);
    expect((await call("GET", `${list}&resolved=true`, { token })).json).toMatchObject([{ id }]);
    expect((await send("reopen")).json).toMatchObject({ action_taken: false, action_taken_by_account: null });
    expect((await call("GET", `/api/v1/admin/reports?account_id=${reporter.id}`, { token })).json).toMatchObject([
      { id },
    ]);
    expect((await call("GET", "/api/v1/admin/reports/1", { token })).status).toBe(404);
  });

  it("has notes and changes of staff, all of them in the log", async () => {
    const [reporter, about] = await makePeople(2);
    if (!reporter || !about) throw new Error("nobody");
    const staff = await makeStaff(["reports"]);
    const { id } = await fileReport(reporter.id, { ...plain, account_id: about.id });
    const note = { ...(await pagesOf(staff.id)), json: { text: "Seen before" } };
    expect((await call("POST", `/api/v1/barker/town_hall/reports/${id}/notes`, note)).status).toBe(200);
    const json = { category: "violation", rule_ids: ["2"] };
    const changed = await call("PUT", `/api/v1/admin/reports/${id}`, { token: staff.token, json });
    expect(changed.json).toMatchObject({ category: "violation", rules: [{ id: "2" }] });
    expect(await report(id, null)).toMatchObject({ notes: [{ text: "Seen before", by: staff.handle }] });
    expect((await staffLog({ limit: 5 }, about.id)).map(({ act }) => act)).toEqual(["recategorise", "note"]);
  });
});
