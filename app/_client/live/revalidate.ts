import { send } from "@/app/_client/api";
import { olderThan, ingest } from "@/app/_client/bark-store";
import { emit } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

/** What is younger needs no asking: it was just read. */
const FRESH_MS = 30_000;
/** So many barks can be asked for at once. */
const AT_ONCE = 40;

/** Asks how barks are now that were shown or told before; those that are gone leave the page. */
export function revalidate(statuses: Status[]): Promise<void> {
  return ask(statuses.map((status) => status.reblog?.id ?? status.id));
}

/** The same for barks that come on screen long after they were read: what happened between was not told. */
export function revalidateStale(ids: string[]): Promise<void> {
  return ask(olderThan(ids, FRESH_MS));
}

async function ask(ids: string[]): Promise<void> {
  const all = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  await Promise.all(parts.map(askOnce));
}

async function askOnce(wanted: string[]): Promise<void> {
  const outcome = await send<Status[]>(`/api/v1/statuses?${new URLSearchParams(wanted.map((id) => ["id[]", id]))}`);
  if (!outcome.ok) return;
  outcome.value.forEach(ingest);
  const there = new Set(outcome.value.map(({ id }) => id));
  for (const id of wanted) if (!there.has(id)) emit({ type: "gone", id });
}
