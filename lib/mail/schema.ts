import { z } from "zod";

/** What a mail is for, for the list of those that could not be sent. */
export const MailKind = z.enum([
  "confirm",
  "reset",
  "address",
  "security",
  "answer",
  "weekly",
  "staff",
  "measure",
  "test",
]);
export type MailKind = z.infer<typeof MailKind>;

/** Why a mail could not be sent. */
export const MailFault = z.enum(["invalid", "unreachable", "certificate", "login", "address", "refused"]);
export type MailFault = z.infer<typeof MailFault>;

/** A mail that could not be sent: when (Unix ms), what for and why. For whom it was is in nobody's list. */
export const FailedMail = z.object({ at: z.number(), kind: MailKind, fault: MailFault });
export type FailedMail = z.infer<typeof FailedMail>;
