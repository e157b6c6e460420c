import { z } from "zod";
import { applicantCount } from "@/lib/applicants/reads";
import { hasRight, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { heldCount } from "@/lib/barks/reads";
import { openReports } from "@/lib/reports/reads";
import { withoutWhatFails } from "@/lib/store-timeout";
import { pendingAppeals } from "@/lib/strikes/reads";

const Count = z.number().int().nullable();

/**
 * How much waits for a member of the staff in each queue: 0 in those for which they have no right, and null where it
 * could not be counted.
 */
export const Waiting = z.object({
  reports: Count,
  appeals: Count,
  /** Barks that are held until somebody has read them. */
  held: Count,
  /** Requests to join. */
  applicants: Count,
});
export type Waiting = z.infer<typeof Waiting>;

/** Counts what waits for a member of the staff, as far as their rights go. */
export async function countWaiting(viewer: Viewer): Promise<Waiting> {
  const counted = async (right: Right, count: () => Promise<number>) =>
    hasRight(viewer, right) ? withoutWhatFails(count()) : 0;
  const [reports, appeals, held, applicants] = await Promise.all([
    counted("reports", async () => (await openReports(viewer.id)).open),
    counted("reports", pendingAppeals),
    counted("reports", heldCount),
    counted("signups", applicantCount),
  ]);
  return { reports, appeals, held, applicants };
}
