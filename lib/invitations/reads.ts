import { isOpen } from "@/lib/invitations/rules";
import { InvitationRow, type Invitation } from "@/lib/invitations/schema";
import { toInvitation } from "@/lib/invitations/view";
import { read } from "@/lib/neo4j";

/** How many invitations of one person are read: more than anybody makes. */
const OWN = 1_000;

/** A person's invitations, newest first. */
export async function invitationsOf(personId: string): Promise<Invitation[]> {
  const rows = await read("invitations/of_person", { personId, limit: OWN }, InvitationRow);
  return rows.map(({ invitation }) => toInvitation(invitation, Date.now()));
}

/** The invitation of a link, if it still lets somebody in; else null. */
export async function openInvitation(code: string): Promise<InvitationRow | null> {
  const [row] = await read("invitations/by_code", { code }, InvitationRow);
  return row && isOpen(row.invitation, Date.now()) ? row.invitation : null;
}
