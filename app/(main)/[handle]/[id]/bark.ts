import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { readStatus } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

export interface BarkParams {
  params: Promise<{ handle: string; id: string }>;
}

/** The bark that an address names, as this viewer sees it; asked once a request. */
export const barkAt = cache(async (id: string): Promise<Status | "deleted" | null> => {
  if (!/^\d{1,20}$/.test(id)) return null;
  const viewer = await getViewer();
  return readStatus(viewer?.id ?? null, id);
});

/**
 * The same for pages about a bark that is there: all others are nobody's. A rebark's address leads to
 * what it passes on, and that of a former handle to the present one.
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
