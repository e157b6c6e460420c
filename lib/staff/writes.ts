import { forgetIdentity } from "@/lib/auth/writes";
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
