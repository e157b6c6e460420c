import { afterAll, beforeAll } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { openPocket, startKeyLog } from "@/testing/messengers";
import { makePerson, makeToken } from "@/testing/people";
import { describeBoth } from "./testing/scenarios";

let endLog: () => Promise<void>;
beforeAll(async () => {
  endLog = await startKeyLog();
});
afterAll(async () => {
  await endLog();
  await driver().close();
});

describeBoth(() => ({
  makePerson,
  openPocket,
  access: async ({ id }) => ({
    origin: await apiUrl(),
    token: (await makeToken(id, ["messages", "read:accounts"])).token,
  }),
  async befriend(a, b) {
    await plantFollows(a.id, [b]);
    await plantFollows(b.id, [a]);
  },
}));
