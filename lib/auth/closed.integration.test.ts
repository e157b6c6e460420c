import { afterAll, describe, expect, it } from "vitest";
import { openTicket, ticketFor } from "@/lib/auth/closed";
import { driver } from "@/lib/neo4j";
import { liftMeasure, takeMeasure } from "@/lib/strikes/writes";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { freshHandle, makePerson } from "@/testing/people";
import { TESTS } from "@/testing/staff";
import { z } from "zod";

afterAll(() => driver().close());

const show = async (ticket: string) =>
  (await call("POST", "/api/v1/barker/closed_account", { json: { ticket } })).status;

describe("the ticket of a closed account", () => {
  it.each(["disable", "suspend"] as const)("opens until staff lift the measure (%s)", async (measure) => {
    const person = await makePerson();
    await takeMeasure(TESTS, person.id, { measure, text: "Why" });
    const ticket = await ticketFor(person.id);
    expect(await show(ticket)).toBe(200);
    await liftMeasure(TESTS, person.id, measure);
    expect(await show(ticket)).toBe(401);
  });

  it("ends with the password for which it was given", async () => {
    const person = await makePerson(freshHandle(), "a hash");
    await takeMeasure(TESTS, person.id, { measure: "disable", text: "Why" });
    const ticket = await ticketFor(person.id);
    expect(await openTicket(ticket)).toBe(person.id);
    const change = "MATCH (:Person {id: $id})-[:HAS]->(c) SET c.passwordHash = 'another hash' RETURN c.email AS email";
    await ask(change, { id: person.id }, z.unknown());
    expect(await show(ticket)).toBe(401);
  });

  it("is of no use where the account was never closed", async () => {
    expect(await show(await ticketFor((await makePerson()).id))).toBe(401);
  });
});
