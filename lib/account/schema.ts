import { z } from "zod";
import { Flag } from "@/lib/text/fields";

/** Trimmed, because people paste addresses with spaces around them. */
const Email = z.string().max(1_000).trim();

/** The body of a sign-up (Mastodon `POST /api/v1/accounts`). The rules for the values are in `rules`. */
export const SignUp = z.object({
  username: z.string().max(1_000),
  email: Email,
  password: z.string().max(1_000),
  agreement: Flag,
  locale: z.string().max(35).default("en"),
  /** Why somebody wants to join, where that is decided by request. */
  reason: z.string().max(5_000).trim().optional(),
  /** The code of an invitation. */
  invite_code: z.string().max(100).optional(),
});
export type SignUp = z.infer<typeof SignUp>;

/** Whether somebody who joins can have a handle; if not, one sentence says why. */
export const HandleAvailability = z
  .object({ available: z.boolean(), reason: z.string().nullable() })
  .meta({ id: "HandleAvailability" });
export type HandleAvailability = z.infer<typeof HandleAvailability>;

/** The body of a change of the password. */
export const PasswordChange = z.object({
  current_password: z.string().max(1_000),
  new_password: z.string().max(1_000),
});

/** The body of a change of the e-mail address; the password confirms it. */
export const EmailChange = z.object({ password: z.string().max(1_000), email: Email });

export const HandleChange = z.object({
  handle: z
    .string()
    .max(1_000)
    .transform((handle) => handle.replace(/^@/, "")),
});

/** The body of a request to delete one's account. */
export const Leave = z.object({ password: z.string().max(1_000) });
