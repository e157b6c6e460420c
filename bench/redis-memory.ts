import { Redis } from "ioredis";
import type { Figure } from "@/bench/figures";
import { idAt } from "@/lib/ids";
import { encodeAlert as toAlertMember } from "@/lib/notifications/members";
import { ALERTS_LENGTH, HOME_LENGTH, keys, LIVE_LENGTH } from "@/lib/redis/keys";
import { MINUTE_MS } from "@/lib/time";
import { encodeEntry } from "@/lib/timelines/rules";

const PEOPLE = 400;
const SAMPLE = 20;
/** The number of events that a daily visitor receives between two visits; at most `LIVE_LENGTH` are stored. */
const USUAL_EVENTS = 60;

/** The memory that one active person takes in Redis: with everything at its maximum, and typically. */
export async function benchRedisMemory(): Promise<Figure[]> {
  const redis = new Redis(process.env["REDIS_URL"] ?? "");
  const usual = await fill(redis, "usual", USUAL_EVENTS, 40);
  const full = await fill(redis, "full", LIVE_LENGTH, ALERTS_LENGTH);
  redis.disconnect();
  const parts = `timeline ${full.home}, live stream ${full.live}, alerts ${full.alerts} KB by MEMORY USAGE`;
  return [
    {
      what: `an active person in Redis: ${HOME_LENGTH} barks, ${LIVE_LENGTH} events, ${ALERTS_LENGTH} alerts`,
      value: full.kb,
      unit: "KB",
      rival: parts,
    },
    {
      what: `the same with ${USUAL_EVENTS} events and 40 alerts`,
      value: usual.kb,
      unit: "KB",
      target: { most: 12 },
      rival: `timeline ${usual.home}, live stream ${usual.live}, alerts ${usual.alerts} KB by MEMORY USAGE`,
    },
  ];
}

async function fill(redis: Redis, kind: string, events: number, alerts: number) {
  const now = Date.now();
  const people = Array.from({ length: PEOPLE }, (_, index) => `${kind}-${index}-${now}`);
  const before = await usedBytes(redis);
  for (const person of people) {
    const ids = Array.from({ length: HOME_LENGTH }, (_, index) => idAt(now - index * MINUTE_MS));
    const heard = Array.from({ length: alerts }, (_, index) =>
      toAlertMember({
        id: idAt(now - index * MINUTE_MS),
        kind: "like",
        actorId: idAt(0),
        barkId: idAt(now),
        emoji: null,
      }),
    );
    const pipeline = redis.pipeline();
    pipeline.zadd(keys.active, now, person).zadd(keys.listening, now, person);
    pipeline.zadd(keys.timeline(person), ...ids.flatMap((id) => ["0", encodeEntry({ id, of: null })]));
    pipeline.zadd(keys.alerts(person), ...heard.flatMap((member) => ["0", member]), "0", "!");
    for (const id of ids.concat(ids).slice(0, events))
      pipeline.xadd(keys.live(person), "MAXLEN", "~", LIVE_LENGTH, "*", "bark", id);
    await pipeline.exec();
  }
  const kb = ((await usedBytes(redis)) - before) / PEOPLE / 1024;
  const [home, live, alert] = [keys.timeline, keys.live, keys.alerts].map((key) => people.slice(0, SAMPLE).map(key));
  const sizes = {
    home: await mean(redis, home ?? []),
    live: await mean(redis, live ?? []),
    alerts: await mean(redis, alert ?? []),
  };
  const pipeline = redis.pipeline();
  for (const person of people) {
    pipeline.unlink(keys.timeline(person), keys.live(person), keys.alerts(person));
    pipeline.zrem(keys.active, person).zrem(keys.listening, person);
  }
  await pipeline.exec();
  return { kb, ...sizes };
}

async function mean(redis: Redis, names: string[]): Promise<string> {
  let bytes = 0;
  for (const name of names) bytes += (await redis.memory("USAGE", name, "SAMPLES", 0)) ?? 0;
  return (bytes / names.length / 1024).toFixed(1);
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info("memory"))?.[1]);
}
