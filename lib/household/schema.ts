import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** Whom somebody shares one grid of places with, who waits for an answer of theirs, and whom they invited. */
export const Household = z
  .object({ members: z.array(Account), invitations: z.array(Account), invited: z.array(Account) })
  .meta({ id: "Household" });
export type Household = z.infer<typeof Household>;

/** Who is invited: `POST /api/v1/barker/household/invitations`. */
export const Invitation = z.object({ account_id: z.string().regex(/^\d{1,20}$/) });

/** A household as the graph holds it: ids. */
export const HouseholdRow = z.object({
  members: z.array(z.string()),
  invitations: z.array(z.string()),
  invited: z.array(z.string()),
});
