import { z } from "zod";
import { Status } from "@/lib/barks/schema";

/** The kinds of acts that make a bark popular. */
export const ActKind = z.enum(["like", "reaction", "reply", "rebark", "quote"]);
export type ActKind = z.infer<typeof ActKind>;

/** The newest act of one kind by one person on one bark; `id` is null when it was undone. */
export const Act = z.object({ barkId: z.string(), personId: z.string(), kind: ActKind, id: z.string().nullable() });
export type Act = z.infer<typeof Act>;

/** A popular bark (Mastodon `Status`), and how many distinct people acted on it within the hour. */
export const PopularStatus = Status.extend({ people_this_hour: z.number().int() }).meta({ id: "PopularStatus" });
export type PopularStatus = z.infer<typeof PopularStatus>;
