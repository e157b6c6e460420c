import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { answerAppeal, appeal, takeMeasure } from "@/lib/strikes/writes";
import { beginWith } from "@/testing/change-env";
import { addressOf, confirmAddress, startMailServer, type MailServer } from "@/testing/mail-server";
import { makePerson } from "@/testing/people";
import { makeStaff, TESTS } from "@/testing/staff";

let server: MailServer;
beforeAll(async () => {
  beginWith({});
  server = await startMailServer();
});
afterAll(async () => {
  server.close();
  await driver().close();
});

async function confirmed() {
  const person = await makePerson();
  await confirmAddress(person);
  return person;
}

async function staff() {
  const { id, handle } = await makeStaff("owner");
  return { id, name: handle };
}

describe("a mail about a measure", () => {
  it("says what the staff wrote and where to appeal, and then what was answered", async () => {
    const [actor, person, unconfirmed] = [await staff(), await confirmed(), await makePerson()];
    await takeMeasure(actor, unconfirmed.id, { measure: "limit", text: "Loud" });
    const strike = await takeMeasure(actor, person.id, { measure: "limit", text: "Be kind to the snail." });
    const mail = await server.mailTo(addressOf(person));
    expect(mail.subject).toMatch(/^About your account in /);
    expect(mail.text).toContain("Be kind to the snail.");
    expect(mail.text).toContain("/settings/strikes");
    await appeal(person.id, strike, "The snail laughed.");
    await answerAppeal(actor, strike, { approve: true, text: "So it did." });
    expect((await server.mailTo(addressOf(person), 2)).text).toContain("So it did.");
    expect(server.mailsTo(addressOf(unconfirmed))).toEqual([]);
  });

  it("reaches somebody who cannot sign in any more, and leads to where they read why", async () => {
    const [actor, person] = [await staff(), await confirmed()];
    await takeMeasure(actor, person.id, { measure: "suspend", text: "Threats" });
    expect((await server.mailTo(addressOf(person))).text).toContain("/sign-in");
  });

  it("is not sent from the command line, which ends before", async () => {
    const [actor, first, second] = [await staff(), await confirmed(), await confirmed()];
    await takeMeasure(TESTS, first.id, { measure: "limit", text: "Loud" });
    await takeMeasure(actor, second.id, { measure: "limit", text: "Loud" });
    await server.mailTo(addressOf(second));
    expect(server.mailsTo(addressOf(first))).toEqual([]);
  });
});
