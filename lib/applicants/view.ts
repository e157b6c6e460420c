import type { Applicant, ApplicantRow } from "@/lib/applicants/schema";

export function toApplicant({ id, handle, at, reason, locale, email, confirmedAt }: ApplicantRow): Applicant {
  return {
    id,
    username: handle,
    email,
    confirmed: confirmedAt !== null,
    created_at: new Date(at).toISOString(),
    locale,
    reason,
  };
}
