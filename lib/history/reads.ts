import { readStatuses } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import type { StatusWithoutViewer } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { HistoryRow, type StatusEdit } from "@/lib/history/schema";
import { toHistory } from "@/lib/history/view";
import { read } from "@/lib/neo4j";

/** Every version of a bark, oldest first. @throws ApiError not_found when the viewer may not see it */
export async function historyOf(viewerId: string | null, id: string): Promise<StatusEdit[]> {
  const now = await visible(viewerId, id);
  const [row] = await read("history/by_bark", { id: now.id }, HistoryRow);
  if (!row) throw new ApiError("not_found");
  return toHistory(now, row);
}

/** The text of a bark as it was typed, for its author to edit. @throws ApiError not_found; forbidden for anybody else */
export async function sourceOf(
  viewerId: string,
  id: string,
): Promise<{ id: string; text: string; spoiler_text: string }> {
  const bark = await visible(viewerId, id);
  if (bark.account.id !== viewerId) throw new ApiError("forbidden", { message: "This bark is not yours." });
  return { id: bark.id, text: bark.text ?? "", spoiler_text: bark.spoiler_text };
}

async function visible(viewerId: string | null, id: string): Promise<StatusWithoutViewer> {
  const [status] = await readStatuses(viewerId, [id]);
  if (!status) throw new ApiError("not_found");
  return barkOf(status);
}
