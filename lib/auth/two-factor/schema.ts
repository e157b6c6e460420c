import { z } from "zod";

/** What a person types as the second factor: six digits of their app, or a recovery code. */
export const CodeText = z.string().trim().min(1, "can't be blank").max(100);

/** The body of what needs the second factor. */
export const CodeInput = z.object({ code: CodeText });

/** Two-factor sign-in as its owner sees it. */
export const TwoFactor = z
  .object({
    /** Since when it is on (ISO 8601), or null. */
    on_since: z.iso.datetime().nullable(),
    /** How many recovery codes are left. */
    recovery_codes: z.number().int(),
  })
  .meta({ id: "TwoFactor" });
export type TwoFactor = z.infer<typeof TwoFactor>;

/** What an authenticator app needs; shown once. */
export const Enrolment = z
  .object({
    /** In base 32, for people who type it. */
    secret: z.string(),
    /** An otpauth address, for a QR code. */
    uri: z.string(),
  })
  .meta({ id: "TwoFactorEnrolment" });
export type Enrolment = z.infer<typeof Enrolment>;

/** New recovery codes; shown once, stored as hashes. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: "RecoveryCodes" });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** The second factor of a person as the graph stores it; `at` in Unix ms, `codes`: how many recovery codes are left. */
export const TwoFactorRow = z.object({
  handle: z.string(),
  email: z.string().nullable(),
  at: z.number(),
  secret: z.string(),
  codes: z.number(),
});
export type TwoFactorRow = z.infer<typeof TwoFactorRow>;
