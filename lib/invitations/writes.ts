import { randomBytes } from "node:crypto";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { INVITATION_LIMITS, mayInvite, unlimitedFields } from "@/lib/invitations/rules";
import { InvitationRow, type Invitation, type NewInvitation } from "@/lib/invitations/schema";
import { toInvitation } from "@/lib/invitations/view";
import { IdRow, write } from "@/lib/neo4j";
import { townSettings } from "@/lib/settings/reads";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";

/** Random bytes of a code: nobody guesses one. */
const CODE_BYTES = 12;

/**
 * Makes an invitation.
 * @param isStaff whether the person may manage sign-ups, and so make invitations without a limit
 * @throws ApiError forbidden in a town where they make none; invalid without a limit, or when too many are open
 */
export async function createInvitation(personId: string, wanted: NewInvitation, isStaff: boolean): Promise<Invitation> {
  const settings = await townSettings();
  if (!mayInvite(settings, isStaff)) {
    throw new ApiError("forbidden", { message: "In this town you cannot make invitations." });
  }
  const [unlimited] = isStaff ? [] : unlimitedFields(wanted);
  if (unlimited !== undefined) throw invalid(unlimited, "ERR_INVALID", "Only staff make invitations without a limit.");
  const at = Date.now();
  const given = {
    personId,
    id: newId(),
    code: randomBytes(CODE_BYTES).toString("base64url"),
    most: wanted.max_uses,
    until: wanted.expires_in === null ? null : at + wanted.expires_in * 1_000,
    follows: wanted.autofollow,
    at,
    limit: INVITATION_LIMITS.open,
    everybody: mayInvite(settings, false),
  };
  const [made] = await write("invitations/create", given, InvitationRow);
  if (made) return toInvitation(made.invitation, at);
  const message = `You can have ${INVITATION_LIMITS.open} open invitations, and make none while your account is limited.`;
  throw new ApiError("invalid", { message });
}

/** Ends an invitation of a person. @returns false when they have none with that id, or it has ended */
export async function endInvitation(personId: string, id: string): Promise<boolean> {
  return (await write("invitations/end", { personId, id, at: Date.now() }, IdRow)).length > 0;
}

/** Ends an invitation of anybody, which the staff log notes. @returns false when there is none, or it has ended */
export async function endAnyInvitation(actor: StaffActor, id: string): Promise<boolean> {
  const entry = logEntry(actor, "invitation", { subject: id, note: "ended" });
  return (await write("invitations/end_any", { id, at: Date.now(), entry }, IdRow)).length > 0;
}
