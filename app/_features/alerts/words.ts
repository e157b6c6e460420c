import { polls } from "@/app/_words/polls";
import type { AlertListRow } from "@/app/_features/alerts/model";

/** What happened, to follow the people's names. `own`: the bark is the viewer's. */
export function deed(
  { type, status, count }: Pick<AlertListRow, "type" | "status" | "count">,
  viewerId: string,
): string {
  switch (type) {
    case "favourite":
      return "liked your bark";
    case "reblog":
      return "rebarked your bark";
    case "emoji_reaction":
      return "reacted to your bark";
    case "follow":
      return count > 1 ? "follow you" : "follows you";
    case "follow_request":
      return "asks to follow you";
    case "quote":
      return "quoted you";
    case "status":
      return "barked";
    case "update":
      return `edited a bark you ${part(status)}`;
    case "poll":
      return status?.account.id === viewerId ? polls.ownEnded : polls.votedEnded;
    case "mention":
      return status?.in_reply_to_account_id === viewerId ? "replied" : "mentioned you";
  }
}

/** How the viewer was involved with a bark. */
function part(status: AlertListRow["status"]): string {
  if (status?.favourited) return "liked";
  if (status?.reblogged) return "rebarked";
  if (status?.emoji_reactions.some(({ me }) => me)) return "reacted to";
  return "answered";
}
