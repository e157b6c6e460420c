import { env } from "@/lib/env";
import { isOpen } from "@/lib/invitations/rules";
import type { Invitation, InvitationRow } from "@/lib/invitations/schema";
import { paths } from "@/lib/paths";

/** @param now Unix ms */
export function toInvitation(row: InvitationRow, now: number): Invitation {
  return {
    id: row.id,
    url: env().BARKER_ORIGIN + paths.invitation(row.code),
    max_uses: row.most,
    uses: row.uses,
    expires_at: row.until === null ? null : new Date(row.until).toISOString(),
    open: isOpen(row, now),
    autofollow: row.follows,
    created_at: new Date(row.at).toISOString(),
    made_by: row.hostHandle,
  };
}
