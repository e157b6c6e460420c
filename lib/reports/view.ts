import type { PersonRow } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";
import type { Report, ReportCategory } from "@/lib/reports/schema";

/** What is stored of a report, besides whom and which barks it is about. */
interface FiledReport {
  id: string;
  at: number;
  category: ReportCategory;
  comment: string;
  ruleIds: string[];
}

/** A report that was just filed, as its author sees it. */
export function toReport(report: FiledReport, barkIds: string[], person: PersonRow): Report {
  return {
    id: report.id,
    action_taken: false,
    action_taken_at: null,
    category: report.category,
    comment: report.comment,
    forwarded: false,
    created_at: new Date(report.at).toISOString(),
    status_ids: barkIds,
    rule_ids: report.ruleIds,
    target_account: toAccount(person),
  };
}
