import type { Status } from "@/lib/barks/schema";

/** "1 like", "22 likes"; the word for many is needed where it does not just add an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** A card's name for those who hear it: who barks, and what; behind a note only the note. */
export function nameOf(bark: Status, row: Status = bark): string {
  const words = bark.spoiler_text === "" ? (bark.text ?? "") : bark.spoiler_text;
  const by = row.reblog ? `, rebarked by ${row.account.display_name}` : "";
  return `${bark.account.display_name}${by}: ${words}`;
}
