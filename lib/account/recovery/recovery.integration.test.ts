import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFacts } from "@/lib/account/reads";
import { signUp } from "@/lib/account/writes";
import { resetToken, RESET_MS } from "@/lib/account/recovery/tokens";
import { resetLinkOf } from "@/lib/account/recovery/writes";
import { identityOfToken } from "@/lib/auth/reads";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { ask } from "@/testing/graph";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { authenticate, freshHandle, makeToken } from "@/testing/people";
import { TESTS } from "@/testing/staff";
import { until } from "@/testing/until";
import { z } from "zod";

let server: MailServer;

beforeAll(async () => {
  beginWith({});
  server = await startMailServer();
  changeEnv("BARKER_MAIL_FROM", "The Mill Town <mill@town.example>");
});
afterAll(async () => {
  server.close();
  await driver().close();
});

async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { ...form, id: made.personId };
}

const forgot = (login: string) => call("POST", "/api/v1/barker/password/forgotten", { json: { login } });
const reset = (token: string, password: string) =>
  call("POST", "/api/v1/barker/password/reset", { json: { token, password } });
/** Without the mail that every sign-up sends, which asks to confirm the address. */
const mailsTo = (email: string) => server.mailsTo(email).filter(({ subject }) => !subject?.includes("confirm"));

/** The token of the newest link that was sent to an address. */
async function tokenFor(email: string): Promise<string> {
  await until(() => Promise.resolve(mailsTo(email).length > 0));
  const [, token] = /\/new-password#(\S+)/.exec(mailsTo(email).at(-1)?.text ?? "") ?? [];
  if (token === undefined) throw new Error("no link");
  return token;
}

const fresh = () => `some ${freshHandle()} words`;

describe("a forgotten password", () => {
  it("is replaced with the link of a mail, by handle or by e-mail address, once", async () => {
    const person = await join();
    const { token: access } = await makeToken(person.id);
    expect((await forgot(`@${person.username.toUpperCase()}`)).status).toBe(200);
    const token = await tokenFor(person.email);
    const [mail] = mailsTo(person.email);
    expect(mail?.from?.text).toContain("mill@town.example");
    expect(mail?.subject).toBe("A new password for Barker");
    expect(mail?.text).toContain(`@${person.username}`);
    expect(mail?.html).toContain(`<a href="${env().BARKER_ORIGIN}/new-password#`);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");

    const password = fresh();
    expect(await reset(token, password)).toMatchObject({ status: 200 });
    expect(await authenticate(person.email, password)).toMatchObject({ id: person.id });
    expect(await authenticate(person.email, person.password)).toBeNull();
    // Signed out everywhere, and told.
    expect(await identityOfToken(access)).toBeNull();
    await until(() => Promise.resolve(mailsTo(person.email).length === 2));
    expect(mailsTo(person.email)[1]?.subject).toContain("was changed");
    expect(await reset(token, fresh())).toMatchObject({ status: 422 });
    expect(await authenticate(person.email, password)).toMatchObject({ id: person.id });

    await forgot(person.email);
    await until(() => Promise.resolve(mailsTo(person.email).length === 3));
    expect(await reset(await tokenFor(person.email), fresh())).toMatchObject({ status: 200 });
  });

  it("confirms the address when the link was mailed there, and not when the operator handed it on", async () => {
    const [mailed, handed] = [await join(), await join()];
    await forgot(mailed.email);
    expect(await reset(await tokenFor(mailed.email), fresh())).toMatchObject({ status: 200 });
    expect((await accountFacts(mailed.id)).confirmedAt).toBeGreaterThan(Date.now() - 60_000);
    const link = (await resetLinkOf(TESTS, handed.username)) ?? "";
    expect(await reset(link.slice(link.indexOf("#") + 1), fresh())).toMatchObject({ status: 200 });
    expect((await accountFacts(handed.id)).confirmedAt).toBeNull();
  });

  it("is replaced by one of two who use the same link at once", async () => {
    const person = await join();
    const link = (await resetLinkOf(TESTS, person.username)) ?? "";
    const token = link.slice(link.indexOf("#") + 1);
    const answers = await Promise.all([reset(token, fresh()), reset(token, fresh()), reset(token, fresh())]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
  });

  it("is not replaced with a link that is too old, of somebody else, or changed", async () => {
    const [person, other] = [await join(), await join()];
    const Row = z.object({ hash: z.string() });
    const [row] = await ask(
      "MATCH (:Person {id: $id})-[:HAS]->(c) RETURN c.passwordHash AS hash",
      { id: person.id },
      Row,
    );
    const account = { id: person.id, passwordHash: row?.hash ?? null, email: person.email };
    const secret = env().BARKER_SECRET;
    const good = resetToken(account, "mail", Date.now() + RESET_MS, secret);
    const [, limit, mac] = good.split(".");
    const bad = [
      resetToken(account, "mail", Date.now() - 1, secret),
      resetToken(account, "mail", Date.now() + RESET_MS, `${secret}x`),
      resetToken({ ...account, email: other.email }, "mail", Date.now() + RESET_MS, secret),
      `${other.id}.${limit}.${mac}`,
      `${person.id}.${(Date.now() + 9 * RESET_MS).toString(36)}.${mac}`,
      `${person.id}.${limit}.${"A".repeat(43)}`,
      "",
      "junk",
    ];
    for (const token of bad) expect((await reset(token, fresh())).status).toBe(422);
    expect(await authenticate(person.email, person.password)).toMatchObject({ id: person.id });
  });

  it("is refused when it is too short or easy to guess, and the link stays good", async () => {
    const person = await join();
    const link = (await resetLinkOf(TESTS, person.username)) ?? "";
    const token = link.slice(link.indexOf("#") + 1);
    for (const password of ["short", "password123"])
      expect((await reset(token, password)).json).toMatchObject({ details: { password: [{}] } });
    expect(await reset(token, fresh())).toMatchObject({ status: 200 });
  });

  it("is answered the same way for nobody, and nothing is sent", async () => {
    expect(await forgot(freshHandle())).toMatchObject({ status: 200, json: {} });
    expect(await forgot("nobody@town.example")).toMatchObject({ status: 200, json: {} });
    const person = await join();
    await forgot(person.email);
    await tokenFor(person.email);
    expect(mailsTo("nobody@town.example")).toEqual([]);
  });

  it("is not asked for more than three times an hour for one account", async () => {
    changeEnv("BARKER_RATE_LIMITS", "on");
    const person = await join();
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) statuses.push((await forgot(person.email)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    changeEnv("BARKER_RATE_LIMITS", "off");
  });

  it("cannot be asked for where no mail can be sent", async () => {
    changeEnv("BARKER_SMTP_URL", "");
    changeEnv("BARKER_DEMO", "off");
    expect(await forgot(freshHandle())).toMatchObject({ status: 403 });
  });
});
