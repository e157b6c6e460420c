import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { checkStores } from "@/local/operator/doctor/stores";
import { changeEnv } from "@/testing/change-env";
import { startMailServer, type MailServer } from "@/testing/mail-server";

const servers: MailServer[] = [];
const before = process.env["BARKER_SMTP_URL"] ?? "";

beforeEach(() => changeEnv("BARKER_SMTP_URL", ""));
afterEach(() => servers.splice(0).forEach((server) => server.close()));
afterAll(async () => {
  changeEnv("BARKER_SMTP_URL", before);
  await driver().close();
});

/** Starts a mail server that wants this password. @returns its address in the environment */
async function mailServer(password: string): Promise<URL> {
  servers.push(await startMailServer(password));
  return new URL(process.env["BARKER_SMTP_URL"] ?? "");
}

/** What the doctor says of the mail server. */
const ofMail = async () => (await checkStores()).filter(({ what }) => /\bmails?\b/.test(what));

describe("bin/barker doctor", () => {
  it("finds that the stores answer", async () => {
    const findings = await checkStores();
    const things = findings.filter(({ state }) => state === "right").map(({ what }) => what);
    expect(things).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Neo4j/), expect.stringMatching(/^Redis answers/)]),
    );
    expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);
  });

  it("says what is missing where no mail can be sent", async () => {
    expect(await ofMail()).toMatchObject([{ state: "unsure", what: "No mail can be sent" }]);
  });

  it("signs in at the mail server, and sends nothing", async () => {
    const { host } = await mailServer("bread & butter");
    expect(await ofMail()).toMatchObject([{ state: "right", what: `The mail server ${host} takes mails` }]);
    expect(servers[0]?.mailsTo("")).toEqual([]);
  });

  it("says that the mail server refuses a password, without the password", async () => {
    const { host } = await mailServer("bread & butter");
    changeEnv("BARKER_SMTP_URL", `smtp://barker:margarine@${host}`);
    const [finding] = await ofMail();
    expect(finding).toMatchObject({ state: "wrong", advice: expect.stringContaining("Correct name and password") });
    expect(finding?.what).toMatch(new RegExp(`^The mail server ${host} does not take mails \\(.+\\)$`));
    expect(JSON.stringify(finding)).not.toContain("margarine");
  });

  it.each(["smtp://127.0.0.1:9", "smtp://barker@nowhere.invalid"])("says that no server answers at %s", async (url) => {
    changeEnv("BARKER_SMTP_URL", url);
    expect(await ofMail()).toMatchObject([{ state: "wrong" }]);
  });
});
