import { z } from "zod";
import { bounds, type Page } from "@/lib/http/page";
import { read } from "@/lib/neo4j";
import { ReportRow, type ReportChoice } from "@/lib/reports/schema";

/**
 * A page of the reports, newest first, as staff read them.
 * @param viewerId who reads them: nobody reads reports about themselves; null at the command line
 */
export async function reportsPage(page: Page, choice: ReportChoice, viewerId: string | null): Promise<ReportRow[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("reports/list_oldest" as const) : ("reports/list" as const);
  const { state, assignedId = null, fromId = null, aboutId = null } = choice;
  const rows = await read(
    query,
    { max, min, limit: page.limit, state, assignedId, fromId, aboutId, viewerId },
    ReportRow,
  );
  return ascending ? rows.toReversed() : rows;
}

/** One report; null when there is none, or it is about who reads it (null: the command line). */
export async function report(id: string, viewerId: string | null): Promise<ReportRow | null> {
  const [row] = await read("reports/by_id", { id, viewerId }, ReportRow);
  return row ?? null;
}

const Counts = z.object({ open: z.number(), mine: z.number() });

/** How many reports are open, and how many of them are assigned to a member of the staff. */
export async function openReports(personId: string): Promise<z.infer<typeof Counts>> {
  const [row] = await read("reports/count", { personId }, Counts);
  return row ?? { open: 0, mine: 0 };
}
