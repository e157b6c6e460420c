import { runFileOf, removeRunFile, writeRunFile } from "./run-file.mjs";
import { supervise } from "./supervise.mjs";
import { startWatchdog } from "./watchdog.mjs";

/** Who stops before whom, and how long each group may take (14 s in all): first those who write, then what they write to. */
const farewell = [
  { names: ["town", "web", "sidecar"], graceMs: 5_000 },
  { names: ["redisRest"], graceMs: 1_500 },
  { names: ["redis", "neo4j"], graceMs: 7_000 },
];

/**
 * All processes of one instance, and run.json, which always says who they are.
 *
 * @param {{ runFile: string, say: (line: string) => void }} how
 */
export function createCrew({ runFile, say }) {
  /** @type {import("./supervise.mjs").Supervised[]} */
  const members = [];
  const watchdog = startWatchdog();
  let leaving = false;

  const note = () => {
    watchdog.watch(members.flatMap(({ pid }) => pid() ?? []));
    if (!leaving) writeRunFile(runFile, runFileOf(members));
  };

  return {
    /**
     * Starts a process and waits until it is healthy.
     *
     * @param {import("./supervise.mjs").Recipe} recipe
     */
    async start(recipe) {
      const member = supervise(recipe, (event) => {
        if (event === "died")
          say(`! ${recipe.title} ended unexpectedly and is started again; its log is ${recipe.log}.`);
        // The first start tells before there is a member to write down.
        queueMicrotask(note);
      });
      members.push(member);
      await member.ready;
    },
    run: () => runFileOf(members),
    /** Ends everything, in order. */
    async stop() {
      leaving = true;
      for (const { names, graceMs } of farewell) {
        await Promise.all(members.filter(({ name }) => names.includes(name)).map((member) => member.stop(graceMs)));
      }
      watchdog.watch([]);
      watchdog.end();
      removeRunFile(runFile);
    },
  };
}

/** @typedef {ReturnType<typeof createCrew>} Crew */
