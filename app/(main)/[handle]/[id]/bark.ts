import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { readStatus } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

export interface BarkParams {
  params: Promise<{ handle: string; id: string }>;
}

/** The bark of an address as this viewer sees it; read once per request. */
export const barkAt = cache(async (id: string): Promise<Status | "deleted" | null> => {
  if (!/^\d{1,20}$/.test(id)) return null;
  const viewer = await getViewer();
  return readStatus(viewer?.id ?? null, id);
});

/**
 * Like `barkAt`, for pages that need an existing bark; otherwise not found. A rebark's address redirects to
 * the original, and that of a former handle to the current one.
 */
export async function barkOf(params: BarkParams["params"], pathOf = paths.bark): Promise<Status> {
  const { handle, id } = await params;
  const found = await barkAt(id);
  if (!found || found === "deleted") notFound();
  const bark: Status = found.reblog ?? found;
  if (decodeURIComponent(handle) !== `@${bark.account.acct}` || bark.id !== id) {
    permanentRedirect(pathOf(bark.account.acct, bark.id));
  }
  return bark;
}
