import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rememberDevice } from "@/lib/auth/devices";
import { tellNewDevice } from "@/lib/auth/new-device";
import { driver } from "@/lib/neo4j";
import { beginWith } from "@/testing/change-env";
import { addressOf, startMailServer, type MailServer } from "@/testing/mail-server";
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

const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const deviceOf = async (id: string) => String((await rememberDevice(null, id)).split(";")[0]);

describe("a sign-in", () => {
  it("with a browser in which the person never signed in is told by mail, and one in a known browser is not", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    tellNewDevice(other.id, new Headers({ cookie: await deviceOf(other.id), "user-agent": AGENT }));
    tellNewDevice(person.id, new Headers({ cookie: await deviceOf(other.id), "user-agent": AGENT }));
    const mail = await server.mailTo(addressOf(person));
    expect(mail.subject).toBe("A new sign-in to your account");
    expect(mail.text).toContain("Firefox on Linux");
    expect(mail.text).toContain("/settings/sessions");
    tellNewDevice(person.id, new Headers({ "user-agent": AGENT }));
    await server.mailTo(addressOf(person), 2);
    expect(server.mailsTo(addressOf(other))).toEqual([]);
  });
});
