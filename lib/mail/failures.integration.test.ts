import { afterAll, beforeAll, expect, it } from "vitest";
import { signUp } from "@/lib/account/writes";
import { MailAddressError } from "@/lib/mail/rules";
import { mailFailures } from "@/lib/mail/reads";
import { sendMail } from "@/lib/mail/writes";
import { driver } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";
import { call, signUpForm } from "@/testing/api";
import { beginWith, changeEnv } from "@/testing/change-env";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { until } from "@/testing/until";

let server: MailServer;
beforeAll(async () => {
  beginWith({});
  server = await startMailServer("butter");
});
afterAll(async () => {
  server.close();
  await driver().close();
});

it("tells staff which mails could not be sent and why, without telling for whom they were", async () => {
  const [right, before] = [process.env["BARKER_SMTP_URL"] ?? "", await mailFailures()];
  // It has the form of an address, but the password is encoded as no UTF-8.
  changeEnv("BARKER_SMTP_URL", "smtp://mill:p%E9ss@localhost:2587");
  const mail = { to: "anna@town.example", kind: "weekly", subject: "Your week", text: "…" } as const;
  await expect(sendMail(mail)).rejects.toThrow(MailAddressError);

  changeEnv("BARKER_SMTP_URL", right.replace("butter", "margarine"));
  const form = signUpForm();
  expect(await signUp(form)).toMatchObject({ ok: true });
  const failed = async () => (await mailFailures()).ofDay - before.ofDay;
  await until(async () => (await failed()) === 2);
  expect(await call("POST", "/api/v1/barker/password/forgotten", { json: { login: form.email } })).toMatchObject({
    status: 200,
  });
  await until(async () => (await failed()) === 3);

  const { last } = await mailFailures();
  expect(last.slice(0, 3).map(({ kind, fault }) => [kind, fault])).toEqual([
    ["reset", "login"],
    ["confirm", "login"],
    ["weekly", "invalid"],
  ]);
  expect(JSON.stringify(last)).not.toContain("@");
  expect((await mailFailures(Date.now() + DAY_MS)).ofDay).toBe(0);
});
