import { alerts } from "@/app/_words/alerts";
import { polls } from "@/app/_words/polls";
import { strikes } from "@/app/_words/strikes";
import type { AlertListRow } from "@/app/_features/alerts/model";

/** What happened, in a sentence in which "{people}" stands for those who did it. */
export function sentenceOf(
  { type, status, count }: Pick<AlertListRow, "type" | "status" | "count">,
  viewerId: string,
): string {
  switch (type) {
    case "follow":
      return alerts.did.follow(count);
    case "update":
      return edited(status);
    case "poll":
      return status?.account.id === viewerId ? polls.ownEnded : polls.votedEnded;
    case "moderation_warning":
      return strikes.alert;
    case "mention":
      return status?.in_reply_to_account_id === viewerId ? alerts.did.replied : alerts.did.mentioned;
    default:
      return alerts.did[type];
  }
}

/** An edit, by how the viewer was involved with the bark. */
function edited(status: AlertListRow["status"]): string {
  if (status?.favourited) return alerts.did.editedLiked;
  if (status?.reblogged) return alerts.did.editedRebarked;
  if (status?.emoji_reactions.some(({ me }) => me)) return alerts.did.editedReactedTo;
  return alerts.did.editedAnswered;
}
