import { send } from "@/app/_ui/api";
import { take } from "@/app/_ui/bark/store";
import { tell } from "@/app/_ui/square";
import type { Status } from "@/lib/barks/schema";

/** Asks how barks are now that were shown or told before; those that are gone leave the page. */
export async function refresh(statuses: Status[]): Promise<void> {
  const ids = [...new Set(statuses.map((status) => status.reblog?.id ?? status.id))];
  if (ids.length === 0) return;
  const outcome = await send<Status[]>(`/api/v1/statuses?${new URLSearchParams(ids.map((id) => ["id[]", id]))}`);
  if (!outcome.ok) return;
  outcome.value.forEach(take);
  const there = new Set(outcome.value.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) tell({ type: "gone", id });
}
