import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { metrics } from "@/lib/metrics";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { DAY_MS } from "@/lib/time";
import { townState } from "@/lib/watch/reads";
import { changeEnv } from "@/testing/change-env";
import { makePerson } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

describe("how the town is", () => {
  it("counts what was written and who joined today, and how much waits", async () => {
    const before = await townState();
    const { id } = await makePerson();
    await createBark(id, { text: "Counted" });
    const after = await townState();
    expect(after.days).toHaveLength(14);
    expect(after.days.at(-1)?.at).toBe(Math.floor(Date.now() / DAY_MS) * DAY_MS);
    expect(after.days.at(-1)?.barks).toBeGreaterThan(before.days.at(-1)?.barks ?? 0);
    expect(after.days.at(-1)?.people).toBeGreaterThan(before.days.at(-1)?.people ?? 0);
    expect(after.sizes.freeBytes).toBeGreaterThan(0);
    expect(after.certificate).toBeNull();
  });

  it("adds up the figures of the gateways that answer, and says that none does", async () => {
    metrics().deliveryLag.observe(0.004);
    metrics().deadJobs.inc();
    const text = await metrics().registry.metrics();
    const gateway = createServer((_, outgoing) => outgoing.end(text)).listen(0, "127.0.0.1");
    await new Promise((resolve) => gateway.once("listening", resolve));
    const { port } = gateway.address() as AddressInfo;
    changeEnv("BARKER_SIDECARS", `127.0.0.1:${port},127.0.0.1:1`);
    const { delivery } = await townState();
    expect(delivery?.dead).toBeGreaterThanOrEqual(1);
    expect(delivery?.p95).toBeGreaterThan(0);
    changeEnv("BARKER_SIDECARS", "127.0.0.1:1");
    expect((await townState()).delivery).toBeNull();
    gateway.close();
  });
});
