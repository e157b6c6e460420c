import { z } from "zod";

/** The body with which a link confirms an address. */
export const Confirmation = z.object({ token: z.string().max(200) });

/** The address that was confirmed, and whether somebody who waited for that is in now. */
export const Confirmed = z.object({ email: z.string(), entered: z.boolean() });

/** What became of a change: whether the new address has to be confirmed by the link that was sent to it. */
export const EmailChanged = z.object({ waits: z.boolean() });
