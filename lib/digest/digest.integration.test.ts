import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendWeeklyMails } from "@/lib/digest/writes";
import { driver } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { beginWith } from "@/testing/change-env";
import { ask } from "@/testing/graph";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { DAY_MS } from "@/lib/time";
import { z } from "zod";

let server: MailServer;
beforeAll(async () => {
  beginWith({});
  server = await startMailServer();
});
afterAll(async () => {
  server.close();
  await driver().close();
});

const addressOf = ({ handle }: { handle: string }) => `${handle}@town.example`;
const Nothing = z.object({});
const confirmed = (id: string) =>
  ask("MATCH (:Person {id: $id})-[:HAS]->(c) SET c.confirmedAt = 1 RETURN c.email AS email", { id }, Nothing);
/** As if the last mail had come more than a week ago. */
const due = (id: string) =>
  ask(
    "MATCH (:Person {id: $id})-[:HAS]->(c) SET c.weeklyAt = $at RETURN c.email AS email",
    { id, at: Date.now() - 8 * DAY_MS },
    Nothing,
  );
const choose = async (id: string, weekly: boolean) =>
  call("PUT", "/api/v1/barker/account/digest", { ...(await pagesOf(id)), json: { weekly } });

/** Somebody who follows somebody who barked publicly, for followers, and under a note. */
async function reader() {
  const [person, author] = [await makePerson(), await makePerson()];
  await follow(person.id, author.id);
  const { token } = await makeToken(author.id);
  for (const json of [
    { status: "Fog on the weir <today>" },
    { status: "Only for you", visibility: "private" },
    { status: "Hidden", spoiler_text: "A note" },
  ])
    expect((await call("POST", "/api/v1/statuses", { token, json })).status).toBe(200);
  return { person, author };
}

describe("the weekly mail", () => {
  it("is off until somebody with a confirmed address turns it on, and comes a week later", async () => {
    const { person } = await reader();
    expect((await choose(person.id, true)).status).toBe(403);
    await confirmed(person.id);
    expect(await choose(person.id, true)).toMatchObject({ status: 200, json: { weekly: true } });
    await sendWeeklyMails();
    await sendWeeklyMails(Date.now() + 6 * DAY_MS);
    expect(server.mailsTo(addressOf(person))).toEqual([]);
  });

  it("comes once, however many workers send, with what is public, and ends with one click", async () => {
    const { person, author } = await reader();
    await confirmed(person.id);
    await choose(person.id, true);
    await due(person.id);
    await Promise.all([sendWeeklyMails(), sendWeeklyMails(), sendWeeklyMails(), sendWeeklyMails()]);
    const mails = server.mailsTo(addressOf(person));
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.text).toContain(`@${author.handle}: Fog on the weir <today>`);
    expect(mail?.text).not.toContain("Only for you");
    expect(mail?.text).not.toContain("Hidden");
    expect(mail?.html).not.toContain("<today>");
    const list = z.object({ unsubscribe: z.object({ url: z.string() }) }).parse(mail?.headers.get("list"));
    const { pathname, search } = new URL(list.unsubscribe.url);
    expect((await call("POST", `${pathname}${search}x`)).status).toBe(422);
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await call("POST", pathname + search, { body })).status).toBe(200);
    await sendWeeklyMails(Date.now() + 30 * DAY_MS);
    expect(server.mailsTo(addressOf(person))).toHaveLength(1);
  });

  it("does not come when there is nothing to tell", async () => {
    const person = await makePerson();
    await confirmed(person.id);
    await choose(person.id, true);
    await due(person.id);
    await sendWeeklyMails();
    expect(server.mailsTo(addressOf(person))).toEqual([]);
  });
});
