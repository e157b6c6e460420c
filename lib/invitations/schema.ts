import { z } from "zod";
import { INVITATION_LIMITS as LIMITS } from "@/lib/invitations/rules";
import { Flag } from "@/lib/text/fields";

/** A link with which people join. Times are ISO 8601. */
export const Invitation = z
  .object({
    id: z.string(),
    /** The address of its page. */
    url: z.string(),
    /** Null: any number. */
    max_uses: z.number().int().nullable(),
    uses: z.number().int(),
    /** Null: it does not end by itself. */
    expires_at: z.string().nullable(),
    /** Whether it still lets somebody in. */
    open: z.boolean(),
    /** Whether who joins with it follows who made it. */
    autofollow: z.boolean(),
    created_at: z.string(),
    /** The handle of who made it. */
    made_by: z.string(),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

/** An invitation as the graph has it. Times are Unix ms. */
export const InvitationRow = z.object({
  invitation: z.object({
    id: z.string(),
    code: z.string(),
    most: z.number().nullable(),
    uses: z.number(),
    until: z.number().nullable(),
    follows: z.boolean(),
    at: z.number(),
    hostId: z.string(),
    hostHandle: z.string(),
    /** Whether who made it may bring people in now. */
    hostMay: z.boolean(),
  }),
});
export type InvitationRow = z.infer<typeof InvitationRow>["invitation"];

const MOST_SECONDS = LIMITS.ms / 1_000;

/** The body of a new invitation. Null stands for no limit, which only staff may choose. */
export const NewInvitation = z.object({
  max_uses: z.coerce.number().int().min(1).max(LIMITS.uses).nullable().default(LIMITS.uses),
  /** In seconds. */
  expires_in: z.coerce.number().int().min(60).max(MOST_SECONDS).nullable().default(MOST_SECONDS),
  autofollow: Flag.default(true),
});
export type NewInvitation = z.infer<typeof NewInvitation>;
