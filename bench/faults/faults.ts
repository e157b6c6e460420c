import { suspend, kill, PROCESS_NAMES, pidsOf, runRedisCommand, type ProcessName } from "@/bench/faults/processes";

/** A fault to inject. `strike` injects it and returns a check whether it is over. */
export interface Fault {
  name: string;
  strike: () => Promise<() => boolean>;
}

const TITLES: Record<ProcessName, string> = {
  web: "web",
  sidecar: "sidecar",
  redis: "Redis",
  neo4j: "Neo4j",
};

export function killing(member: ProcessName, only = Infinity): Fault {
  const name = only === 1 ? `kill -9 one ${TITLES[member]} of two` : `kill -9 ${TITLES[member]}`;
  return { name, strike: async () => kill([{ member, pids: pidsOf(member).slice(0, only) }]) };
}

export const killingAll: Fault = {
  name: "kill -9 all at once",
  strike: async () => kill(PROCESS_NAMES.map((member) => ({ member, pids: pidsOf(member) }))),
};

export const wiping: Fault = {
  name: "wipe Redis",
  strike: async () => {
    await runRedisCommand("FLUSHALL");
    return () => true;
  },
};

export function pausing(member: ProcessName, seconds: number): Fault {
  return {
    name: `pause ${TITLES[member]} for ${seconds} s`,
    strike: async () => {
      const [pid] = pidsOf(member);
      if (pid === undefined) throw new Error(`${member} does not run`);
      await suspend(pid, seconds * 1_000);
      return () => true;
    },
  };
}

/** Makes Redis refuse every write because it is out of memory. */
export function filling(seconds: number): Fault {
  return {
    name: `Redis full for ${seconds} s`,
    strike: async () => {
      await runRedisCommand("CONFIG", "SET", "maxmemory", "1mb");
      try {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      } finally {
        await runRedisCommand("CONFIG", "SET", "maxmemory", "0");
      }
      return () => true;
    },
  };
}

/** The faults of `npm run bench:faults`, which runs two sidecars. */
export const all: Fault[] = [
  killing("web"),
  killing("sidecar", 1),
  killing("sidecar"),
  killing("redis"),
  killing("neo4j"),
  killingAll,
  wiping,
  ...PROCESS_NAMES.map((member) => pausing(member, 10)),
  filling(10),
  filling(40),
];

/** The faults of `npm test`: the delivering process, each store, and all processes at once. */
export const few: Fault[] = [killing("sidecar"), killing("redis"), killing("neo4j"), killingAll];

/** The faults of `npm run test:full`, which runs one sidecar. */
export const many: Fault[] = [killing("web"), wiping, pausing("sidecar", 3), filling(3), ...few];
