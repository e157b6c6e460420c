import { push } from "@/app/_client/drafts/sync";
import { drafts, initDrafts, isBehind } from "@/app/_client/drafts/store";
import { entriesOf } from "@/app/_client/outbox/store";
import { tellWorker } from "@/app/_client/worker";
import { connection as words } from "@/app/_words/shell";

/** Drafts reach the server within moments, unless it is unavailable. */
const MOMENT_MS = 3_000;
const TIMEOUT_MS = 20_000;
const CHECK_MS = 150;
const RETRY_MS = 4_000;

/** What of a person's content the server does not have yet, in words; null when it has everything. */
export async function describeUnsent(owner: string): Promise<string | null> {
  initDrafts(owner);
  await until(MOMENT_MS, () => Promise.resolve(!isBehind()), push);
  return unsentOf(owner);
}

/** Sends unsent content, and waits for it. @returns what is left then, in words; null when nothing is */
export async function sendUnsent(owner: string): Promise<string | null> {
  const isSent = async () => (await unsentOf(owner)) === null;
  await until(TIMEOUT_MS, isSent, () => {
    push();
    void tellWorker({ type: "send", owner });
  });
  return unsentOf(owner);
}

async function unsentOf(owner: string): Promise<string | null> {
  const mutations = await waitingEntries(owner);
  const barks = mutations.filter(({ deed }) => deed.kind === "bark").length;
  const unsent = drafts.get().filter(({ dirty }) => dirty).length;
  const what = [
    ...(mutations.length > 0 ? [words.waits(barks, mutations.length - barks)] : []),
    ...(unsent > 0 ? [words.draftsHere(unsent)] : []),
  ];
  return what.length === 0 ? null : words.unsent(what);
}

async function waitingEntries(owner: string) {
  try {
    return (await entriesOf(owner)).filter(({ state }) => state === "waiting");
  } catch {
    return [];
  }
}

/** Checks repeatedly until a condition holds or the time is over, and retries an action at intervals. */
async function until(ms: number, isSo: () => Promise<boolean>, act: () => void): Promise<void> {
  const began = performance.now();
  let acted = 0;
  while (!(await isSo()) && navigator.onLine && performance.now() < began + ms) {
    if (performance.now() >= began + acted * RETRY_MS) {
      acted++;
      act();
    }
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }
}
