import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unsubscribeToken } from "@/lib/digest/token";
import { sendWeeklyMails } from "@/lib/digest/writes";
import { env } from "@/lib/env";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { driver, write } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { ask, count } from "@/testing/graph";
import { addressOf, confirmAddress, startMailServer, type MailServer } from "@/testing/mail-server";
import { freshHandle, makePeople, makePerson, makeToken, pagesOf } from "@/testing/people";
import { suspend } from "@/testing/staff";
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

const Nothing = z.object({});
const confirmed = (id: string) => confirmAddress({ id });
/** As if the last mail had come more than a week ago. */
const due = (id: string) =>
  ask(
    "MATCH (:Person {id: $id})-[:HAS]->(c) SET c.weeklyAt = $at RETURN c.email AS email",
    { id, at: Date.now() - 8 * DAY_MS },
    Nothing,
  );
const choose = async (id: string, weekly: boolean) =>
  call("PUT", "/api/v1/barker/account/digest", { ...(await pagesOf(id)), json: { weekly } });

/** Ends the weekly mail as the program of somebody's mail provider does. */
const end = (id: string, headers: Record<string, string> = {}) =>
  call("POST", `/api/v1/barker/digest/unsubscribe?token=${unsubscribeToken(id, env().BARKER_SECRET)}`, { headers });

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

  it("does not come to somebody who ends it while others get theirs, and goes to the address of now", async () => {
    const readers = [await reader(), await reader(), await reader()].map(({ person }) => person);
    for (const { id } of readers) {
      await confirmed(id);
      await choose(id, true);
      await due(id);
    }
    const mailsOf = (one: { handle: string }) => server.mailsTo(addressOf(one)).length;
    let left: typeof readers = [];
    server.whileSending(async () => {
      left = readers.filter((one) => mailsOf(one) === 0);
      const [ends, moves] = left;
      if (ends) await choose(ends.id, false);
      const moved = "MATCH (:Person {id: $id})-[:HAS]->(c) SET c.email = $email RETURN c.email AS email";
      if (moves) await ask(moved, { id: moves.id, email: `new-${addressOf(moves)}` }, Nothing);
    });
    await sendWeeklyMails();
    const [ends, moves] = left;
    if (left.length !== 2 || !ends || !moves) throw new Error("the first mail was of somebody else");
    expect([mailsOf(ends), mailsOf(moves)]).toEqual([0, 0]);
    expect(server.mailsTo(`new-${addressOf(moves)}`)).toHaveLength(1);
  });

  it("is ended also by somebody who is suspended or leaves, and never reported as ended without an account", async () => {
    const [suspended, leaving] = [await makePerson(), await makePerson()];
    const weekly = (person: { handle: string }) =>
      count("(c:Credential {emailKey: $email}) WHERE c.weeklyAt IS NOT NULL", { email: addressOf(person) });
    for (const { id } of [suspended, leaving]) {
      await confirmed(id);
      await choose(id, true);
    }
    await suspend(suspended.handle);
    await write("account/request_deletion", { personId: leaving.id, leavesAt: Date.now() + DAY_MS }, Nothing);
    for (const person of [suspended, leaving]) {
      expect(await weekly(person)).toBe(1);
      expect((await end(person.id)).status).toBe(200);
      expect(await weekly(person)).toBe(0);
    }
    expect((await end("1")).status).toBe(404);
  });

  it("is ended by many from the one address of their mail provider", async () => {
    changeEnv("BARKER_RATE_LIMITS", "on");
    const headers = { [ADDRESS_HEADER]: freshHandle() };
    const people = await makePeople(20);
    const statuses: number[] = [];
    for (const { id } of people) statuses.push((await end(id, headers)).status);
    changeEnv("BARKER_RATE_LIMITS", "off");
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
