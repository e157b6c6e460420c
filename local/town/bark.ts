import type { SubjectName } from "@/local/town/barks";

/** A bark of the town's past. */
export interface TownBark {
  /** The author's place in the list of people. */
  by: number;
  text: string;
  /** Unix milliseconds. */
  at: number;
  /** What it is about, so that what others say to it fits. */
  subject: SubjectName;
  /** About how many people like it within some days. */
  appeal: number;
  /** How many passed it on and gave which emoji, where that is written. */
  known?: { rebarks: number; emoji: Readonly<Record<string, number>> };
  /** What it answers, and what it quotes. */
  answers?: TownBark;
  quotes?: TownBark;
  /** The key of the drawing it shows. */
  picture?: string;
  spoiler?: string;
  audience?: "unlisted" | "private";
  /** What it said until it was edited (Unix ms). */
  earlier?: { text: string; until: number };
}

/** From how many likes expected on a bark is the talk of the town: whoever looks in has seen it. */
export const TALK = 60;

/** The version that people saw at a moment. */
export const versionAt = ({ earlier }: TownBark, at: number): number => (earlier && at >= earlier.until ? 1 : 0);

/** The first bark of the conversation that a bark is in. */
export function rootOf(bark: TownBark): TownBark {
  let root = bark;
  while (root.answers) root = root.answers;
  return root;
}

/** In the order in which they were barked; what answers comes after what it answers. */
export const inOrder = (barks: readonly TownBark[]): TownBark[] => barks.toSorted((a, b) => a.at - b.at);
