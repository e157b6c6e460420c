import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetUnconfirmed } from "@/lib/account/leaving/writes";
import { CONFIRM_MS } from "@/lib/account/rules";
import { signUp } from "@/lib/account/writes";
import { applicantRow } from "@/lib/applicants/reads";
import { signIn } from "@/lib/auth/sign-in";
import { createApp, createToken } from "@/lib/auth/writes";
import { openInvitation } from "@/lib/invitations/reads";
import { createInvitation } from "@/lib/invitations/writes";
import { driver } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { TownSettings } from "@/lib/settings/schema";
import { DAY_MS } from "@/lib/time";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { count } from "@/testing/graph";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { makePerson } from "@/testing/people";

let server: MailServer;
beforeAll(async () => {
  beginWith({});
  server = await startMailServer();
});
afterAll(async () => {
  server.close();
  await driver().close();
});

/** Given to each sign-up, since other test files have people join by the settings of the town meanwhile. */
const town = (more: object = {}) => TownSettings.parse({ allowed_domains: ["town.example"], ...more });

async function join(settings: TownSettings, more: object = {}) {
  const form = { ...signUpForm(), ...more };
  const made = await signUp(form, settings);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return { ...form, id: made.personId, waits: made.waits };
}

/** Opens the link of the mail that came after the sign-up. */
async function confirm(email: string) {
  const { text } = await server.mailTo(email);
  const token = /\/confirm-email#(\S+)/.exec(text ?? "")?.[1];
  return call("POST", "/api/v1/barker/email/confirm", { json: { token } });
}
const enter = async ({ username, password }: { username: string; password: string }) =>
  (await signIn({ login: username, password, returns: false }, new Headers()))?.id ?? null;
const profile = ({ username }: { username: string }) => call("GET", `/api/v1/accounts/lookup?acct=${username}`);

async function invitation() {
  const host = await makePerson();
  const { url } = await createInvitation(host.id, { max_uses: 3, expires_in: 3_600, autofollow: true }, false);
  return { host, code: url.slice(url.lastIndexOf("/") + 1) };
}

describe("somebody who joins where only some domains are allowed", () => {
  it("is nobody until they open the link that is sent to their address, and then they are in", async () => {
    const person = await join(town());
    expect(person.waits).toBe(true);
    expect(await applicantRow(person.id)).toMatchObject({ entersWhenConfirmed: true, reason: "" });
    const app = await createApp({ name: "Tests", website: null, redirectUris: [], scopes: ["read"] });
    const { access_token: token } = await createToken(app.id, ["read"], person.id);
    const own = () => call("GET", "/api/v1/accounts/verify_credentials", { token });
    expect(await own()).toMatchObject({ status: 403, json: { code: "waiting" } });
    expect((await profile(person)).status).toBe(404);
    await expect(enter(person)).rejects.toThrow("waiting");
    expect(await confirm(person.email)).toMatchObject({ status: 200, json: { email: person.email, entered: true } });
    expect(await own()).toMatchObject({ status: 200, json: { username: person.username } });
    expect((await profile(person)).status).toBe(200);
    expect(await enter(person)).toBe(person.id);
    expect(await confirm(person.email)).toMatchObject({ status: 200, json: { entered: false } });
  });

  it("gets the link again by asking for a new password", async () => {
    const person = await join(town());
    await server.mailTo(person.email);
    const ask = (login: string) => call("POST", "/api/v1/barker/password/forgotten", { json: { login } });
    expect((await ask(person.username)).status).toBe(200);
    await server.mailTo(person.email, 2);
    expect((await ask(person.email)).status).toBe(200);
    expect((await server.mailTo(person.email, 3)).text).toContain("/confirm-email#");
  });

  it("waits for the staff too where people come in by request", async () => {
    const person = await join(town({ registrations: "request" }), { reason: "I mend clocks at the mill." });
    expect(await applicantRow(person.id)).toMatchObject({ entersWhenConfirmed: false });
    expect(await confirm(person.email)).toMatchObject({ status: 200, json: { entered: false } });
    await expect(enter(person)).rejects.toThrow("waiting");
  });

  it("uses an invitation at once, and follows who sent it when they are in", async () => {
    const { host, code } = await invitation();
    const settings = town({ registrations: "invitation" });
    const person = await join(settings, { invite_code: code });
    expect(person.waits).toBe(true);
    expect(await openInvitation(code, settings)).toMatchObject({ uses: 1 });
    expect((await confirm(person.email)).status).toBe(200);
    expect(await relationships(person.id, [host.id])).toMatchObject([{ following: true }]);
  });

  it("is deleted a day after the link has ended, which frees the handle, the address and the invitation", async () => {
    const { code } = await invitation();
    const [person, asked] = [
      await join(town(), { invite_code: code }),
      await join(town({ registrations: "request" }), { reason: "I mend clocks at the mill." }),
    ];
    await forgetUnconfirmed(Date.now() + CONFIRM_MS);
    expect(await count("(:Applicant {id: $id})", { id: person.id })).toBe(1);
    await forgetUnconfirmed(Date.now() + CONFIRM_MS + DAY_MS + 60_000);
    expect(await count("(:Applicant {id: $id})", { id: person.id })).toBe(0);
    expect(await count("(:Applicant {id: $id})", { id: asked.id })).toBe(1);
    expect(await openInvitation(code, town())).toMatchObject({ uses: 0 });
    const { username, email } = person;
    expect((await join(TownSettings.parse({}), { username, email })).waits).toBe(false);
  });

  it("is in at once where no mail can be sent", async () => {
    const url = process.env["BARKER_SMTP_URL"] ?? "";
    changeEnv("BARKER_SMTP_URL", "");
    changeEnv("BARKER_DEMO", "off");
    const person = await join(town());
    changeEnv("BARKER_SMTP_URL", url);
    expect(person.waits).toBe(false);
    expect(await enter(person)).toBe(person.id);
  });
});
