import { messages as sentences } from "@/app/_words/messages";
import type { Contact, ConversationSummary, LastLine } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

type Named = Pick<ConversationSummary, "name" | "members">;

/** How many names of an unnamed group are shown. */
const NAMES = 3;

/** The name of a conversation: a group's own, or those of the other members. */
export function nameOf({ name, members }: Named): string {
  if (name !== null && name !== "") return name;
  return listOf(members.map(({ displayName }) => isolated(displayName))) || sentences.onlyYou;
}

/** "Otter", "Otter and Fern", "Otter, Fern and 3 others". */
export function listOf(names: string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  if (names.length <= NAMES) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${names.slice(0, NAMES - 1).join(", ")} and ${names.length - NAMES + 1} others`;
}

/** The words before the text of a last line: who wrote it, where that is not clear. */
export function speakerOf(last: LastLine, kind: ConversationSummary["kind"]): string {
  if (last.kind === "notice" || last.kind === "reaction") return "";
  if (last.mine) return "You: ";
  return kind === "group" ? `${isolated(last.senderName)}: ` : "";
}

/** The text of a last line. */
export function lineOf(last: LastLine): string {
  if (last.kind === "deleted") return sentences.thisMessageWasDeleted;
  if (last.kind === "picture") return last.text || "Picture";
  return last.text;
}

/** Whether a person's name or handle contains the words that were typed. */
export function isMatch(contact: Pick<Contact, "displayName" | "handle">, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return contact.displayName.toLocaleLowerCase().includes(wanted) || contact.handle.includes(wanted);
}
