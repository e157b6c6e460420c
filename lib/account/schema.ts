import { z } from "zod";

/** People paste addresses with blanks around them. */
const Email = z.string().max(1_000).trim();

const truthy = z.union([z.boolean(), z.enum(["true", "1", "on", "false", "0", "off"])]);

/** What a sign-up sends (Mastodon `POST /api/v1/accounts`). What the values may be is in `rules`. */
export const SignUp = z.object({
  username: z.string().max(1_000),
  email: Email,
  password: z.string().max(1_000),
  agreement: truthy.transform((value) => value === true || ["true", "1", "on"].includes(String(value))),
  locale: z.string().max(35).default("en"),
});
export type SignUp = z.infer<typeof SignUp>;

/** What a change of the password sends. */
export const PasswordChange = z.object({
  current_password: z.string().max(1_000),
  new_password: z.string().max(1_000),
});

/** What a change of the e-mail address sends; the password shows that it is them. */
export const EmailChange = z.object({ password: z.string().max(1_000), email: Email });

export const HandleChange = z.object({
  handle: z
    .string()
    .max(1_000)
    .transform((handle) => handle.replace(/^@/, "")),
});

/** What asks for one's account to be deleted. */
export const Leave = z.object({ password: z.string().max(1_000) });
