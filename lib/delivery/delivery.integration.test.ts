import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { pendingCount } from "@/lib/delivery/reads";
import { markDelivered, pruneDelivered, parkOutboxEntry, claimStaleOutbox } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { driver, IdRow } from "@/lib/neo4j";
import { ask, count } from "@/testing/graph";

afterAll(() => driver().close());

/** An entry of the first second of 1970, enqueued just now, so that no running relay touches it. */
async function plantEntry(at: number): Promise<string> {
  const id = newId();
  const entry = { id, kind: "unfollow", actorId: id, subjectId: id, at, handedOverAt: Date.now() };
  await ask("CREATE (o:Outbox:Pending) SET o = $entry RETURN o.id AS id", { entry }, IdRow);
  return id;
}

/** Claims what is older than `ms` after 1970 began, also what was enqueued up to a minute from now. */
const takeOlderThan = async (ms: number, limit = 10) =>
  (await claimStaleOutbox(Date.now() - ms, -60_000, limit)).map(({ outboxId }) => outboxId);

describe("overdue entries of the outbox", () => {
  it("are claimed oldest first, only when old enough, and at most as many as asked for", async () => {
    const [second, first, third] = [await plantEntry(200), await plantEntry(100), await plantEntry(300)];
    expect(await takeOlderThan(250)).toEqual([first, second]);
    expect(await takeOlderThan(1_000, 2)).toEqual([first, second]);
    expect(await takeOlderThan(1_000)).toEqual([first, second, third]);
    await markDelivered([first, second, third]);
  });

  it("are not claimed again before the retry interval is over", async () => {
    const id = await plantEntry(100);
    const again = async (patience: number) =>
      (await claimStaleOutbox(Date.now() - 1_000, patience, 10)).some(({ outboxId }) => outboxId === id);
    expect(await again(60_000)).toBe(false);
    expect(await again(-60_000)).toBe(true);
    expect(await again(60_000)).toBe(false);
    await markDelivered([id]);
  });

  it("are no longer pending once marked delivered, which is idempotent", async () => {
    const id = await plantEntry(100);
    await markDelivered([id, "1"]);
    await markDelivered([id]);
    expect(await count("(:Pending {id: $id})", { id })).toBe(0);
    expect(await takeOlderThan(1_000)).not.toContain(id);
  });

  it("are kept for a minute after delivery, and then deleted", async () => {
    const [recent, old] = [await plantEntry(100), await plantEntry(100)];
    await markDelivered([recent, old]);
    await ask("MATCH (o:Done {id: $old}) SET o.doneAt = 5 RETURN o.id AS id", { old }, z.object({}));
    await pruneDelivered();
    expect(await count("(:Done {id: $recent})", { recent })).toBe(1);
    expect(await count("(:Outbox {id: $old})", { old })).toBe(0);
  });

  it("are kept with the reason once parked, but no longer claimed or counted", async () => {
    const id = await plantEntry(100);
    expect(await pendingCount()).toBeGreaterThan(0);
    await parkOutboxEntry(id, "no wings");
    expect(await takeOlderThan(1_000)).not.toContain(id);
    expect(await count("(o:Outbox:Parked {id: $id, reason: 'no wings'}) WHERE NOT o:Pending", { id })).toBe(1);
    await markDelivered([id]);
  });
});
