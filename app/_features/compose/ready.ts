import type { LocalDraft } from "@/app/_client/drafts/model";
import { pollFault } from "@/app/_features/polls/model";
import { compose as words } from "@/app/_words/compose";
import { scheduling } from "@/app/_words/scheduling";
import { barkLength, BARK_LIMIT, isVisible } from "@/lib/text/length";

/** Whether a draft, or the parts of a thread in order, may be sent. A thread cannot be scheduled. */
export function isReady(parts: LocalDraft[]): boolean {
  if (parts.length > 1 && parts.some(isTimed)) return false;
  return parts.length > 0 && parts.every(isPartReady);
}

/** The initial content, such as the mentions of a reply, is not enough. */
function isPartReady(part: LocalDraft): boolean {
  const { kept, text, pictures } = part;
  const said = isVisible(text) || pictures.length > 0;
  const sendable = barkLength(text) <= BARK_LIMIT && pictures.every(({ media }) => media !== null);
  return kept && said && sendable && pollFault(part) === null;
}

/** Whether a draft is to be sent at a time. An edit never is. */
export const isTimed = ({ dueAt, edits }: LocalDraft): boolean => Boolean(dueAt) && edits === null;

/** Whether a draft has a picture without a description. */
export const isUndescribed = ({ pictures }: LocalDraft): boolean => pictures.some(({ alt }) => alt.trim() === "");

/** What the button says that sends a draft and the parts behind it. @param act for a single one that is sent at once */
export function sendLabel(writing: LocalDraft | null, parts: LocalDraft[], act: string): string {
  if (parts.length > 1) return words.barkAll(parts.length);
  return writing && isTimed(writing) ? scheduling.schedule : act;
}
