import { holdStill, kill, MEMBERS, pidsOf, toRedis, type ProcessMember } from "@/bench/faults/crew";

/** Something that goes wrong. It is struck, lasts as long as it lasts, and is over when `isOver` says so. */
export interface Fault {
  name: string;
  strike: () => Promise<() => boolean>;
}

const TITLES: Record<ProcessMember, string> = {
  web: "web",
  sidecar: "sidecar",
  redisRest: "Redis bridge",
  redis: "Redis",
  neo4j: "Neo4j",
};

export function killing(member: ProcessMember, only = Infinity): Fault {
  const name = only === 1 ? `kill -9 one ${TITLES[member]} of two` : `kill -9 ${TITLES[member]}`;
  return { name, strike: async () => kill([{ member, pids: pidsOf(member).slice(0, only) }]) };
}

export const killingAll: Fault = {
  name: "kill -9 all at once",
  strike: async () => kill(MEMBERS.map((member) => ({ member, pids: pidsOf(member) }))),
};

export const wiping: Fault = {
  name: "wipe Redis",
  strike: async () => {
    await toRedis("FLUSHALL");
    return () => true;
  },
};

export function pausing(member: ProcessMember, seconds: number): Fault {
  return {
    name: `pause ${TITLES[member]} for ${seconds} s`,
    strike: async () => {
      const [pid] = pidsOf(member);
      if (pid === undefined) throw new Error(`${member} does not run`);
      await holdStill(pid, seconds * 1_000);
      return () => true;
    },
  };
}

/** Redis refuses every write for want of memory. */
export function filling(seconds: number): Fault {
  return {
    name: `Redis full for ${seconds} s`,
    strike: async () => {
      await toRedis("CONFIG", "SET", "maxmemory", "1mb");
      try {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      } finally {
        await toRedis("CONFIG", "SET", "maxmemory", "0");
      }
      return () => true;
    },
  };
}

/** What `npm run bench:faults` goes through, with two sidecars. */
export const all: Fault[] = [
  killing("web"),
  killing("sidecar", 1),
  killing("sidecar"),
  killing("redisRest"),
  killing("redis"),
  killing("neo4j"),
  killingAll,
  wiping,
  ...MEMBERS.map((member) => pausing(member, 10)),
  filling(10),
  filling(40),
];

/** What `npm test` has time for: each store, and the process that delivers; the last one takes all others along. */
export const few: Fault[] = [killing("sidecar"), killing("redis"), killing("neo4j"), killingAll];

/** What `npm run test:full` goes through, with one sidecar. */
export const many: Fault[] = [killing("web"), killing("redisRest"), wiping, pausing("sidecar", 3), filling(3), ...few];
