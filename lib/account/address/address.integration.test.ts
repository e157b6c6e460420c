import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFacts } from "@/lib/account/reads";
import { signUp } from "@/lib/account/writes";
import { driver } from "@/lib/neo4j";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { authenticate, makeToken, pagesOf } from "@/testing/people";
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

  it("is replaced when the new one is confirmed, and the old one is told", async () => {
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
    const told = await server.mailTo(person.email, 2);
    expect(told.subject).toContain("was changed");
    expect(told.text).toContain(next);
  });

  it("is not taken from somebody who has it, neither when it is wanted nor when it is confirmed", async () => {
    const [person, other] = [await join(), await join()];
    expect(await want(person, other.email.toUpperCase())).toMatchObject({
      status: 422,
      json: { details: { email: [{ error: "ERR_TAKEN" }] } },
    });
    const next = signUpForm();
    expect((await want(person, next.email)).status).toBe(200);
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
