import type { Status } from "@/lib/barks/schema";
import type { List } from "@/lib/lists/schema";

interface Reader {
  ownerId: string;
  /** Whether the list has this person. */
  isMember: (personId: string) => boolean;
  /** Whether its owner follows this person. */
  isFollowed: (personId: string) => boolean;
}

/** Whether a list shows a bark of one of its members, by its policy for replies to others than its owner. */
export function isShownOnList(
  { account, in_reply_to_id: parent, in_reply_to_account_id: to, reblog }: Status,
  policy: List["replies_policy"],
  { ownerId, isMember, isFollowed }: Reader,
): boolean {
  if (reblog !== null || parent === null || to === account.id || to === ownerId) return true;
  if (to === null || policy === "none") return false;
  return policy === "list" ? isMember(to) : isFollowed(to);
}
