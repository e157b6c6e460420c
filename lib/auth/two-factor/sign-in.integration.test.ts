import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { requestDeletion } from "@/lib/account/leaving/writes";
import { resetLinkOf, resetPassword } from "@/lib/account/recovery/writes";
import { rememberDevice } from "@/lib/auth/devices";
import { signIn } from "@/lib/auth/sign-in";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { driver } from "@/lib/neo4j";
import { staffLog } from "@/lib/staff/reads";
import { turnOffTwoFactorOf } from "@/lib/staff/writes";
import { takeMeasure } from "@/lib/strikes/writes";
import { apiUrl } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { ask } from "@/testing/graph";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import type { TestPerson } from "@/testing/people";
import { TESTS } from "@/testing/staff";
import { digitsAt, later, PASSWORD, protectedPerson, sessionOf, withPassword } from "@/testing/two-factor";

const HOUR_MS = 60 * 60 * 1_000;

let mails: MailServer;
beforeAll(async () => {
  beginWith({ BARKER_DEMO: "off" });
  mails = await startMailServer();
  // In the middle of an hour, because a new window of a limit would allow one more attempt.
  vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS / 2 });
});
afterAll(async () => {
  vi.useRealTimers();
  mails.close();
  await driver().close();
});

interface More {
  password?: string;
  returns?: boolean;
  cookie?: string;
}

let addresses = 0;
/** The result of signing in from a new address: the person's id, "wrong", or the code of an error. */
async function enter(
  { handle }: TestPerson,
  code?: string,
  { password = PASSWORD, returns = false, cookie }: More = {},
) {
  addresses += 1;
  const address = `2001:db8:${(process.pid & 0xffff).toString(16)}:${addresses.toString(16)}::1`;
  const headers = new Headers({ [ADDRESS_HEADER]: address, ...(cookie !== undefined && { cookie }) });
  return signIn({ login: handle, password, returns, code }, headers)
    .then((entered) => entered?.id ?? "wrong")
    .catch((error: Error) => error.message);
}

const now = (secret: string, steps = 0) => digitsAt(secret, Date.now() + steps * 30_000);

describe("signing in with two factors", () => {
  it("asks for the code only after the right password", async () => {
    const { person, secret } = await protectedPerson();
    later();
    expect(await enter(person, undefined, { password: "none of theirs" })).toBe("wrong");
    expect(await enter(person, now(secret), { password: "none of theirs" })).toBe("wrong");
    expect(await enter(person)).toBe("two_factor");
    expect(await enter(person, " ")).toBe("two_factor");
    expect(await enter(person, "12345")).toBe("wrong_code");
    expect(await enter(person, now(secret))).toBe(person.id);
    expect(await enter(await withPassword(), now(secret))).not.toBe("wrong_code");
  });

  it("takes a code once, none before it after that, and none that is older or newer by two steps", async () => {
    const { person, secret, used } = await protectedPerson();
    expect(await enter(person, used)).toBe("wrong_code");
    later();
    later();
    later();
    expect(await enter(person, now(secret, -2))).toBe("wrong_code");
    expect(await enter(person, now(secret, 2))).toBe("wrong_code");
    expect(await enter(person, now(secret, -1))).toBe(person.id);
    expect(await enter(person, now(secret, 1))).toBe(person.id);
    expect(await enter(person, now(secret, 1))).toBe("wrong_code");
    expect(await enter(person, now(secret))).toBe("wrong_code");
  });

  it("lets one of many in who send the same code at once", async () => {
    const { person, secret, codes } = await protectedPerson();
    later();
    for (const code of [now(secret), codes[0]]) {
      const results = await Promise.all(Array.from({ length: 6 }, () => enter(person, code)));
      expect(results.filter((result) => result === person.id)).toHaveLength(1);
      expect(results.filter((result) => result === "wrong_code")).toHaveLength(5);
    }
  });

  it("takes each recovery code once, of its owner only", async () => {
    const [{ person, codes }, other] = [await protectedPerson(), await protectedPerson()];
    const [first = "", second = ""] = codes;
    expect(await enter(other.person, first)).toBe("wrong_code");
    expect(await enter(person, first.replaceAll("-", " ").toUpperCase())).toBe(person.id);
    expect(await enter(person, first)).toBe("wrong_code");
    expect(await enter(person, second)).toBe(person.id);
    const own = await sessionOf(person.id);
    expect(await own.state()).toMatchObject({ recovery_codes: 8 });
  });

  it("takes no secret that was copied from another account in the database", async () => {
    const [{ person, secret }, victim] = [await protectedPerson(), await protectedPerson()];
    const copy = `MATCH (:Person {id: $from})-[:HAS]->(a), (:Person {id: $to})-[:HAS]->(b)
                  SET b.twoFactorSecret = a.twoFactorSecret RETURN b.twoFactorAt AS at`;
    await ask(copy, { from: person.id, to: victim.person.id }, z.unknown());
    later();
    expect(await enter(victim.person, now(secret))).toBe("wrong_code");
    expect(await enter(victim.person, victim.codes[0])).toBe(victim.person.id);
  });

  it("is limited to ten wrong codes an hour and thirty a day, and not for the owner in a known browser", async () => {
    const { person, secret } = await protectedPerson();
    const cookie = String((await rememberDevice(null, person.id)).split(";")[0]);
    changeEnv("BARKER_RATE_LIMITS", "on");
    const guess = async (times: number) => {
      const results = [];
      for (let turn = 0; turn < times; turn++) results.push(await enter(person, "aaaa-bbbb-cccc-dddd"));
      return results.filter((result) => result === "wrong_code").length;
    };
    expect(await guess(12)).toBe(10);
    later();
    expect(await enter(person, now(secret))).toBe("too_many_codes");
    expect(await enter(person, now(secret), { cookie })).toBe(person.id);
    let wrong = 10;
    for (let turn = 0; turn < 3; turn++) {
      vi.setSystemTime(Date.now() + 2 * HOUR_MS);
      wrong += await guess(11);
    }
    // A few more where a new day begins meanwhile.
    expect(wrong).toBeGreaterThanOrEqual(30);
    expect(wrong).toBeLessThan(40);
    const subjects = mails.mailsTo(`${person.handle}@town.example`).map(({ subject }) => subject);
    const told = subjects.filter((subject) => subject === "Somebody tried to sign in as you");
    expect([1, 2]).toContain(told.length);
    changeEnv("BARKER_RATE_LIMITS", "off");
  });

  it("is limited also when all codes come at once", async () => {
    const { person } = await protectedPerson();
    changeEnv("BARKER_RATE_LIMITS", "on");
    const results = await Promise.all(Array.from({ length: 30 }, () => enter(person, "aaaa-bbbb-cccc-dddd")));
    expect(results.filter((result) => result === "wrong_code").length).toBeLessThanOrEqual(10);
    changeEnv("BARKER_RATE_LIMITS", "off");
  });
});

describe("two-factor sign-in", () => {
  it("stays on when the password is reset with a link", async () => {
    const { person, secret } = await protectedPerson();
    const token = /#(\S+)/.exec((await resetLinkOf(TESTS, person.handle)) ?? "")?.[1] ?? "";
    await resetPassword(token, "a heron on the weir");
    later();
    const password = "a heron on the weir";
    expect(await enter(person, undefined, { password })).toBe("two_factor");
    expect(await enter(person, now(secret), { password })).toBe(person.id);
  });

  it("is asked of somebody who comes back before their account is deleted, after they said so", async () => {
    const { person, secret } = await protectedPerson();
    await requestDeletion({ personId: person.id, credential: "none", countedBy: person.id }, PASSWORD);
    later();
    expect(await enter(person, now(secret))).toMatch(/^leaving:\d+$/);
    expect(await enter(person, undefined, { returns: true })).toBe("two_factor");
    expect(await enter(person, "aaaa-bbbb-cccc-dddd", { returns: true })).toBe("wrong_code");
    expect(await enter(person)).toMatch(/^leaving:/);
    expect(await enter(person, now(secret), { returns: true })).toBe(person.id);
  });

  it.each(["disable", "suspend"] as const)("is asked before a closed account tells why (%s)", async (measure) => {
    const { person, secret } = await protectedPerson();
    await takeMeasure(TESTS, person.id, { measure, text: "Why" });
    later();
    expect(await enter(person)).toBe("two_factor");
    expect(await enter(person, now(secret))).toMatch(/^closed:/);
    expect(await enter(person, now(secret))).toBe("wrong_code");
  });

  it("is not in the export of one's data", async () => {
    const { person, own, secret, codes } = await protectedPerson();
    const [sealed] = await ask(
      "MATCH (:Person {id: $id})-[:HAS]->(c) RETURN c.twoFactorSecret AS secret, c.recoveryCodes AS codes",
      { id: person.id },
      z.object({ secret: z.string(), codes: z.array(z.string()) }),
    );
    const response = await fetch(`${await apiUrl()}/api/v1/barker/account/export`, { headers: own.headers });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = Object.values(files)
      .map((file) => strFromU8(file))
      .join("\n");
    expect(text.length).toBeGreaterThan(100);
    const secrets = [secret, sealed?.secret ?? secret, ...codes, ...(sealed?.codes ?? [])];
    expect(secrets.filter((one) => text.includes(one))).toEqual([]);
    expect(text).not.toMatch(/twoFactor|recoveryCodes/);
  });
});

describe("bin/barker two-factor off", () => {
  it("lets somebody in by their password again, ends their sessions, and is in the log", async () => {
    const { person, own } = await protectedPerson();
    expect(await turnOffTwoFactorOf(TESTS, `@${person.handle.toUpperCase()}`)).toEqual({
      handle: person.handle,
      wasOn: true,
    });
    expect((await own.ask("GET", "two_factor")).status).toBe(401);
    expect(await enter(person)).toBe(person.id);
    expect(await staffLog({ limit: 5 }, person.id)).toMatchObject([
      { act: "two_factor", by: TESTS.name, whom: person.handle },
    ]);
    expect(await turnOffTwoFactorOf(TESTS, person.handle)).toEqual({ handle: person.handle, wasOn: false });
    expect(await staffLog({ limit: 5 }, person.id)).toHaveLength(1);
    expect(await turnOffTwoFactorOf(TESTS, "nobody_has_this")).toBeNull();
  });

  it("works for suspended people too, and links to a new password are in the log", async () => {
    const { person } = await protectedPerson();
    await takeMeasure(TESTS, person.id, { measure: "suspend", text: "Why" });
    expect(await turnOffTwoFactorOf(TESTS, person.handle)).toMatchObject({ wasOn: true });
    expect(await enter(person)).toMatch(/^closed:/);
    const other = await withPassword();
    await resetLinkOf(TESTS, other.handle);
    expect(await staffLog({ limit: 5 }, other.id)).toMatchObject([{ act: "password", whom: other.handle }]);
  });
});
