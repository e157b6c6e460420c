import { RIGHTS, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import type { StaffActor, StaffRow } from "@/lib/staff/schema";

/** The bits of Mastodon's permissions that a right corresponds to. */
const BITS: Record<Right, number[]> = {
  reports: [3, 4, 9],
  people: [7, 10, 18],
  signups: [11],
  settings: [6, 12],
  trends: [8],
  log: [2],
  staff: [17],
};
const ADMINISTRATOR = 0;

/** Mastodon's `Role` of a person: owner, moderator, or the default one of everybody. */
export function roleOf(staff: Pick<StaffRow, "owner" | "rights"> | null) {
  const common = { color: "", highlighted: false, collection_limit: 0 };
  if (staff?.owner) return { id: "3", name: "Owner", permissions: permissions([ADMINISTRATOR], RIGHTS), ...common };
  if (staff && staff.rights.length > 0)
    return { id: "1", name: "Moderator", permissions: permissions([], staff.rights), ...common };
  return { id: "-99", name: "", permissions: "0", ...common };
}

function permissions(bits: number[], rights: readonly Right[]): string {
  const all = new Set([...bits, ...rights.flatMap((right) => BITS[right])]);
  return String([...all].reduce((sum, bit) => sum + 2 ** bit, 0));
}

/** Why somebody may not change what another may do here; null when they may. */
export type RoleFault = "owners_only" | "beyond_own" | "oneself";

/**
 * Whether a member of the staff may give somebody these rights. Owners may do everything; others who may grant rights
 * can neither make owners, nor change one, nor give or take what they may not do themselves, nor change themselves.
 * @param actor the rights of who changes; null: the command line
 * @param target what the other one may do so far
 */
export function roleFault(
  actor: (StaffRow & { id: string }) | null,
  target: StaffRow,
  wanted: Pick<StaffRow, "owner" | "rights">,
): RoleFault | null {
  if (!actor || actor.owner) return null;
  if (target.owner || wanted.owner) return "owners_only";
  if (actor.id === target.id) return "oneself";
  const changed = RIGHTS.filter((right) => target.rights.includes(right) !== wanted.rights.includes(right));
  return changed.every((right) => actor.rights.includes(right)) ? null : "beyond_own";
}

/**
 * Whether somebody may take measures against a person: nobody against an owner, only owners against other staff.
 * @param actor null: the command line
 */
export function mayActAgainst(actor: StaffRow | null, target: StaffRow): boolean {
  if (target.owner) return false;
  return target.rights.length === 0 || actor === null || actor.owner;
}

/** A member of the staff as the log names them. */
export function actorOf({ id, handle }: Pick<Viewer, "id" | "handle">): StaffActor {
  return { id, name: handle };
}
