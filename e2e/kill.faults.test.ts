import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Listener } from "@/e2e/support/listener";
import { api, signUp, type ApiPerson } from "@/e2e/support/people";

const Process = z.object({ pid: z.number() });
const Run = z.object({
  web: z.array(Process),
  sidecar: z.array(Process),
  neo4j: Process,
  redis: Process,
  redisRest: Process,
});
type Victim = keyof z.infer<typeof Run>;

/** Long enough for the launcher to bring back the slowest: Neo4j within 40 s. */
const PATIENCE = 90_000;
const PACE_MS = 60;

const data = process.env["BARKER_DATA"] ?? "";
const pidOf = (victim: Victim): number => {
  const named = Run.parse(JSON.parse(readFileSync(join(data, "run.json"), "utf8")))[victim];
  const pid = Array.isArray(named) ? named[0]?.pid : named.pid;
  if (pid === undefined) throw new Error(`${victim} does not run`);
  return pid;
};

/** Barks steadily, and sends each again under the same key until it is acknowledged. */
async function barkUntil(author: ApiPerson, done: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let index = 0; !done(); index++) {
    const key = `${author.id}-${Date.now()}-${index}`;
    for (;;) {
      const answer = await api("/api/v1/statuses", {
        method: "POST",
        token: author.token,
        json: { status: `Bell ${index}` },
        idempotencyKey: key,
      });
      if (answer?.status === 200) {
        acknowledged.push(z.object({ id: z.string() }).parse(answer.body).id);
        break;
      }
      await pause(200);
    }
    await pause(PACE_MS);
  }
  return acknowledged;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("kill -9", () => {
  let author: ApiPerson;
  let listeners: Listener[];

  beforeAll(async () => {
    author = await signUp();
    const followers = await Promise.all([signUp(), signUp(), signUp()]);
    for (const follower of followers) {
      await api(`/api/v1/accounts/${author.id}/follow`, { method: "POST", token: follower.token });
    }
    listeners = await Promise.all(followers.map((follower) => Listener.connect(follower)));
  });
  afterAll(() => listeners.forEach((listener) => listener.close()));

  it.each<Victim>(["sidecar", "web", "redisRest", "redis", "neo4j"])(
    "of %s loses and doubles nothing that was acknowledged",
    async (victim) => {
      const killed = pidOf(victim);
      let over = false;
      const barking = barkUntil(author, () => over);
      await pause(1_000);
      process.kill(killed, "SIGKILL");
      await expect.poll(() => pidOf(victim), { timeout: PATIENCE, interval: 200 }).not.toBe(killed);
      // Barks that are acknowledged again show that the whole way is healed.
      const probe = await barkUntil(author, onceAcknowledged());
      await pause(1_500);
      over = true;
      const acknowledged = new Set([...(await barking), ...probe]);
      for (const listener of listeners) {
        await expect
          .poll(() => [...acknowledged].filter((id) => !listener.seen.has(id)), { timeout: 30_000 })
          .toEqual([]);
        expect(listener.doubled).toEqual([]);
        const home = await listener.home(acknowledged.size + 40);
        expect([...acknowledged].filter((id) => home.filter((entry) => entry === id).length !== 1)).toEqual([]);
        expect(home).toEqual(home.toSorted().toReversed());
      }
    },
    PATIENCE + 60_000,
  );
});

/** True from the second asking on: one bark went through. */
function onceAcknowledged(): () => boolean {
  let asked = 0;
  return () => asked++ > 0;
}
