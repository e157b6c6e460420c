import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** The people with whom somebody shares a grid, the invitations they received, and those they sent. */
export const Household = z
  .object({ members: z.array(Account), invitations: z.array(Account), invited: z.array(Account) })
  .meta({ id: "Household" });
export type Household = z.infer<typeof Household>;

/** The body of `POST /api/v1/barker/household/invitations`. */
export const Invitation = z.object({ account_id: z.string().regex(/^\d{1,20}$/) });

/** A household as the graph returns it, by ids. */
export const HouseholdRow = z.object({
  members: z.array(z.string()),
  invitations: z.array(z.string()),
  invited: z.array(z.string()),
});
