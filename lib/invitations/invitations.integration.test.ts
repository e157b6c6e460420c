import { afterAll, afterEach, describe, expect, it } from "vitest";
import { INVITATION_OVER } from "@/lib/account/rules";
import { signUp } from "@/lib/account/writes";
import { portraitFor } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import { newId } from "@/lib/ids";
import { createInvitation } from "@/lib/invitations/writes";
import { openInvitation } from "@/lib/invitations/reads";
import { INVITATION_LIMITS } from "@/lib/invitations/rules";
import { Invitation as InvitationOut } from "@/lib/invitations/schema";
import { driver, write } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { TownSettings } from "@/lib/settings/schema";
import { liftMeasure, takeMeasure } from "@/lib/strikes/writes";
import { call, signUpForm } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { employ, TESTS } from "@/testing/staff";
import { z } from "zod";

/** For this process only: other test files have people join meanwhile. */
const town = (registrations: string) => changeEnv("BARKER_REGISTRATIONS", registrations);
afterEach(() => town("open"));
afterAll(() => driver().close());

const PATH = "/api/v1/barker/invitations";
const Id = z.object({ id: z.string() });
const wish = { max_uses: 9, expires_in: 3_600, autofollow: true };
const settings = (more: object) => TownSettings.parse(more);
const codeOf = ({ url }: { url: string }) => url.slice(url.lastIndexOf("/") + 1);

/** Signs up through an app. @returns the answer, and the access token of the new person if there is one */
async function join(more: object) {
  const { token } = await makeToken(null);
  const answer = await call("POST", "/api/v1/accounts", { token, json: { ...signUpForm(), ...more } });
  return { answer, token: z.object({ access_token: z.string() }).safeParse(answer.json).data?.access_token };
}

/** Signs somebody up with an invitation that was open a moment ago. @returns a row if it let them in */
async function use(code: string, everybody: boolean) {
  const [id, { username, email, locale }] = [newId(), signUpForm()];
  const look = { portrait: portraitFor(id), header: sceneryFor(id), lookKey: username };
  const person = { id, handle: username, handleKey: username, name: username, locale, ...look };
  const given = { ...person, email, emailKey: email, passwordHash: null, at: Date.now(), code, everybody };
  return write("account/create_invited", given, Id);
}

const own = (token: string | undefined) => call("GET", "/api/v1/accounts/verify_credentials", { token });

describe("an invitation", () => {
  it("lets somebody in where nobody can join otherwise, and they follow who invited them", async () => {
    town("invitation");
    const host = await makePerson();
    expect((await join({})).answer.status).toBe(403);
    const code = codeOf(await createInvitation(host.id, wish, false));
    const { token } = await join({ invite_code: code });
    const { id } = Id.parse((await own(token)).json);
    expect(await relationships(id, [host.id])).toMatchObject([{ following: true }]);
    expect(await openInvitation(code, settings({}))).toMatchObject({ uses: 1 });
  });

  it("makes nobody follow who invited them if that was not wanted", async () => {
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, { ...wish, autofollow: false }, false));
    const { id } = Id.parse((await own((await join({ invite_code: code })).token)).json);
    expect(await relationships(id, [host.id])).toMatchObject([{ following: false }]);
  });

  it("brings no more people than it may, however many come at once", async () => {
    town("invitation");
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, { ...wish, max_uses: 2 }, false));
    const joined = await Promise.all(Array.from({ length: 6 }, () => join({ invite_code: code })));
    const statuses = joined.map(({ answer }) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 200, 422, 422, 422, 422]);
    expect((await join({ invite_code: code })).answer).toMatchObject({
      status: 422,
      json: { details: { invite_code: [{ error: "ERR_INVALID" }] } },
    });
  });

  it("is not used up by a sign-up that fails", async () => {
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, { ...wish, max_uses: 1 }, false));
    expect((await join({ invite_code: code, username: host.handle })).answer.status).toBe(422);
    expect(await openInvitation(code, settings({}))).toMatchObject({ uses: 0 });
  });

  it("ends when who made it ends it, and nobody else can", async () => {
    const [host, other] = [await makePerson(), await makePerson()];
    const [pages, stranger] = [await pagesOf(host.id), await pagesOf(other.id)];
    const made = await call("POST", PATH, { ...pages, json: { max_uses: 3, expires_in: 3_600 } });
    expect(made).toMatchObject({ status: 200, json: { max_uses: 3, uses: 0, open: true, made_by: host.handle } });
    const path = `${PATH}/${Id.parse(made.json).id}`;
    expect((await call("DELETE", path, stranger)).status).toBe(404);
    expect((await call("DELETE", path, pages)).status).toBe(200);
    expect((await call("DELETE", path, pages)).status).toBe(404);
    expect((await call("GET", PATH, pages)).json).toMatchObject([{ open: false }]);
    expect((await call("GET", PATH, stranger)).json).toEqual([]);
  });

  it("is made, read and ended on our own pages only, since its link lets people in", async () => {
    const { token } = await makeToken((await makePerson()).id);
    expect((await call("GET", PATH, { token })).status).toBe(403);
    expect((await call("POST", PATH, { token, json: {} })).status).toBe(403);
    expect((await call("DELETE", `${PATH}/1`, { token })).status).toBe(403);
  });

  it("has a number and an end, unless staff make it", async () => {
    const [host, mayor] = [await makePerson(), await makePerson()];
    await employ(mayor, ["signups"]);
    const [pages, staff] = [await pagesOf(host.id), await pagesOf(mayor.id)];
    const made = InvitationOut.parse((await call("POST", PATH, { ...pages, json: {} })).json);
    expect(made.max_uses).toBe(INVITATION_LIMITS.uses);
    expect(Date.parse(made.expires_at ?? "")).toBeLessThanOrEqual(Date.now() + INVITATION_LIMITS.ms);
    for (const field of ["max_uses", "expires_in"]) {
      expect(await call("POST", PATH, { ...pages, json: { [field]: null } })).toMatchObject({
        status: 422,
        json: { details: { [field]: [{ error: "ERR_INVALID" }] } },
      });
    }
    expect(await call("POST", PATH, { ...staff, json: { max_uses: null, expires_in: null } })).toMatchObject({
      status: 200,
      json: { max_uses: null, expires_at: null, open: true },
    });
  });

  it.each(["disable", "limit", "suspend"] as const)("lets nobody in after staff %s who made it", async (measure) => {
    town("invitation");
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, wish, false));
    await takeMeasure(TESTS, host.id, { measure, text: "" });
    expect((await join({ invite_code: code })).answer).toMatchObject({
      status: 422,
      json: { details: { invite_code: [{ error: "ERR_INVALID" }] } },
    });
    expect(await openInvitation(code, settings({}))).toBeNull();
    expect(await use(code, true)).toEqual([]);
    await liftMeasure(TESTS, host.id, measure);
    expect((await join({ invite_code: code })).answer.status).toBe(200);
  });

  it("lets nobody in when only staff invite by now, unless staff made it", async () => {
    const [host, mayor] = [await makePerson(), await makePerson()];
    await employ(mayor, ["signups"]);
    const codes = [
      codeOf(await createInvitation(host.id, wish, false)),
      codeOf(await createInvitation(mayor.id, wish, true)),
    ];
    const now = settings({ registrations: "invitation", invitations: "staff" });
    const joined = [];
    for (const code of codes) joined.push(await signUp({ ...signUpForm(), invite_code: code }, now));
    expect(joined).toMatchObject([{ ok: false, faults: { invite_code: [INVITATION_OVER] } }, { ok: true }]);
    const [ofHost = "", ofMayor = ""] = codes;
    expect(await use(ofHost, false)).toEqual([]);
    expect(await use(ofMayor, false)).toHaveLength(1);
  });

  it("is not made by somebody whom staff limited", async () => {
    const host = await makePerson();
    await takeMeasure(TESTS, host.id, { measure: "limit", text: "" });
    await expect(createInvitation(host.id, wish, false)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is of no use in a closed town, and cannot be made there", async () => {
    const host = await makePerson();
    const pages = await pagesOf(host.id);
    const code = codeOf(await createInvitation(host.id, wish, false));
    town("closed");
    expect((await join({ invite_code: code })).answer.status).toBe(403);
    expect((await call("POST", PATH, { ...pages, json: {} })).status).toBe(403);
  });

  it("is made as long as few others of the same person are open", async () => {
    const host = await makePerson();
    for (let made = 0; made < INVITATION_LIMITS.open; made++) await createInvitation(host.id, wish, false);
    await expect(createInvitation(host.id, wish, false)).rejects.toMatchObject({ code: "invalid" });
  });
});
