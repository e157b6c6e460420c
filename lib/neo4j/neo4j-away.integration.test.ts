import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import { createBark } from "@/lib/barks/writes";
import { readiness } from "@/lib/instance/reads";
import { driver } from "@/lib/neo4j";
import { beginWith } from "@/testing/change-env";

/** Accepts connections and never answers: the worst kind of failure. */
const sockets = new Set<Socket>();
const silence = createServer((socket) => void sockets.add(socket));

beforeAll(async () => {
  await new Promise<void>((resolve) => void silence.listen(0, "127.0.0.1", resolve));
  const { port } = silence.address() as AddressInfo;
  beginWith({ NEO4J_URI: `bolt://127.0.0.1:${port}`, LOG_LEVEL: "silent" });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silence.close();
  await driver().close();
});

describe("while Neo4j is unavailable", () => {
  it("reads and writes fail in less than three seconds, with the time to retry", async () => {
    const started = performance.now();
    const answers = await Promise.allSettled([readStatuses(null, ["1"]), createBark("1", { text: "Hello" })]);
    expect(performance.now() - started).toBeLessThan(3_000);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: "rejected", reason: { code: "away", status: 503, retryAfter: 2 } });
    }
  });

  it("readiness says which store it is", async () => {
    expect(await readiness()).toEqual({ ready: false, neo4j: false, redis: true });
  });
});
