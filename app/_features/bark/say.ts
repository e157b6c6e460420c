import { bark as words } from "@/app/_words/bark";
import type { Status } from "@/lib/barks/schema";

/** A card's accessible name: author and text; with a content note, only the note. */
export function nameOf(bark: Status, row: Status = bark): string {
  const by = row.reblog ? `, ${words.rebarkedBy(row.account.display_name)}` : "";
  return `${bark.account.display_name}${by}: ${plainText(bark)}`;
}

/** What may be shown of a bark that is not opened: its text, or its content note. */
export function plainText({ spoiler_text: note, text, media_attachments: pictures, filtered }: Status): string {
  const folded = filtered.find(({ filter }) => filter.filter_action !== "blur");
  if (folded) return words.filtered(folded.filter.title);
  if (note !== "") return note;
  if (text) return text;
  return words.pictures(pictures.length);
}
