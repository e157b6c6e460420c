import type { Random } from "@/lib/seeded";
import type { SubjectName } from "@/local/town/barks";
import { say, type Fellow } from "@/local/town/phrases";
import { CLOSINGS, COMEBACKS, GENERAL, QUOTING, WELCOMES } from "@/local/town/replies/any";
import { INDOORS } from "@/local/town/replies/indoors";
import { OUTDOORS } from "@/local/town/replies/outdoors";
import { STREETS } from "@/local/town/replies/streets";
import { linesOf, type Line } from "@/local/town/subject";

const BY_SUBJECT: Record<SubjectName, readonly Line[]> = lined({ ...INDOORS, ...OUTDOORS, ...STREETS });
const ANY = lined({ general: GENERAL, comeback: COMEBACKS, closing: CLOSINGS, quoting: QUOTING, welcome: WELCOMES });

/** The role of a text: an answer to a bark, a reaction to that, a last word, a quote, or a welcome to a visitor. */
export type Turn = "answer" | "comeback" | "closing" | "quote" | "welcome";

/** All reply lines. */
export const REPLY_LINES: readonly Line[] = [...Object.values(BY_SUBJECT).flat(), ...Object.values(ANY).flat()];

export interface Wit {
  /** A fitting text that is not in `said`, to which it is added; null when all were used. */
  find: (turn: Turn, subject: SubjectName | null, said: Set<string>, fellows: readonly Fellow[]) => string | null;
}

/** Finds replies; those that were not used for the longest time come first. */
export function wit(random: Random): Wit {
  const lastUse = new Map<Line, number>();
  let turn = 0;

  function candidates(what: Turn, subject: SubjectName | null): readonly Line[] {
    const own = subject === null ? ANY.general : BY_SUBJECT[subject];
    if (what === "answer") return random() < 0.78 ? own : ANY.general;
    if (what === "quote") return random() < 0.4 ? own : ANY.quoting;
    return ANY[what];
  }

  function find(what: Turn, subject: SubjectName | null, said: Set<string>, fellows: readonly Fellow[]): string | null {
    const unsaid = (lines: readonly Line[]) => lines.filter(({ text }) => !said.has(text));
    const [first = [], other = []] = [candidates(what, subject), ANY.general].map(unsaid);
    const queue = (first.length > 0 || what !== "answer" ? first : other)
      .map((line) => ({ line, order: (lastUse.get(line) ?? -1000) + random() * 60 }))
      .toSorted((a, b) => a.order - b.order);
    const line = queue[0]?.line;
    if (!line) return null;
    said.add(line.text);
    lastUse.set(line, ++turn);
    return say(line, random, fellows);
  }

  return { find };
}

function lined<Name extends string>(texts: Readonly<Record<Name, string>>): Record<Name, readonly Line[]>;
function lined(texts: Readonly<Record<string, string>>): Record<string, readonly Line[]> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, linesOf(text)]));
}
