import { afterAll, describe, expect, it } from "vitest";
import { Household } from "@/lib/household/schema";
import { driver } from "@/lib/neo4j";
import { Location, type Coordinates } from "@/lib/nearby/schema";
import { block } from "@/lib/moderation/writes";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makePerson, makeToken } from "@/testing/people";
import { ownPlace } from "@/testing/places";
import { offsetBy } from "@/testing/trilateration";

afterAll(() => driver().close());

const HOUSEHOLD = "/api/v1/barker/household";

/** A new person, with functions for what they do about households. */
async function lodger() {
  const { id } = await makePerson();
  const { token } = await makeToken(id);
  const ids = (json: unknown) => {
    const { members, invitations, invited } = Household.parse(json);
    const of = (accounts: { id: string }[]) => accounts.map((account) => account.id);
    return { members: of(members), invitations: of(invitations), invited: of(invited) };
  };
  const act = async (method: string, path = "", json?: object) =>
    call(method, HOUSEHOLD + path, { token, ...(json && { json }) });
  return {
    id,
    token,
    household: async () => ids((await act("GET")).json),
    invite: (other: { id: string }) => act("POST", "/invitations", { account_id: other.id }),
    accept: (other: { id: string }) => act("POST", `/invitations/${other.id}/accept`),
    decline: (other: { id: string }) => act("DELETE", `/invitations/${other.id}`),
    leave: () => act("DELETE"),
    share: async (there: Coordinates) =>
      Location.parse((await call("PUT", "/api/v1/barker/location", { token, json: there })).json),
  };
}

const cell = ({ latitude, longitude }: Coordinates) => `${latitude} ${longitude}`;

describe("a household", () => {
  it("shares one grid from the acceptance of an invitation until somebody leaves and gets their own again", async () => {
    const home = ownPlace();
    const [one, other] = [await lodger(), await lodger()];
    const alone = [cell(await one.share(home)), cell(await other.share(home))];
    expect(alone[0]).not.toBe(alone[1]);
    expect((await one.invite(other)).status).toBe(200);
    expect(await other.household()).toEqual({ members: [], invitations: [one.id], invited: [] });
    expect(cell(await other.share(home))).toBe(alone[1]);
    expect((await other.accept(one)).status).toBe(200);
    expect(await one.household()).toEqual({ members: [other.id], invitations: [], invited: [] });
    // Places that were shown in the old grids end.
    expect((await call("GET", "/api/v1/barker/location", { token: one.token })).status).toBe(404);
    const places = [home, offsetBy(home, 7, 3), offsetBy(home, -20, 40)];
    for (const place of places) expect(cell(await one.share(place))).toBe(cell(await other.share(place)));
    await other.leave();
    expect(await one.household()).toEqual({ members: [], invitations: [], invited: [] });
    expect(cell(await other.share(home))).toBe(alone[1]);
    await one.leave();
    expect(cell(await one.share(home))).toBe(alone[0]);
    expect(await count("(:Household)<-[:LIVES_IN]-(:Person {id: $id})", { id: one.id })).toBe(0);
  });

  it("needs an invitation, which can be declined", async () => {
    const [one, other] = [await lodger(), await lodger()];
    expect((await other.accept(one)).status).toBe(404);
    await one.invite(other);
    expect((await one.accept(other)).status).toBe(404);
    await other.decline(one);
    expect((await other.accept(one)).status).toBe(404);
    await one.invite(other);
    await one.decline(other);
    expect(await other.household()).toEqual({ members: [], invitations: [], invited: [] });
    expect((await one.invite(one)).status).toBe(403);
  });

  it("can be joined by a third person, but not by somebody who lives in another", async () => {
    const [one, other, third, stranger] = [await lodger(), await lodger(), await lodger(), await lodger()];
    for (const guest of [other, third]) {
      await one.invite(guest);
      expect((await guest.accept(one)).status).toBe(200);
    }
    expect((await one.household()).members.toSorted()).toEqual([other.id, third.id].toSorted());
    await stranger.invite(other);
    expect((await other.accept(stranger)).status).toBe(403);
  });

  it("is neither offered nor shown across a block", async () => {
    const [one, other] = [await lodger(), await lodger()];
    await one.invite(other);
    await block(other.id, one.id);
    expect((await other.household()).invitations).toEqual([]);
    expect((await one.household()).invited).toEqual([]);
    expect((await one.invite(other)).status).toBe(404);
    expect((await other.accept(one)).status).toBe(404);
  });
});
