import { z } from "zod";
import { Flag } from "@/lib/text/fields";

/** The body that turns the weekly mail on or off. */
export const WeeklyChoice = z.object({ weekly: Flag });

/** The query of the address that a mail program posts to. */
export const UnsubscribeQuery = z.object({ token: z.string().max(200) });

/** Somebody who is to get the weekly mail now. */
export const DueReader = z.object({ id: z.string(), handle: z.string(), email: z.string() });
export type DueReader = z.infer<typeof DueReader>;
