import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { openPocket, startKeyLog } from "@/testing/messengers";
import { makePerson, makeToken } from "@/testing/people";
import type { World } from "./terminal";

/** The real server, with its stores. `end` ends it. */
export async function realWorld(): Promise<World & { end: () => Promise<void> }> {
  const endLog = await startKeyLog();
  return {
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
    async end() {
      await endLog();
      await driver().close();
    },
  };
}
