import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { accept, invite, leaveHousehold } from "@/lib/household/writes";
import { driver } from "@/lib/neo4j";
import { ask } from "@/testing/graph";
import { makePerson } from "@/testing/people";
import { beginWith } from "@/testing/change-env";

beforeAll(() => beginWith({ BARKER_RATE_LIMITS: "on" }));
afterAll(() => driver().close());

describe("a household", () => {
  it("can be changed at most once in thirty days, since each grid reveals one more cell of the same place", async () => {
    const [one, other, third] = [await makePerson(), await makePerson(), await makePerson()];
    await invite(one.id, other.id);
    await accept(other.id, one.id);
    await leaveHousehold(other.id);
    await invite(third.id, other.id);
    await expect(accept(other.id, third.id)).rejects.toMatchObject({ code: "forbidden" });
    const before = { id: other.id, at: Date.now() - 30 * 86_400_000 - 1_000 };
    await ask("MATCH (p:Person {id: $id}) SET p.linkedAt = $at RETURN p.id", before, z.unknown());
    expect((await accept(other.id, third.id)).members.map(({ id }) => id)).toEqual([third.id]);
  });
});
