/** When a line makes sense; without conditions it always does. */
export const CONDITIONS = ["cold", "warm", "weekend", "morning", "evening", "night"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A template of a text: `{slot}` is filled, and one of `[these|those]` is chosen. */
export interface Line {
  readonly text: string;
  readonly when: readonly Condition[];
}

/** A subject, and the hours of the day (from, to) at which people bark about it. */
export interface Subject {
  readonly hours: readonly [from: number, to: number];
  readonly lines: readonly Line[];
}

const CONDITIONED = /^\(([a-z, ]+)\) (.+)$/;

/** Parses a subject from its lines, one per row; `(cold, evening)` before a line are its conditions. */
export function subject({ hours }: Pick<Subject, "hours">, text: string): Subject {
  return { hours, lines: linesOf(text) };
}

/** Parses lines, one per row. */
export function linesOf(text: string): Line[] {
  const rows = text.split("\n").map((row) => row.trim());
  return rows.filter((row) => row !== "").map(toLine);
}

function toLine(row: string): Line {
  const [, when = "", text = row] = CONDITIONED.exec(row) ?? [];
  const named = when.split(", ").filter((word) => word !== "");
  return { text, when: named.map(toCondition) };
}

export const isCondition = (word: string): word is Condition => CONDITIONS.some((condition) => condition === word);

function toCondition(word: string): Condition {
  if (!isCondition(word)) throw new Error(`no such condition: ${word}`);
  return word;
}
