import { push } from "@/app/_ui/compose/sync";
import { allDrafts, beginDrafts, isBehind } from "@/app/_ui/drafts";
import { waitingWords } from "@/app/_ui/outbox/model";
import { entriesOf } from "@/app/_ui/outbox/store";
import { tellWorker } from "@/app/_ui/worker";

/** Drafts are on the server within moments, unless it is away. */
const MOMENT_MS = 3_000;
const PATIENCE_MS = 20_000;
const LOOK_MS = 150;

/** What of somebody the server does not have yet, in words; null when it has everything. */
export async function whatRests(owner: string): Promise<string | null> {
  await until(MOMENT_MS, () => Promise.resolve(!hasDrafts(owner)));
  return restOf(owner);
}

/** Sends what is not sent yet, and waits for it. @returns what is left then, in words; null when nothing is */
export async function sendRest(owner: string): Promise<string | null> {
  await until(PATIENCE_MS, async () => {
    await tellWorker({ type: "send", owner });
    return (await restOf(owner)) === null;
  });
  return restOf(owner);
}

async function restOf(owner: string): Promise<string | null> {
  const deeds = await waitingDeeds(owner);
  const barks = deeds.filter(({ deed }) => deed.kind === "bark").length;
  const drafts = hasDrafts(owner) ? allDrafts().filter(({ dirty }) => dirty).length : 0;
  const parts = [waitingWords(barks, deeds.length - barks), draftWords(drafts)].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join(", and ")}.`;
}

function draftWords(count: number): string | null {
  if (count === 0) return null;
  return count === 1 ? "1 draft is on this device alone" : `${count} drafts are on this device alone`;
}

async function waitingDeeds(owner: string) {
  try {
    return (await entriesOf(owner)).filter(({ state }) => state === "waiting");
  } catch {
    return [];
  }
}

function hasDrafts(owner: string): boolean {
  beginDrafts(owner);
  if (!isBehind()) return false;
  push();
  return true;
}

/** Looks again and again until something is so, or the time is over. */
async function until(ms: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo()) && navigator.onLine && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
