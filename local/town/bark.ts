import type { SubjectName } from "@/local/town/barks";

/** A generated bark of the town's past. */
export interface TownBark {
  /** The author's index in the list of people. */
  by: number;
  text: string;
  /** Unix milliseconds. */
  at: number;
  /** Its subject, so that answers fit. */
  subject: SubjectName;
  /** Roughly how many people like it within some days. */
  appeal: number;
  /** The number of rebarks and of each emoji, where the script says so. */
  known?: { rebarks: number; emoji: Readonly<Record<string, number>> };
  /** The bark it answers, and the one it quotes. */
  answers?: TownBark;
  quotes?: TownBark;
  /** The key of its drawing. */
  picture?: string;
  spoiler?: string;
  audience?: "unlisted" | "private";
  /** Its text before an edit (Unix ms). */
  earlier?: { text: string; until: number };
}

/** The number of expected likes from which a bark is talked about: everybody who looks in has seen it. */
export const TALK = 60;

/** The version that people saw at a time. */
export const versionAt = ({ earlier }: TownBark, at: number): number => (earlier && at >= earlier.until ? 1 : 0);

/** The first bark of the conversation that a bark is in. */
export function rootOf(bark: TownBark): TownBark {
  let root = bark;
  while (root.answers) root = root.answers;
  return root;
}

/** Sorted by time, so that answers come after what they answer. */
export const inOrder = (barks: readonly TownBark[]): TownBark[] => barks.toSorted((a, b) => a.at - b.at);
