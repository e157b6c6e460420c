import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFacts } from "@/lib/account/reads";
import { resetLinkOf } from "@/lib/account/recovery/writes";
import { signUp } from "@/lib/account/writes";
import { driver } from "@/lib/neo4j";
import { blockDomain, unblockDomain } from "@/lib/settings/writes";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { authenticate, makeToken, pagesOf } from "@/testing/people";
import { TESTS } from "@/testing/staff";
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

const Link = z.string();

async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { ...form, id: made.personId, pages: await pagesOf(made.personId) };
}
type Joined = Awaited<ReturnType<typeof join>>;

/** The token of the link in the mail of this number. */
async function tokenFor(email: string, count = 1): Promise<string> {
  const { text } = await server.mailTo(email, count);
  return Link.parse(/\/confirm-email#(\S+)/.exec(text ?? "")?.[1]);
}

const confirm = (token: string) => call("POST", "/api/v1/barker/email/confirm", { json: { token } });
const want = ({ pages, password }: Joined, email: string) =>
  call("POST", "/api/v1/barker/account/email", { ...pages, json: { email, password } });

describe("an e-mail address", () => {
  it("is confirmed with the link that comes after the sign-up, which may be sent again", async () => {
    const person = await join();
    const { token: access } = await makeToken(person.id);
    const token = await tokenFor(person.email);
    expect(await accountFacts(person.id)).toMatchObject({ confirmedAt: null });
    expect((await call("POST", "/api/v1/emails/confirmations", { token: access })).status).toBe(200);
    expect(await tokenFor(person.email, 2)).not.toBe("");
    expect(await confirm(token)).toMatchObject({ status: 200, json: { email: person.email } });
    expect(await accountFacts(person.id)).toMatchObject({ confirmedAt: expect.any(Number) });
    expect((await call("POST", "/api/v1/emails/confirmations", { token: access })).status).toBe(403);
  });

  it("is replaced when the new one is confirmed, and the old one is told before and after", async () => {
    const person = await join();
    const next = signUpForm().email;
    expect(await want(person, next)).toMatchObject({ status: 200, json: { waits: true } });
    const token = await tokenFor(next);
    expect(await authenticate(next, person.password)).toBeNull();
    expect(await accountFacts(person.id)).toMatchObject({ email: person.email, newEmail: next });
    expect(await confirm(token)).toMatchObject({ status: 200, json: { email: next } });
    expect(await authenticate(next, person.password)).toMatchObject({ id: person.id });
    expect(await authenticate(person.email, person.password)).toBeNull();
    expect(await accountFacts(person.id)).toMatchObject({
      email: next,
      newEmail: null,
      confirmedAt: expect.any(Number),
    });
    await server.mailTo(person.email, 3);
    const [, asked, moved] = server.mailsTo(person.email);
    expect(asked?.subject).toContain("is to be changed");
    expect(asked?.text).toContain(next);
    expect(asked?.text).toContain("/forgot-password");
    expect(moved?.subject).toContain("was changed");
    expect(moved?.text).toContain(next);
  });

  it("is told to the old one already when the new one is asked for", async () => {
    const person = await join();
    const next = signUpForm().email;
    await want(person, next);
    expect((await server.mailTo(person.email, 2)).text).toContain(next);
    expect(await accountFacts(person.id)).toMatchObject({ email: person.email, newEmail: next });
  });

  it.each([
    [
      "with the link of a mail",
      async ({ username, id }: Joined, password: string) => {
        const link = (await resetLinkOf(TESTS, username)) ?? "";
        const json = { token: link.slice(link.indexOf("#") + 1), password };
        expect((await call("POST", "/api/v1/barker/password/reset", { json })).status).toBe(200);
        return id;
      },
    ],
    [
      "in the settings",
      async ({ pages, id, ...person }: Joined, password: string) => {
        const json = { current_password: person.password, new_password: password };
        expect((await call("POST", "/api/v1/barker/account/password", { ...pages, json })).status).toBe(200);
        return id;
      },
    ],
  ])("does not change any more after the password was changed %s", async (_, change) => {
    const person = await join();
    const next = signUpForm().email;
    await want(person, next);
    const token = await tokenFor(next);
    const id = await change(person, "seven quiet herons");
    expect(await accountFacts(id)).toMatchObject({ email: person.email, newEmail: null });
    expect((await confirm(token)).status).toBe(422);
    // Nor with the old link, when the same address is wanted again.
    const pages = await pagesOf(person.id);
    expect((await want({ ...person, pages, password: "seven quiet herons" }, next)).status).toBe(200);
    expect((await confirm(token)).status).toBe(422);
    expect(await accountFacts(id)).toMatchObject({ email: person.email, newEmail: next });
    expect((await confirm(await tokenFor(next, 2))).status).toBe(200);
  });

  it("ends the links to a new password that were sent to the one before", async () => {
    const person = await join();
    const link = (await resetLinkOf(TESTS, person.username)) ?? "";
    const next = signUpForm().email;
    await want(person, next);
    expect((await confirm(await tokenFor(next))).status).toBe(200);
    const json = { token: link.slice(link.indexOf("#") + 1), password: "seven quiet herons" };
    expect((await call("POST", "/api/v1/barker/password/reset", { json })).status).toBe(422);
  });

  it("is only one that the town takes, when it is wanted and when it is confirmed", async () => {
    const person = await join();
    const email = `${person.username}@elsewhere.example`;
    await want(person, email);
    const token = await tokenFor(email);
    // No other test joins with this domain.
    await blockDomain(TESTS, "elsewhere.example");
    try {
      expect(await confirm(token)).toMatchObject({
        status: 422,
        json: { details: { email: [{ error: "ERR_BLOCKED" }] } },
      });
      expect(await want(person, `x${email}`)).toMatchObject({
        status: 422,
        json: { details: { email: [{ error: "ERR_BLOCKED" }] } },
      });
      expect(await accountFacts(person.id)).toMatchObject({ email: person.email, newEmail: email });
    } finally {
      await unblockDomain(TESTS, "elsewhere.example");
    }
  });

  it("is asked for three times an hour, whether somebody has it or not", async () => {
    const [person, other] = [await join(), await join()];
    changeEnv("BARKER_RATE_LIMITS", "on");
    const statuses: number[] = [];
    for (const email of [other.email, signUpForm().email, other.email, signUpForm().email])
      statuses.push((await want(person, email)).status);
    changeEnv("BARKER_RATE_LIMITS", "off");
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it("is not taken from somebody who has it, who is told, and who asks does not learn it", async () => {
    const [person, other] = [await join(), await join()];
    await server.mailTo(other.email);
    const taken = await want(person, other.email);
    expect(await accountFacts(person.id)).toMatchObject({ email: person.email, newEmail: other.email });
    const next = signUpForm();
    const free = await want(person, next.email);
    expect([taken.status, taken.json]).toEqual([free.status, free.json]);
    const told = await server.mailTo(other.email, 2);
    expect(told.text).toContain("You have an account with it already");
    expect(told.text).not.toContain("/confirm-email");
    expect(told.text).not.toContain(person.username);
    const token = await tokenFor(next.email);
    expect(await signUp(next)).toMatchObject({ ok: true });
    expect((await confirm(token)).status).toBe(422);
    expect(await accountFacts(person.id)).toMatchObject({ email: person.email });
  });

  it("is not confirmed with a link for another address, for another person, or with junk", async () => {
    const [person, other] = [await join(), await join()];
    const [first, second] = [await tokenFor(person.email), await tokenFor(other.email)];
    const [, limit = "", mac = ""] = second.split(".");
    for (const bad of [`${person.id}.${limit}.${mac}`, `${first}x`, "", "junk", `${person.id}.1.${mac}`])
      expect((await confirm(bad)).status).toBe(422);
    const next = signUpForm().email;
    await want(person, next);
    const older = await tokenFor(next);
    await want(person, signUpForm().email);
    expect((await confirm(older)).status).toBe(422);
    expect(await accountFacts(person.id)).toMatchObject({ email: person.email, confirmedAt: null });
  });

  it("is changed at once where no mail can be sent", async () => {
    const person = await join();
    const url = process.env["BARKER_SMTP_URL"] ?? "";
    changeEnv("BARKER_SMTP_URL", "");
    changeEnv("BARKER_DEMO", "off");
    const next = signUpForm().email;
    expect(await want(person, next)).toMatchObject({ status: 200, json: { waits: false } });
    expect(await authenticate(next, person.password)).toMatchObject({ id: person.id });
    expect((await call("POST", "/api/v1/emails/confirmations", person.pages)).status).toBe(403);
    changeEnv("BARKER_SMTP_URL", url);
  });
});

describe("a changed password", () => {
  it("is told by mail", async () => {
    const person = await join();
    const json = { current_password: person.password, new_password: "seven quiet herons" };
    expect((await call("POST", "/api/v1/barker/account/password", { ...person.pages, json })).status).toBe(200);
    const told = await server.mailTo(person.email, 2);
    expect(told.subject).toContain("password for Barker was changed");
    expect(told.text).toContain("/forgot-password");
    expect(told.html).toContain("<p>");
  });
});
