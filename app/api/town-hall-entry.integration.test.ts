import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createInvitation } from "@/lib/invitations/writes";
import { driver } from "@/lib/neo4j";
import { TownSettings } from "@/lib/settings/schema";
import { changeSettings } from "@/lib/settings/writes";
import { staffLog } from "@/lib/staff/reads";
import { call, signUpForm } from "@/testing/api";
import { makeApplicant } from "@/testing/applicants";
import { changeEnv } from "@/testing/change-env";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { employ, makeStaff, TESTS } from "@/testing/staff";
import { z } from "zod";

beforeEach(() => changeEnv("BARKER_REGISTRATIONS", "request"));
afterAll(async () => {
  await changeSettings(TESTS, { closed_message: "" });
  await driver().close();
});

const BASE = "/api/v1/barker/town_hall";
const Ids = z.array(z.object({ id: z.string() }));
const Applicants = z.array(z.object({ id: z.string(), username: z.string(), reason: z.string() }));

/** Somebody with these rights, on our own pages. */
async function staff(rights: Parameters<typeof employ>[1]) {
  const person = await makePerson();
  await employ(person, rights);
  return { ...person, pages: await pagesOf(person.id) };
}

/** Asks to join. @returns the request as the staff lists it */
async function ask(pages: { headers: Record<string, string> }) {
  const form = { ...signUpForm(), reason: "I mend clocks at the mill." };
  const { token } = await makeToken(null);
  expect((await call("POST", "/api/v1/accounts", { token, json: form })).status).toBe(200);
  for (let after = "0"; ;) {
    const page = Applicants.parse((await call("GET", `${BASE}/applicants?after=${after}`, pages)).json);
    const found = page.find(({ username }) => username === form.username);
    if (found) return found;
    const last = page.at(-1);
    if (!last) throw new Error("the request is not listed");
    after = last.id;
  }
}

describe("the town hall", () => {
  it("lets staff answer requests to join, once, and notes who did", async () => {
    const mayor = await staff(["signups"]);
    const [first, second] = [await ask(mayor.pages), await ask(mayor.pages)];
    expect(await call("POST", `${BASE}/applicants/${first.id}/approve`, mayor.pages)).toMatchObject({
      status: 200,
      json: { username: first.username },
    });
    expect((await call("POST", `${BASE}/applicants/${first.id}/approve`, mayor.pages)).status).toBe(404);
    expect((await call("POST", `${BASE}/applicants/${second.id}/reject`, mayor.pages)).status).toBe(200);
    for (const [request, note] of [
      [first, "let in"],
      [second, "declined"],
    ] as const)
      expect(await staffLog({ limit: 5 }, request.id)).toMatchObject([
        { act: "signup", by: mayor.handle, whom: request.username, note },
      ]);
  });

  it("lets tools for Mastodon answer requests to join, and lists those that wait only for who may", async () => {
    const [mayor, other] = [await makeStaff(["people", "signups"]), await makeStaff(["people"])];
    const [first, second] = [await makeApplicant(), await makeApplicant()];
    const admin = (path: string, method = "POST") =>
      call(method, `/api/v1/admin/accounts${path}`, { token: mayor.token });
    const waiting = async (path: string, { token }: { token: string }) =>
      Ids.parse((await call("GET", path, { token })).json).map(({ id }) => id);
    for (const path of ["/api/v1/admin/accounts?pending=true", "/api/v2/admin/accounts?status=pending"]) {
      expect(await waiting(`${path}&limit=40`, mayor)).toEqual(expect.arrayContaining([second, first]));
      expect(await waiting(`${path}&limit=1&max_id=${second}`, mayor)).toEqual([first]);
      expect(await waiting(path, other)).toEqual([]);
    }
    expect((await call("GET", `/api/v1/admin/accounts/${first}`, { token: other.token })).status).toBe(404);
    expect((await call("POST", `/api/v1/admin/accounts/${first}/approve`, { token: other.token })).status).toBe(403);
    expect(await admin(`/${first}`, "GET")).toMatchObject({
      json: { approved: false, invite_request: "I mend clocks at the mill." },
    });
    expect(await admin(`/${first}/approve`)).toMatchObject({ status: 200, json: { id: first, approved: true } });
    expect((await admin(`/${first}/approve`)).status).toBe(404);
    expect(await admin(`/${second}/reject`)).toMatchObject({ status: 200, json: { id: second, approved: false } });
    expect((await admin(`/${second}`, "GET")).status).toBe(404);
  });

  it("lets staff end the invitations of others", async () => {
    const [mayor, host] = [await staff(["signups"]), await makePerson()];
    const { id } = await createInvitation(host.id, { max_uses: 3, expires_in: 3_600, autofollow: true }, false);
    expect((await call("DELETE", `${BASE}/invitations/${id}`, mayor.pages)).status).toBe(200);
    expect((await call("DELETE", `${BASE}/invitations/${id}`, mayor.pages)).status).toBe(404);
    expect((await call("GET", `${BASE}/invitations`, mayor.pages)).json).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, open: false, made_by: host.handle })]),
    );
  });

  it("lets staff change the settings, says what is wrong with them, and notes which were changed", async () => {
    const mayor = await staff(["settings"]);
    const change = (json: object) => call("PATCH", `${BASE}/settings`, { ...mayor.pages, json });
    // Another try, or another test file, may have left a message.
    const message = `Back in May, says ${mayor.handle}.`;
    expect(await change({ closed_message: message })).toMatchObject({
      status: 200,
      json: { closed_message: message },
    });
    const answer = await call("GET", `${BASE}/settings`, mayor.pages);
    expect(TownSettings.parse(answer.json).closed_message).toBe(message);
    expect(await change({ blocked_domains: ["mail.example", "no domain"] })).toMatchObject({
      status: 422,
      json: { details: { "blocked_domains.1": [{ error: "ERR_INVALID" }] } },
    });
    const log = await staffLog({ limit: 40 });
    expect(log.filter(({ by }) => by === mayor.handle)).toMatchObject([
      { act: "settings", note: expect.stringMatching(/^closed message: “.*” → “Back in May, says /) },
    ]);
  });

  it("is closed to people without the right, and to apps", async () => {
    const [other, trends] = [await makePerson(), await staff(["trends"])];
    const { token } = await makeToken(other.id);
    for (const [method, path] of [
      ["GET", "settings"],
      ["PATCH", "settings"],
      ["GET", "applicants"],
      ["POST", "applicants/1/approve"],
      ["POST", "applicants/1/reject"],
      ["GET", "invitations"],
      ["DELETE", "invitations/1"],
      ["POST", "mail"],
    ] as const) {
      const json = method === "PATCH" ? { json: {} } : {};
      for (const sent of [{ token }, await pagesOf(other.id), trends.pages])
        expect((await call(method, `${BASE}/${path}`, { ...sent, ...json })).status, `${method} ${path}`).toBe(403);
    }
  });
});
