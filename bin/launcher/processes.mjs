import { runFileOf, removeRunFile, writeRunFile } from "./run-file.mjs";
import { supervise } from "./supervise.mjs";
import { startWatchdog } from "./watchdog.mjs";

/** The order of shutdown and the time each group may take (12 s in all): first the writers, then the stores. */
const shutdownOrder = [
  { names: ["town", "web", "sidecar", "witness"], graceMs: 5_000 },
  { names: ["redis", "neo4j"], graceMs: 7_000 },
];

/**
 * The processes of one instance. Keeps run.json up to date with their ids and ports.
 *
 * @param {{ runFile: string, say: (line: string) => void }} how
 */
export function createProcesses({ runFile, say }) {
  /** @type {import("./supervise.mjs").Supervised[]} */
  const members = [];
  const watchdog = startWatchdog();
  let isStopping = false;

  const note = () => {
    watchdog.watch(members.flatMap(({ pid }) => pid() ?? []));
    if (!isStopping) writeRunFile(runFile, runFileOf(members));
  };

  return {
    /**
     * Starts a process and waits until it is healthy.
     *
     * @param {import("./supervise.mjs").ProcessSpec} spec
     */
    async start(spec) {
      const member = supervise(spec, (event) => {
        if (event === "died") say(`! ${spec.title} ended unexpectedly and is started again; its log is ${spec.log}.`);
        // At the first start the event comes before the process is in the list.
        queueMicrotask(note);
      });
      members.push(member);
      await member.ready;
    },
    run: () => runFileOf(members),
    /** Stops all processes in the order of shutdown. */
    async stop() {
      isStopping = true;
      for (const { names, graceMs } of shutdownOrder) {
        await Promise.all(members.filter(({ name }) => names.includes(name)).map((member) => member.stop(graceMs)));
      }
      watchdog.watch([]);
      watchdog.end();
      removeRunFile(runFile);
    },
  };
}

/** @typedef {ReturnType<typeof createProcesses>} Processes */
