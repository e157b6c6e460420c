import type { Applicant, ApplicantRow } from "@/lib/applicants/schema";

export function toApplicant(row: ApplicantRow): Applicant {
  const { id, handle, at, reason, locale, email, confirmedAt, entersWhenConfirmed } = row;
  return {
    id,
    username: handle,
    email,
    confirmed: confirmedAt !== null,
    created_at: new Date(at).toISOString(),
    locale,
    reason,
    enters_when_confirmed: entersWhenConfirmed,
  };
}
