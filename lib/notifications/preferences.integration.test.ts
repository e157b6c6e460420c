import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { choosePolicy, toggleAlertTypes } from "@/lib/notifications/writes";
import { channels } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { makePerson } from "@/testing/people";
import { until } from "@/testing/until";

const Prefs = z.object({ policy: z.record(z.string(), z.string()), off: z.array(z.string()) });
const subscribers = async () => Number((await tcpRedis().pubsub("NUMSUB", channels.changed))[1]);

let other: ChildProcess;
beforeAll(async () => {
  const before = await subscribers();
  other = fork("testing/other-process.ts", { execArgv: ["--import", "tsx"] });
  await until(async () => (await subscribers()) > before);
});
afterAll(async () => {
  other.kill();
  tcpRedis().disconnect();
  await driver().close();
});

/** The preferences that the other process has cached for a person. */
async function prefsElsewhere(personId: string) {
  const answer = once(other, "message");
  other.send(personId);
  return Prefs.parse((await answer)[0]);
}

it("a change of preferences takes effect at once in another process that had just cached them", async () => {
  const { id } = await makePerson();
  expect((await prefsElsewhere(id)).policy).toMatchObject({ for_new_accounts: "accept" });
  await choosePolicy(id, { for_new_accounts: "drop" });
  expect((await prefsElsewhere(id)).policy).toMatchObject({ for_new_accounts: "drop" });
  await toggleAlertTypes(id, { favourite: false });
  expect((await prefsElsewhere(id)).off).toEqual(["like"]);
});
