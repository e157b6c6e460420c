import { MAX_ID } from "@/lib/ids";
import { isOpen, mayInvite } from "@/lib/invitations/rules";
import { InvitationRow, type Invitation } from "@/lib/invitations/schema";
import { toInvitation } from "@/lib/invitations/view";
import { read } from "@/lib/neo4j";
import { townSettings } from "@/lib/settings/reads";
import type { TownSettings } from "@/lib/settings/schema";

/** How many invitations the list of the staff shows. */
const LISTED = 100;
/** How many invitations of one person are read: more than anybody makes. */
const OWN = 1_000;

/** A person's invitations, newest first. */
export async function invitationsOf(personId: string): Promise<Invitation[]> {
  const given = { personId, limit: OWN, everybody: mayInvite(await townSettings(), false) };
  const rows = await read("invitations/of_person", given, InvitationRow);
  return rows.map(({ invitation }) => toInvitation(invitation, Date.now()));
}

/** The invitations of everybody, newest first, for the staff. @param before an id; only older ones are returned */
export async function allInvitations(before = MAX_ID): Promise<Invitation[]> {
  const given = { before, limit: LISTED, everybody: mayInvite(await townSettings(), false) };
  const rows = await read("invitations/newest", given, InvitationRow);
  return rows.map(({ invitation }) => toInvitation(invitation, Date.now()));
}

/** The invitation of a link, if it lets somebody in where these are the settings; else null. */
export async function openInvitation(code: string, settings: TownSettings): Promise<InvitationRow | null> {
  const [row] = await read("invitations/by_code", { code, everybody: mayInvite(settings, false) }, InvitationRow);
  return row && isOpen(row.invitation, Date.now()) ? row.invitation : null;
}
