import { z } from "zod";
import { RIGHTS } from "@/lib/auth/rights";
import { Account } from "@/lib/people/schema";

/** What somebody may do to run the town, as the graph stores it. Owners have all rights; their list is empty. */
export const StaffRow = z.object({ id: z.string(), owner: z.boolean(), rights: z.array(z.enum(RIGHTS)) });
export type StaffRow = z.infer<typeof StaffRow>;

/** Somebody who takes part in running the town. */
export const StaffMember = z
  .object({
    account: Account,
    is_owner: z.boolean(),
    rights: z.array(z.enum(RIGHTS)),
    /** Whether they have a second factor: an authenticator app or a passkey. */
    two_factor: z.boolean(),
  })
  .meta({ id: "StaffMember" });
export type StaffMember = z.infer<typeof StaffMember>;

/** The body of a change of what somebody may do. An owner has all rights, whatever the list says. */
export const RoleChange = z.object({
  handle: z.string().max(100).trim(),
  owner: z.boolean().default(false),
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).default([]),
});
export type RoleChange = z.infer<typeof RoleChange>;

/** Who acts for the town: a person, or with a null id somebody at the command line. */
export interface StaffActor {
  id: string | null;
  /** Their handle; of the command line, what the log calls it. */
  name: string;
}

/** What a member of the staff did. */
export const STAFF_ACTS = [
  ...(["owner", "rights", "note", "assign", "unassign", "resolve", "reopen", "recategorise"] as const),
  ...(["warn", "disable", "cover", "delete", "sensitive", "limit", "suspend", "lift"] as const),
  ...(["appeal_approved", "appeal_rejected", "settings", "signup", "invitation", "trend"] as const),
  ...(["two_factor", "password", "data", "announcement", "held_approved", "held_declined"] as const),
] as const;
export type StaffActKind = (typeof STAFF_ACTS)[number];

/**
 * An entry of the staff log, as it is stored: who did what to whom, about which report, bark or setting. Nothing changes
 * or removes one. `at` in Unix milliseconds; names are handles as they were then.
 */
export const StaffAct = z.object({
  id: z.string(),
  at: z.number(),
  act: z.enum(STAFF_ACTS),
  byId: z.string().nullable(),
  by: z.string(),
  whomId: z.string().nullable(),
  whom: z.string().nullable(),
  subject: z.string().nullable(),
  note: z.string(),
});
export type StaffAct = z.infer<typeof StaffAct>;

/** An entry of the staff log in the API. */
export const StaffLogEntry = z
  .object({
    id: z.string(),
    created_at: z.string(),
    act: z.enum(STAFF_ACTS),
    by: z.string(),
    whom: z.string().nullable(),
    subject: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: "StaffLogEntry" });
export type StaffLogEntry = z.infer<typeof StaffLogEntry>;
