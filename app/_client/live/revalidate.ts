import { send } from "@/app/_client/api";
import { olderThan, ingest } from "@/app/_client/bark-store";
import { emit } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

/** Barks that were updated more recently (ms) are not requested again. */
const FRESH_MS = 30_000;
/** The maximum number of barks per request. */
const BATCH = 40;

/** Fetches the current state of barks that were shown or received before; deleted ones are removed from the page. */
export function revalidate(statuses: Status[]): Promise<void> {
  return ask(statuses.map((status) => status.reblog?.id ?? status.id));
}

/** The same for barks that come on screen long after they were read, whose changes since are unknown. */
export function revalidateStale(ids: string[]): Promise<void> {
  return ask(olderThan(ids, FRESH_MS));
}

async function ask(ids: string[]): Promise<void> {
  const all = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, part) =>
    all.slice(part * BATCH, (part + 1) * BATCH),
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
