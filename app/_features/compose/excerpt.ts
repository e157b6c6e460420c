import { compose as words } from "@/app/_words/compose";

/** What stands for something unsent in a list: its text, else its content note, else the number of its pictures. */
export function excerptOf({ text, spoiler, pictures }: { text: string; spoiler: string; pictures: number }): string {
  return text.trim() || spoiler.trim() || words.pictures(pictures);
}
