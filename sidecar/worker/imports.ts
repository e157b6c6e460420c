import { log } from "@/lib/log";
import { deleteBark } from "@/lib/barks/writes";
import { workOnImports } from "@/lib/imports/work/writes";
import { readArchive, removeArchive } from "@/lib/media/archives/writes";

/** How often (ms) to look for imports that are due. */
const INTERVAL_MS = 1_000;

const hands = {
  // The decoder is loaded only when there are pictures.
  addPicture: async (ownerId: string, file: Uint8Array, details: { description?: string }) =>
    (await import("@/lib/media/writes")).addPicture(ownerId, file, details),
  deleteBark,
  readArchive,
  removeArchive,
};

/** Checks, carries out and undoes imports until it is stopped, independently of the delivery of jobs. */
export function startImports(): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  let stopped = false;

  async function act(): Promise<void> {
    try {
      while (!stopped && (await workOnImports(hands)) > 0);
    } catch (error) {
      log().debug({ err: error }, "imports wait for their stores");
    }
  }

  const timer = setInterval(() => {
    running ??= act().finally(() => (running = null));
  }, INTERVAL_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
