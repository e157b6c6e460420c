import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { requestDeletion } from "@/lib/account/leaving/writes";
import { digest, hashPassword } from "@/lib/auth/secrets";
import { idAt } from "@/lib/ids";
import { driver, IdRow } from "@/lib/neo4j";
import { report } from "@/lib/reports/reads";
import { addNote, fileReport, reopenReport, resolveReport } from "@/lib/reports/writes";
import { forgetOld } from "@/lib/retention/writes";
import { changeSettings } from "@/lib/settings/writes";
import { DAY_MS } from "@/lib/time";
import { call } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { makePeople, makePerson, makeToken } from "@/testing/people";
import { makeStaff, TESTS } from "@/testing/staff";
import { sessionOf } from "@/testing/two-factor";

const CHOSEN = { deletion_days: 7, unused_days: 365, report_days: null, measure_days: null };

afterAll(async () => {
  await changeSettings(TESTS, CHOSEN);
  await driver().close();
});

const ago = (days: number) => Date.now() - days * DAY_MS;
const plain = { comment: "Rude", rule_ids: [], status_ids: [] };

/** A report that was handled, with a note, this many days ago. */
async function handledReport(days: number): Promise<string> {
  const [reporter, about] = await makePeople(2);
  if (!reporter || !about) throw new Error("nobody");
  const { id } = await fileReport(reporter.id, { account_id: about.id, ...plain });
  await addNote(TESTS, id, "Looked at");
  await resolveReport(TESTS, id);
  await ask("MATCH (r:Report {id: $id}) SET r.resolvedAt = $at RETURN r.id AS id", { id, at: ago(days) }, IdRow);
  return id;
}

interface Old {
  measure: string;
  days: number;
  /** How many days ago it was lifted. */
  lifted?: number;
  waits?: boolean;
}

/** A measure against somebody from some days ago. @returns its id */
async function oldMeasure({ measure, days, lifted, waits = false }: Old): Promise<string> {
  const { id: personId } = await makePerson();
  const at = ago(days);
  const strike = { id: idAt(at), at, measure, text: "", by: "the tests", ...(lifted && { liftedAt: ago(lifted) }) };
  const query = `MATCH (p:Person {id: $personId}) CREATE (p)-[:RECEIVED]->(s:Strike) SET s = $strike
    FOREACH (_ IN CASE WHEN $waits THEN [1] ELSE [] END | SET s:PendingAppeal, s.appealState = 'pending') RETURN s.id AS id`;
  await ask(query, { personId, strike, waits }, IdRow);
  return strike.id;
}

const isThere = async (id: string) => (await count("(n:Report|Strike {id: $id})", { id })) === 1;
const areThere = (ids: string[]) => Promise.all(ids.map(isThere));

describe("what a town keeps for some time", () => {
  it("is kept always where nothing was chosen", async () => {
    const all = [await handledReport(4_000), await oldMeasure({ measure: "warn", days: 4_000 })];
    await forgetOld();
    expect(await areThere(all)).toEqual([true, true]);
  });

  it("are reports that were handled, with their notes; open ones stay", async () => {
    const [old, young] = [await handledReport(200), await handledReport(100)];
    const open = await handledReport(200);
    await reopenReport(TESTS, open);
    await changeSettings(TESTS, { report_days: 180 });
    await forgetOld();
    expect(await areThere([old, young, open])).toEqual([false, true, true]);
    expect(await report(old, null)).toBeNull();
    expect(await count("(n:ReportNote) WHERE NOT EXISTS { (n)<-[:HAS_NOTE]-() }", {})).toBe(0);
  });

  it("are measures that are over, and neither those in force nor those whose appeal waits", async () => {
    const over = [
      await oldMeasure({ measure: "warn", days: 400 }),
      await oldMeasure({ measure: "limit", days: 600, lifted: 400 }),
    ];
    const stays = [
      await oldMeasure({ measure: "warn", days: 300 }),
      await oldMeasure({ measure: "limit", days: 600, lifted: 300 }),
      await oldMeasure({ measure: "suspend", days: 600 }),
      await oldMeasure({ measure: "delete", days: 400, waits: true }),
    ];
    await changeSettings(TESTS, { measure_days: 365 });
    await forgetOld();
    expect(await areThere(over)).toEqual([false, false]);
    expect(await areThere(stays)).toEqual([true, true, true, true]);
  });

  it("are sign-ins that nobody uses", async () => {
    const { id } = await makePerson();
    const [{ token: old }, { token: young }] = [await makeToken(id), await makeToken(id)];
    for (const [token, days] of [
      [old, 100],
      [young, 80],
    ] as const) {
      const params = { hash: digest(token), at: ago(days) };
      await ask("MATCH (t:Token {hash: $hash}) SET t.lastAt = $at RETURN t.id AS id", params, IdRow);
    }
    await changeSettings(TESTS, { unused_days: 90 });
    await forgetOld();
    const answers = [old, young].map((token) => call("GET", "/api/v1/accounts/verify_credentials", { token }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 200]);
  });

  it("is a deleted account, for whoever wants to come back, and the privacy page says so", async () => {
    await changeSettings(TESTS, { deletion_days: 30 });
    const { id } = await makePerson(undefined, await hashPassword("a bench by the pond"));
    const leavesAt = await requestDeletion({ personId: id, credential: "none", countedBy: id }, "a bench by the pond");
    expect(Math.abs(leavesAt - Date.now() - 30 * DAY_MS)).toBeLessThan(60_000);
    const { json } = await call("GET", "/api/v1/instance/privacy_policy");
    expect(json).toMatchObject({ content: expect.stringContaining("its data is deleted after 30 days") });
    expect(Date.now() - Date.parse(z.object({ updated_at: z.string() }).parse(json).updated_at)).toBeLessThan(60_000);
  });

  it("is chosen within bounds, by owners only", async () => {
    const [clerk, owner] = [await makeStaff(["settings"]), await makeStaff("owner")];
    const session = await sessionOf(owner.id);
    const change = (json: object) => session.ask("PATCH", "town_hall/settings", json);
    expect(await (await sessionOf(clerk.id)).ask("PATCH", "town_hall/settings", { report_days: 90 })).toMatchObject({
      status: 403,
      json: { error: "Only an owner can change this." },
    });
    for (const json of [{ report_days: 29 }, { measure_days: 29 }, { deletion_days: 0 }, { unused_days: 366 }])
      expect(await change(json)).toMatchObject({ status: 422 });
    expect(await change({ report_days: 90 })).toMatchObject({ status: 200, json: { report_days: 90 } });
  });
});
