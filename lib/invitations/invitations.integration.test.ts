import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createInvitation } from "@/lib/invitations/writes";
import { openInvitation } from "@/lib/invitations/reads";
import { INVITATION_LIMITS } from "@/lib/invitations/rules";
import { driver } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { call, signUpForm } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { makePerson, makeToken } from "@/testing/people";
import { z } from "zod";

/** For this process only: other test files have people join meanwhile. */
const town = (registrations: string) => changeEnv("BARKER_REGISTRATIONS", registrations);
afterEach(() => town("open"));
afterAll(() => driver().close());

const Id = z.object({ id: z.string() });
const wish = { max_uses: null, expires_in: null, autofollow: true };
const codeOf = ({ url }: { url: string }) => url.slice(url.lastIndexOf("/") + 1);

/** Signs up through an app. @returns the answer, and the access token of the new person if there is one */
async function join(more: object) {
  const { token } = await makeToken(null);
  const answer = await call("POST", "/api/v1/accounts", { token, json: { ...signUpForm(), ...more } });
  return { answer, token: z.object({ access_token: z.string() }).safeParse(answer.json).data?.access_token };
}

const own = (token: string | undefined) => call("GET", "/api/v1/accounts/verify_credentials", { token });

describe("an invitation", () => {
  it("lets somebody in where nobody can join otherwise, and they follow who invited them", async () => {
    town("invitation");
    const host = await makePerson();
    expect((await join({})).answer.status).toBe(403);
    const code = codeOf(await createInvitation(host.id, wish));
    const { token } = await join({ invite_code: code });
    const { id } = Id.parse((await own(token)).json);
    expect(await relationships(id, [host.id])).toMatchObject([{ following: true }]);
    expect(await openInvitation(code)).toMatchObject({ uses: 1 });
  });

  it("makes nobody follow who invited them if that was not wanted", async () => {
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, { ...wish, autofollow: false }));
    const { id } = Id.parse((await own((await join({ invite_code: code })).token)).json);
    expect(await relationships(id, [host.id])).toMatchObject([{ following: false }]);
  });

  it("brings no more people than it may, however many come at once", async () => {
    town("invitation");
    const host = await makePerson();
    const code = codeOf(await createInvitation(host.id, { ...wish, max_uses: 2 }));
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
    const code = codeOf(await createInvitation(host.id, { ...wish, max_uses: 1 }));
    expect((await join({ invite_code: code, username: host.handle })).answer.status).toBe(422);
    expect(await openInvitation(code)).toMatchObject({ uses: 0 });
  });

  it("ends when who made it ends it, and nobody else can", async () => {
    const [host, other] = [await makePerson(), await makePerson()];
    const { token } = await makeToken(host.id);
    const { token: stranger } = await makeToken(other.id);
    const made = await call("POST", "/api/v1/barker/invitations", { token, json: { max_uses: 3, expires_in: 3_600 } });
    expect(made).toMatchObject({ status: 200, json: { max_uses: 3, uses: 0, open: true, made_by: host.handle } });
    const path = `/api/v1/barker/invitations/${Id.parse(made.json).id}`;
    expect((await call("DELETE", path, { token: stranger })).status).toBe(404);
    expect((await call("DELETE", path, { token })).status).toBe(200);
    expect((await call("DELETE", path, { token })).status).toBe(404);
    expect((await call("GET", "/api/v1/barker/invitations", { token })).json).toMatchObject([{ open: false }]);
    expect((await call("GET", "/api/v1/barker/invitations", { token: stranger })).json).toEqual([]);
  });

  it("is of no use in a closed town, and cannot be made there", async () => {
    const host = await makePerson();
    const { token } = await makeToken(host.id);
    const code = codeOf(await createInvitation(host.id, wish));
    town("closed");
    expect((await join({ invite_code: code })).answer.status).toBe(403);
    expect((await call("POST", "/api/v1/barker/invitations", { token, json: {} })).status).toBe(403);
  });

  it("is made as long as few others of the same person are open", async () => {
    const host = await makePerson();
    for (let made = 0; made < INVITATION_LIMITS.open; made++) await createInvitation(host.id, wish);
    await expect(createInvitation(host.id, wish)).rejects.toMatchObject({ code: "invalid" });
  });
});
