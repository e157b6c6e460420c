import { z } from "zod";

/** The body of a request for a link to a new password. */
export const Forgotten = z.object({ login: z.string().trim().min(1).max(1_000) });

/** The body with which a link sets a new password. */
export const NewPassword = z.object({ token: z.string().max(200), password: z.string().max(1_000) });
