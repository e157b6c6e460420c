import { z } from "zod";

/** What makes a bark popular. */
export const ActKind = z.enum(["like", "reaction", "reply", "rebark", "quote"]);
export type ActKind = z.infer<typeof ActKind>;

/** The newest act of one kind by one person on one bark; `id` is null when there is none any more. */
export const Act = z.object({ barkId: z.string(), personId: z.string(), kind: ActKind, id: z.string().nullable() });
export type Act = z.infer<typeof Act>;
