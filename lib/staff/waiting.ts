import { z } from "zod";
import { applicantCount } from "@/lib/applicants/reads";
import { hasRight, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { heldCount } from "@/lib/barks/reads";
import { openReports } from "@/lib/reports/reads";
import { pendingAppeals } from "@/lib/strikes/reads";

/** How much waits for a member of the staff in each queue; 0 in those for which they have no right. */
export const Waiting = z.object({
  reports: z.number().int(),
  appeals: z.number().int(),
  /** Barks that are held until somebody has read them. */
  held: z.number().int(),
  /** Requests to join. */
  applicants: z.number().int(),
});
export type Waiting = z.infer<typeof Waiting>;

/** Counts what waits for a member of the staff, as far as their rights go. */
export async function countWaiting(viewer: Viewer): Promise<Waiting> {
  const counted = async (right: Right, count: () => Promise<number>) => (hasRight(viewer, right) ? count() : 0);
  const [reports, appeals, held, applicants] = await Promise.all([
    counted("reports", async () => (await openReports(viewer.id)).open),
    counted("reports", pendingAppeals),
    counted("reports", heldCount),
    counted("signups", applicantCount),
  ]);
  return { reports, appeals, held, applicants };
}
