import { z } from "zod";
import { mayMakeIds } from "@/lib/ids";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { singleton } from "@/lib/singleton";
import { isShuttingDown } from "@/lib/shutdown";

const Counts = z.object({ people: z.number(), barks: z.number() });

const counts = singleton("instance-counts", () =>
  loader<z.infer<typeof Counts>>({
    ttl: 10_000,
    size: 1,
    load: async (keys) => {
      const [row] = await read("instance/counts", {}, Counts);
      return new Map(row ? keys.map((key) => [key, row]) : []);
    },
  }),
);

/** The number of people and barks, cached for ten seconds. */
export async function instanceCounts(): Promise<{ people: number; barks: number }> {
  return (await counts().get("all")) ?? { people: 0, barks: 0 };
}
const One = z.object({ one: z.literal(1) });

/** Whether this process can serve: it needs its stores and a worker number, and must not be shutting down. */
export async function readiness(): Promise<{ ready: boolean; neo4j: boolean; redis: boolean }> {
  const answers = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      () => false,
    );
  const [neo4j, pong] = await Promise.all([answers(read("instance/ping", {}, One)), answers(redis().ping())]);
  return { ready: neo4j && pong && mayMakeIds() && !isShuttingDown(), neo4j, redis: pong };
}
