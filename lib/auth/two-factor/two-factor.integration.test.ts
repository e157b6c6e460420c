import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Enrolment, RecoveryCodes } from "@/lib/auth/two-factor/schema";
import { keys } from "@/lib/redis/keys";
import { redis } from "@/lib/redis";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { beginWith } from "@/testing/change-env";
import { ask, count } from "@/testing/graph";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { makePerson, makeToken } from "@/testing/people";
import { digitsAt, later, PASSWORD, protectedPerson, sessionOf, withPassword } from "@/testing/two-factor";

let mails: MailServer;
beforeAll(async () => {
  beginWith({});
  mails = await startMailServer();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(async () => {
  vi.useRealTimers();
  mails.close();
  await driver().close();
});

const holding = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text)";
const mailTo = async ({ handle }: { handle: string }, number: number) =>
  (await mails.mailTo(`${handle}@town.example`, number)).subject;

describe("turning on two-factor sign-in", () => {
  it("needs a confirmation, then the first code of the app, and answers ten recovery codes", async () => {
    const person = await withPassword();
    const own = await sessionOf(person.id);
    expect(await own.begin()).toMatchObject({
      status: 403,
      json: { code: "unconfirmed", ways: { password: true, passkey: false } },
    });
    await own.confirm(PASSWORD);
    const { secret, uri } = Enrolment.parse((await own.begin()).json);
    expect(uri).toContain(`secret=${secret}`);
    expect(await own.state()).toEqual({ on_since: null, recovery_codes: 0 });
    const right = digitsAt(secret, Date.now());
    expect(await own.finish(right === "000000" ? "000001" : "000000")).toMatchObject({
      status: 422,
      json: { details: { code: [{ error: "ERR_INVALID" }] } },
    });
    const { codes } = RecoveryCodes.parse((await own.finish(right)).json);
    expect(new Set(codes).size).toBe(10);
    expect(await own.state()).toMatchObject({ on_since: expect.any(String), recovery_codes: 10 });
    expect(await own.begin()).toMatchObject({ status: 403, json: { error: "Two-factor sign-in is on already." } });
    expect(await mailTo(person, 1)).toBe("Two-factor sign-in was turned on");
  });

  it("keeps neither the secret nor a recovery code in the clear, nor in any other answer", async () => {
    const { own, secret, codes } = await protectedPerson();
    expect(await count(holding, { text: secret })).toBe(0);
    for (const code of codes) {
      expect(await count(holding, { text: code })).toBe(0);
      expect(await count(holding, { text: code.replaceAll("-", "") })).toBe(0);
    }
    const { text } = await call("GET", "/api/v1/barker/two_factor", { headers: own.headers });
    expect(text).not.toContain(secret);
  });

  it("waits sealed in Redis, in the session that began it", async () => {
    const person = await withPassword();
    const [own, other] = [await sessionOf(person.id), await sessionOf(person.id)];
    const stranger = await withPassword();
    const foreign = await sessionOf(stranger.id);
    await own.confirm(PASSWORD);
    const { secret } = Enrolment.parse((await own.begin()).json);
    const [session] = await ask(
      "MATCH (:Person {id: $id})-[:SIGNED_IN]->(s:Session) RETURN s.id AS id ORDER BY id",
      { id: person.id },
      z.object({ id: z.string() }),
    );
    const kept = await redis().get(keys.twoFactorPending(session?.id ?? ""));
    expect(kept).toContain(person.id);
    expect(kept).not.toContain(secret);
    const code = digitsAt(secret, Date.now());
    expect(await other.finish(code)).toMatchObject({
      status: 422,
      json: { error: "This took too long. Please begin again." },
    });
    expect(await foreign.finish(code)).toMatchObject({ status: 422 });
    expect((await own.finish(code)).status).toBe(200);
    expect((await own.finish(code)).status).toBe(422);
  });

  it("gives recovery codes to one of two who finish at once", async () => {
    const person = await withPassword();
    const sessions = [await sessionOf(person.id), await sessionOf(person.id)];
    const attempts = [];
    for (const session of sessions) {
      await session.confirm(PASSWORD);
      const { secret } = Enrolment.parse((await session.begin()).json);
      attempts.push(() => session.finish(digitsAt(secret, Date.now())));
    }
    const statuses = (await Promise.all(attempts.map((attempt) => attempt()))).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 403]));
  });

  it("is for accounts with a password, and not for apps", async () => {
    const own = await sessionOf((await makePerson()).id);
    expect(await own.begin()).toMatchObject({ status: 403, json: { code: "forbidden" } });
    const { token } = await makeToken((await withPassword()).id);
    for (const path of ["two_factor", "two_factor/finish", "two_factor/off", "two_factor/recovery_codes"])
      expect((await call("POST", `/api/v1/barker/${path}`, { token, json: { code: "000000" } })).status).toBe(403);
  });
});

describe("turning off two-factor sign-in", () => {
  it("needs a confirmation and a code that was not used", async () => {
    const { person, secret, used } = await protectedPerson();
    const [own, stolen] = [await sessionOf(person.id), await sessionOf(person.id)];
    later();
    const code = digitsAt(secret, Date.now());
    expect(await stolen.off(code)).toMatchObject({ status: 403, json: { code: "unconfirmed" } });
    await own.confirm(PASSWORD);
    expect((await own.off(used)).status).toBe(422);
    expect((await own.off("aaaa-bbbb-cccc-dddd")).status).toBe(422);
    expect(await own.off(code)).toMatchObject({ status: 200, json: { on_since: null, recovery_codes: 0 } });
    expect((await own.off(code)).status).toBe(422);
    expect(
      await count("(:Person {id: $id})-[:HAS]->(c) WHERE c.twoFactorSecret IS NULL AND c.recoveryCodes IS NULL", {
        id: person.id,
      }),
    ).toBe(1);
    expect(await mailTo(person, 2)).toBe("Two-factor sign-in was turned off");
  });

  it("takes a recovery code as well", async () => {
    const { own, codes } = await protectedPerson();
    expect(await own.off((codes[3] ?? "").toUpperCase())).toMatchObject({ status: 200 });
  });
});

describe("new recovery codes", () => {
  it("need a confirmation and a code, and end the old ones", async () => {
    const { person, own, codes } = await protectedPerson();
    const stolen = await sessionOf(person.id);
    expect(await stolen.newCodes(codes[0] ?? "")).toMatchObject({ status: 403, json: { code: "unconfirmed" } });
    const fresh = RecoveryCodes.parse((await own.newCodes(codes[0] ?? "")).json);
    expect(fresh.codes).toHaveLength(10);
    expect(await mailTo(person, 2)).toBe("You have new recovery codes");
    expect((await own.off(codes[1] ?? "")).status).toBe(422);
    expect((await own.off(fresh.codes[0] ?? "")).status).toBe(200);
  });
});
