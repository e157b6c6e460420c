import { z } from "zod";

/** A request to join, as the staff reads it. Times are ISO 8601. */
export const Applicant = z
  .object({
    id: z.string(),
    username: z.string(),
    email: z.string(),
    /** Whether the address was confirmed by mail. */
    confirmed: z.boolean(),
    created_at: z.string(),
    locale: z.string(),
    reason: z.string(),
    /** Whether they are in when they confirm their address, so that nobody has to answer. */
    enters_when_confirmed: z.boolean(),
  })
  .meta({ id: "Applicant" });
export type Applicant = z.infer<typeof Applicant>;

/** A request to join as the graph has it. Times are Unix ms. */
export const ApplicantRow = z.object({
  id: z.string(),
  handle: z.string(),
  at: z.number(),
  reason: z.string(),
  locale: z.string(),
  email: z.string(),
  confirmedAt: z.number().nullable(),
  entersWhenConfirmed: z.boolean(),
});
export type ApplicantRow = z.infer<typeof ApplicantRow>;
