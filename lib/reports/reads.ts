import { read } from "@/lib/neo4j";
import { ReportRow } from "@/lib/reports/schema";

/** Reports, newest first; only open ones, or all. */
export function reports({ open, limit }: { open: boolean; limit: number }): Promise<ReportRow[]> {
  return read("reports/newest", { open, limit }, ReportRow);
}

/** One report, or null. */
export async function report(id: string): Promise<ReportRow | null> {
  const [row] = await read("reports/by_id", { id }, ReportRow);
  return row ?? null;
}
