import { z } from "zod";
import { ApplicantRow, type Applicant } from "@/lib/applicants/schema";
import { toApplicant } from "@/lib/applicants/view";
import { read } from "@/lib/neo4j";

/** How many requests are shown at a time. */
export const APPLICANTS_LISTED = 40;

/**
 * The requests to join that wait, and those who have only to confirm their address, oldest first.
 * @param after an id; only newer ones are returned
 */
export async function applicants(after = ""): Promise<Applicant[]> {
  const rows = await read("applicants/waiting", { after, limit: APPLICANTS_LISTED }, ApplicantRow);
  return rows.map(toApplicant);
}

/** A request to join; null when there is none with this id (any more). */
export async function applicantRow(id: string): Promise<ApplicantRow | null> {
  const [row] = await read("applicants/by_id", { id }, ApplicantRow);
  return row ?? null;
}

const Count = z.object({ count: z.number() });

/** How many requests to join wait for an answer; those who have only to confirm their address do not count. */
export async function applicantCount(): Promise<number> {
  const [row] = await read("applicants/count", {}, Count);
  return row?.count ?? 0;
}
