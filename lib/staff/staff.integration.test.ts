import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { CredentialApplication } from "@/lib/auth/schema";
import { driver, IdRow, write } from "@/lib/neo4j";
import { CredentialAccount } from "@/lib/people/schema";
import { logEntry, staffLog, staffRow } from "@/lib/staff/reads";
import { StaffLogEntry, StaffMember } from "@/lib/staff/schema";
import { call } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { freshHandle, makePerson, makeToken, pagesOf, type TestPerson } from "@/testing/people";
import { employ, makeStaff } from "@/testing/staff";

afterAll(() => driver().close());

const STAFF = "/api/v1/barker/town_hall/staff";
const LOG = "/api/v1/barker/town_hall/log";

const roleSeenBy = async (token: string) =>
  CredentialAccount.parse((await call("GET", "/api/v1/accounts/verify_credentials", { token })).json).role;

/** Takes all owners but one out of the town, and gives back what they were. */
async function withoutOwners(but = ""): Promise<{ back: () => Promise<unknown> }> {
  const removed = await ask(
    "MATCH (s:Staff) WHERE s.owner AND s.id <> $but REMOVE s.owner RETURN s.id AS id",
    { but },
    IdRow,
  );
  const ids = removed.map(({ id }) => id);
  return {
    back: () => ask("MATCH (s:Staff) WHERE s.id IN $ids SET s.owner = true RETURN s.id AS id", { ids }, z.unknown()),
  };
}

describe("the staff of a town", () => {
  it("is told its role by the next request, and again when the rights are taken", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id);
    expect(await roleSeenBy(token)).toMatchObject({ id: "-99", permissions: "0" });
    await employ(person, ["log"]);
    expect(await roleSeenBy(token)).toMatchObject({ id: "1", name: "Moderator", permissions: "4" });
    await employ(person, []);
    expect(await roleSeenBy(token)).toMatchObject({ id: "-99" });
    expect(await count("(p:Staff {id: $id})", { id: person.id })).toBe(0);
  });

  it("may do what it was given and nothing else, from the next request on", async () => {
    const person = await makePerson();
    const pages = await pagesOf(person.id);
    expect(await call("GET", LOG, pages)).toMatchObject({ status: 403, json: { code: "forbidden" } });
    await employ(person, ["log"]);
    expect((await call("GET", LOG, pages)).status).toBe(200);
    expect((await call("GET", STAFF, pages)).status).toBe(403);
    await employ(person, []);
    expect((await call("GET", LOG, pages)).status).toBe(403);
    expect((await call("GET", LOG)).status).toBe(401);
  });

  it("is listed with owners first, and grants what it may", async () => {
    const [owner, clerk, other] = [await makeStaff("owner"), await makeStaff(["staff", "log"]), await makePerson()];
    const give = async (by: { id: string }, json: object) => call("POST", STAFF, { ...(await pagesOf(by.id)), json });
    expect((await give(clerk, { handle: other.handle, rights: ["log"] })).status).toBe(200);
    expect(await give(clerk, { handle: other.handle, rights: ["log", "people"] })).toMatchObject({
      status: 403,
      json: { error: "You can only give and take rights that you have yourself." },
    });
    expect((await give(clerk, { handle: owner.handle })).status).toBe(403);
    expect((await give(owner, { handle: "nobody_has_this" })).status).toBe(422);
    const listed = z.array(StaffMember).parse((await give(owner, { handle: `@${other.handle}`, owner: true })).json);
    expect(listed.find(({ account }) => account.id === other.id)).toMatchObject({ is_owner: true });
    const places = listed.map(({ is_owner }) => is_owner);
    expect(places).toEqual(places.toSorted((a, b) => Number(b) - Number(a)));
  });

  it("is written down with everything it does, once, for those who may read it", async () => {
    const [owner, other] = [await makeStaff("owner"), await makePerson()];
    const json = { handle: other.handle, rights: ["trends"] };
    await call("POST", STAFF, { ...(await pagesOf(owner.id)), json });
    const { json: told } = await call("GET", `${LOG}?whom=${other.id}`, await pagesOf(owner.id));
    expect(z.array(StaffLogEntry).parse(told)).toMatchObject([
      { act: "rights", by: owner.handle, whom: other.handle, note: "trends" },
    ]);
    expect(await staffLog({ limit: 5 }, other.id)).toHaveLength(1);
  });

  it("begins with the first person who has an e-mail address, and only in a town without an owner", async () => {
    const [founder, later] = [{ id: "1000000000000000001", handle: freshHandle() }, await makePerson()];
    await ask(
      "CREATE (p:Person {id: $id, handle: $handle, handleKey: $handle})-[:HAS]->(:Credential {emailKey: $handle}) RETURN p.id AS id",
      founder,
      IdRow,
    );
    const claim = ({ id, handle }: TestPerson) =>
      write("staff/claim_town", { personId: id, entry: logEntry({ id, name: handle }, "owner", {}) }, IdRow);
    const owners = await withoutOwners();
    expect(await claim(later)).toEqual([]);
    expect(await claim(founder)).toEqual([{ id: founder.id }]);
    expect(await staffRow(founder.id)).toMatchObject({ owner: true });
    await ask("MATCH (p:Person {id: $id})-[:HAS]->(c) DETACH DELETE c, p RETURN $id AS id", founder, IdRow);
    await owners.back();
  });

  it("always has an owner", async () => {
    const [one, other] = [await makeStaff("owner"), await makeStaff("owner")];
    await employ(one, []);
    expect(await count("(p:Staff {id: $id})", { id: one.id })).toBe(0);
    const others = await withoutOwners(other.id);
    await expect(employ(other, [])).rejects.toMatchObject({ code: "forbidden" });
    expect(await count("(p:Staff {id: $id, owner: true})", { id: other.id })).toBe(1);
    await others.back();
  });

  it("can let an app act as staff, which an app of anybody else cannot", async () => {
    const scopes = "read admin:read:reports";
    const redirect_uri = "urn:ietf:wg:oauth:2.0:oob";
    const { client_id, client_secret } = CredentialApplication.parse(
      (await call("POST", "/api/v1/apps", { json: { client_name: "T", redirect_uris: redirect_uri, scopes } })).json,
    );
    const scopeFor = async (personId: string) => {
      const asked = { response_type: "code", client_id, redirect_uri, scope: scopes, granted: true };
      const answer = await call("POST", "/api/v1/barker/authorizations", { ...(await pagesOf(personId)), json: asked });
      const { code } = z.object({ code: z.string() }).parse(answer.json);
      const json = { grant_type: "authorization_code", client_id, client_secret, redirect_uri, code };
      return z.object({ scope: z.string() }).parse((await call("POST", "/oauth/token", { json })).json).scope;
    };
    expect(await scopeFor((await makePerson()).id)).toBe("read");
    expect(await scopeFor((await makeStaff(["reports"])).id)).toBe(scopes);
  });
});
