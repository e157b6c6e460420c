import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { HeldRow, HeldStatus } from "@/lib/barks/scheduled/schema";
import { Account } from "@/lib/people/schema";
import { IdText } from "@/lib/text/fields";

/** A bark that waits for the staff, as they read it: by whom, because of which word, and what it answers and quotes. */
export const HeldBark = HeldStatus.extend({
  account: Account,
  word: z.string(),
  /** As far as everybody may read it. */
  answered: Status.nullable(),
  quoted: Status.nullable(),
}).meta({ id: "HeldBark" });
export type HeldBark = z.infer<typeof HeldBark>;

/** The same as the graph has it. */
export const ReviewRow = HeldRow.extend({ authorId: z.string(), handle: z.string() });
export type ReviewRow = z.infer<typeof ReviewRow>;

/** The query of the staff's list. `after`: the id of the last one of the page before. */
export const HeldQuery = z.object({ after: IdText.optional() });
