import { send } from "@/app/_client/api";
import { merge, toServer } from "@/app/_client/drafts/model";
import { newId, tab } from "@/app/_client/device";
import {
  drafts,
  confirmGone,
  removeDraft,
  mark,
  noteGone,
  rename,
  ingestDrafts,
  discardedDrafts,
  draftById,
} from "@/app/_client/drafts/store";
import type { Draft } from "@/lib/drafts/schema";

/** A draft is sent to the server after its writer has paused for this long. */
const REST_MS = 2_000;
/** When the window gets focus, drafts are fetched again if the last answer is this old. */
const STALE_MS = 30_000;

const address = (id: string) => `/api/v1/barker/drafts/${id}`;

let begun = false;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The pending requests of each draft, so that they run one after another. */
const turns = new Map<string, Promise<void>>();

/** Starts synchronising drafts with the server: at once, after each pause in writing, and when back online. */
export function beginSync(): void {
  if (begun) return void (Date.now() - asked > STALE_MS && void pull());
  begun = true;
  drafts.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(push, REST_MS);
  });
  addEventListener("online", () => void pull());
  addEventListener("pagehide", () => push());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") push();
    else if (Date.now() - asked > STALE_MS) void pull();
  });
  void pull();
}

/** Fetches the server's drafts, and sends local changes. @returns true, or why they could not be fetched, in a sentence */
export async function pull(): Promise<true | string> {
  asked = Date.now();
  const outcome = await send<Draft[]>("/api/v1/barker/drafts");
  if (!outcome.ok) return outcome.sentence;
  const { take, drop } = merge(drafts.get(), outcome.value, discardedDrafts());
  ingestDrafts(take);
  for (const id of drop) removeDraft(id, false);
  push();
  return true;
}

/** Sends the local changes. */
export function push(): void {
  clearTimeout(timer);
  for (const id of discardedDrafts()) inTurn(id, () => throwAway(id));
  for (const { id, dirty } of drafts.get()) if (dirty) inTurn(id, () => keep(id));
}

function inTurn(id: string, act: () => Promise<void>): void {
  const next = (turns.get(id) ?? Promise.resolve()).then(act);
  turns.set(id, next);
}

async function keep(id: string): Promise<void> {
  const writing = draftById(id);
  if (!writing?.dirty || !writing.kept || writing.sending || discardedDrafts().has(id)) return;
  const outcome = await send<Draft>(address(id), {
    method: "PUT",
    json: toServer(writing, hand()),
    keepalive: true,
  });
  if (!outcome.ok) return;
  const kept = outcome.value;
  if (kept.id !== id) {
    // What was sent or deleted meanwhile needs no separate draft.
    if (!draftById(id) || draftById(id)?.sending) return noteGone(kept.id);
    rename(id, kept.id);
    void pull();
  }
  const now = draftById(kept.id);
  if (now) mark(kept.id, { base: kept.version, dirty: now.at > writing.at });
}

async function throwAway(id: string): Promise<void> {
  if (!discardedDrafts().has(id)) return;
  const outcome = await send(address(id), { method: "DELETE", keepalive: true });
  if (outcome.ok || outcome.status === 404) confirmGone(id);
}

/** Identifies this window to the server, also after a reload, so that its own earlier text is no conflict. */
function hand(): string {
  const known = tab.get("hand");
  if (known !== null) return known;
  const made = newId();
  tab.set("hand", made);
  return made;
}
