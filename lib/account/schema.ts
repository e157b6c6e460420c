import { z } from "zod";

const truthy = z.union([z.boolean(), z.enum(["true", "1", "on", "false", "0", "off"])]);

/** What a sign-up sends (Mastodon `POST /api/v1/accounts`). What the values may be is in `rules`. */
export const SignUp = z.object({
  username: z.string(),
  email: z.string(),
  password: z.string(),
  agreement: truthy.transform((value) => value === true || ["true", "1", "on"].includes(String(value))),
  locale: z.string().max(35).default("en"),
});
export type SignUp = z.infer<typeof SignUp>;
