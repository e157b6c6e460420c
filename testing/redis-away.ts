import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { applyLimit } from "@/lib/limits/writes";
import { readiness } from "@/lib/instance/reads";
import { driver } from "@/lib/neo4j";
import { count } from "@/testing/graph";
import { plantFollows } from "@/testing/follows";
import { makePeople } from "@/testing/people";
import { homePage } from "@/lib/timelines/reads";
import { beginWith } from "@/testing/change-env";

/** Tests of what works without Redis, which these variables lead to. Once per file: a process has one connection. */
export function describeRedisAway(way: string, variables: Record<string, string>): void {
  beforeAll(() => {
    beginWith({ ...variables, BARKER_RATE_LIMITS: "on", LOG_LEVEL: "silent" });
  });
  afterAll(() => driver().close());

  describe(`while Redis is unavailable, over ${way}`, () => {
    it("a bark can be created, and Home is read from the graph", async () => {
      const [reader, author] = await makePeople(2);
      if (!reader || !author) throw new Error("nobody");
      await plantFollows(reader.id, [author]);
      const created = await createBark(author.id, { text: "Still here" });
      const { statuses, cursor } = await homePage(reader.id, { limit: 20 }, { live: true });
      expect(statuses).toMatchObject([{ text: "Still here", id: created.ok && created.status.id }]);
      expect(cursor).toBeNull();
    });

    it("new barks wait in the outbox", async () => {
      const [author] = await makePeople(1);
      const created = await createBark(author?.id ?? "", { text: "Later" });
      const subject = created.ok ? created.status.id : "";
      expect(await count("(:Outbox:Pending {kind: 'bark', subjectId: $subject})", { subject })).toBe(1);
    });

    it("sign-in attempts are refused, and other rate limits let requests pass", async () => {
      await expect(applyLimit("signIn", "somebody")).rejects.toMatchObject({ code: "away", status: 503 });
      expect(await applyLimit("bark", "somebody")).toEqual({});
    });

    it("the readiness check names the store that is unavailable", async () => {
      expect(await readiness()).toEqual({ ready: false, neo4j: true, redis: false });
    });
  });
}
