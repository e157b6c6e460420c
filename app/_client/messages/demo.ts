import { send } from "@/app/_client/api";
import { messages } from "@/app/_client/messages";

/** Addresses of Barkers that run on the visitor's own machine. Words from anywhere else are never used. */
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** How often, and after which pause (ms), a browser that came while the town was setting up tries again. */
const TRIES = 5;
const PAUSE_MS = 2_000;

/** Whether this may be the demo, where nobody has to open their messages by themselves. */
export function mayBeDemo(): boolean {
  return THIS_MACHINE.test(location.hostname);
}

/**
 * In the demo, every browser is a device of the same account: opens it with the words that this machine's Barker keeps
 * for its visitor, and makes them a way in where this device came first. Does nothing anywhere else.
 */
export async function openDemo(): Promise<void> {
  if (!mayBeDemo()) return;
  const { phase, ...state } = await messages().state();
  const isOpen = "archive" in state && state.archive.ways.length > 0;
  if (isOpen || (phase !== "locked" && phase !== "ready")) return;
  const given = await send<{ words: string[] | null }>("/api/v1/barker/e2ee/demo");
  if (!given.ok || given.value.words === null) return;
  if (phase === "ready") await messages().keepWords(given.value.words);
  else await unlock(given.value.words);
}

async function unlock(words: string[]): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await messages().unlockWithWords(words);
    } catch (problem) {
      if (left === 1) throw problem;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
