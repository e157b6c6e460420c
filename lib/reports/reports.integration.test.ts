import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { follow } from "@/lib/people/writes";
import { report, reports } from "@/lib/reports/reads";
import { fileReport, resolveReport, suspend, unsuspend } from "@/lib/reports/writes";
import { call, signUpForm } from "@/testing/api";
import { plantBarks } from "@/testing/graph";
import { makePeople, makeToken } from "@/testing/people";
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
    const [newest] = await reports({ open: true, limit: 1 });
    expect(newest).toMatchObject({ comment: "Rude", from: { id: reporter.id }, about: { handle: about.handle } });
    expect(newest?.barks.map(({ text }) => text).toSorted()).toEqual(["Bark 0", "Bark 1"]);
  });

  it("is resolved once", async () => {
    const [reporter, about] = await makePeople(2);
    if (!reporter || !about) throw new Error("nobody");
    const { id } = await fileReport(reporter.id, { ...plain, account_id: about.id });
    expect(await resolveReport(id)).toBe(true);
    const settled = await report(id);
    expect(settled?.resolvedAt).toBeGreaterThan(0);
    expect(await resolveReport(id)).toBe(true);
    expect(await report(id)).toEqual(settled);
    expect(await resolveReport("1")).toBe(false);
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
