import type { Status } from "@/lib/barks/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { shortened } from "@/lib/text/shortened";

/** The maximum length of a bark on a lock screen, in UTF-16 units. */
const SHOWN = 180;
const NAME_SHOWN = 50;
/** The body when the text must not be shown. */
const INSIDE = "Open Barker to read it.";

/** The title of a push: who did what. `heard` is a row, newest first. */
export function titleOf(heard: [AlertParts, ...AlertParts[]], personId: string): string {
  const [{ alert, status, account }] = heard;
  const names = namesOf(heard);
  switch (alert.kind) {
    case "like":
      return `${names} liked your bark`;
    case "rebark":
      return `${names} rebarked your bark`;
    case "reaction":
      return `${names} reacted ${emojiOf(heard)} to your bark`;
    case "follow":
      return `${names} ${peopleOf(heard).length > 1 ? "follow" : "follows"} you`;
    case "ask":
      return `${names} asks to follow you`;
    case "quote":
      return `${names} quoted you`;
    case "bark":
      return `${names} barked`;
    case "edit":
      return `${names} edited a bark you ${part(status)}`;
    case "poll":
      return account.id === personId ? "Your poll has ended" : "A poll you voted in has ended";
    case "warning":
      return "A message from the people who run this town";
    case "mention":
      return `${names} ${status?.in_reply_to_account_id === personId ? "replied" : "mentioned you"}`;
  }
}

/**
 * The body of a push: the bark it is about, as far as a lock screen may show it.
 * @param showsPrivate whether the person allows barks for followers only there
 */
export function bodyOf([{ alert, status, account }]: [AlertParts, ...AlertParts[]], showsPrivate: boolean): string {
  if (alert.kind === "warning") return INSIDE;
  if (!status) return `@${account.acct}`;
  const isPrivate = status.visibility === "private" || status.visibility === "direct";
  if ((isPrivate && !showsPrivate) || status.filtered.length > 0) return INSIDE;
  if (status.spoiler_text) return clip(status.spoiler_text, SHOWN);
  return clip(status.text ?? "", SHOWN) || picturesOf(status);
}

/** "Fern", "Fern and Otter", "Fern and 2 others". */
function namesOf(heard: AlertParts[]): string {
  const [first = "", second = "", ...more] = peopleOf(heard);
  if (second === "") return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} others`;
}

function peopleOf(heard: AlertParts[]): string[] {
  const people = new Map(heard.map(({ account }) => [account.id, account]));
  return [...people.values()].map(({ display_name: name, acct }) => clip(name, NAME_SHOWN) || `@${acct}`);
}

/** Up to three different emoji of a row. */
function emojiOf(heard: AlertParts[]): string {
  return [...new Set(heard.flatMap(({ alert }) => alert.emoji ?? []))].slice(0, 3).join("");
}

function picturesOf({ media_attachments: { length } }: Status): string {
  if (length === 0) return "";
  return length === 1 ? "A picture" : `${length} pictures`;
}

/** The act by which the person was involved with an edited bark. */
function part(status: Status | null): string {
  if (status?.favourited) return "liked";
  if (status?.reblogged) return "rebarked";
  if (status?.emoji_reactions.some(({ me }) => me)) return "reacted to";
  return "answered";
}

/** A text on one line, shortened. */
function clip(words: string, most: number): string {
  return shortened(words.replace(/\s+/g, " ").trim(), most);
}
