import { loginKey } from "@/lib/auth/login";
import { credentialOf } from "@/lib/auth/reads";
import { tellTwoFactor } from "@/lib/auth/two-factor/notices";
import { twoFactorRow } from "@/lib/auth/two-factor/reads";
import { endSessions, forgetIdentity } from "@/lib/auth/writes";
import { ApiError, invalid } from "@/lib/errors";
import { write, IdRow } from "@/lib/neo4j";
import { findPerson, findPersonId } from "@/lib/people/reads";
import { actorRow, isLastOwner, logEntry, staffRow } from "@/lib/staff/reads";
import { roleFault, type RoleFault } from "@/lib/staff/rules";
import type { StaffActor, RoleChange, StaffRow } from "@/lib/staff/schema";

const FAULTS: Record<RoleFault, string> = {
  owners_only: "Only an owner can make owners, or change what one may do.",
  beyond_own: "You can only give and take rights that you have yourself.",
  oneself: "You cannot change your own rights.",
};

/**
 * Changes what a person may do to run the town; no rights, and no owner, takes them out of the staff. It is in the log,
 * and in force with their next request.
 * @returns what they may do now
 * @throws ApiError invalid when nobody has the handle; forbidden by `roleFault`, and for the last owner; conflict when
 *   somebody else changed it meanwhile
 */
export async function setRole(actor: StaffActor, { handle, owner, rights }: RoleChange): Promise<StaffRow> {
  const id = await findPersonId(handle);
  const person = id === null ? null : await findPerson(id);
  if (!person) throw invalid("handle", "ERR_INVALID", "Nobody here has this handle.");
  const wanted: StaffRow = { id: person.id, owner, rights: owner ? [] : [...new Set(rights)] };
  const before = await staffRow(person.id);
  const fault = roleFault(await actorRow(actor), before, wanted);
  if (fault) throw new ApiError("forbidden", { message: FAULTS[fault] });
  const note = before.owner && !owner ? `no owner any more; ${wanted.rights.join(", ")}` : wanted.rights.join(", ");
  const entry = logEntry(actor, owner ? "owner" : "rights", { whom: person, note });
  const params = { personId: person.id, owner, rights: wanted.rights, before, entry };
  const [row] = await write("staff/set_role", params, IdRow);
  if (!row && (await isLastOwner(person.id)))
    throw new ApiError("forbidden", { message: "A town needs an owner. Make somebody else one first." });
  if (!row) throw new ApiError("conflict");
  await forgetIdentity(person.id);
  return wanted;
}

/**
 * Turns off the two-factor sign-in of somebody who has lost everything for it, also while their account is closed, and signs
 * them out everywhere, since whoever has their devices is in. It is in the log, and they are told by mail.
 * @returns their handle, and whether it was on; null when nobody has the handle
 */
export async function turnOffTwoFactorOf(
  actor: StaffActor,
  handle: string,
): Promise<{ handle: string; wasOn: boolean } | null> {
  const found = await credentialOf(loginKey(handle));
  if (!found) return null;
  const row = await twoFactorRow(found.id);
  if (!row) return { handle: handle.replace(/^@/, ""), wasOn: false };
  const entry = logEntry(actor, "two_factor", { whom: { id: found.id, handle: row.handle } });
  const [off] = await write("staff/turn_off_two_factor", { personId: found.id, entry }, IdRow);
  if (!off) return { handle: row.handle, wasOn: false };
  await endSessions(found.id);
  tellTwoFactor(row, "operator");
  return { handle: row.handle, wasOn: true };
}

/** Notes in the staff log that what is stored about a person was exported for them. */
export async function noteDataRequest(actor: StaffActor, person: { id: string; handle: string }): Promise<void> {
  const entry = logEntry(actor, "data", { whom: person });
  await write("staff/note_about", { personId: person.id, entry }, IdRow);
}
