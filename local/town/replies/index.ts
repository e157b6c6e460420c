import type { Random } from "@/lib/seeded";
import type { SubjectName } from "@/local/town/barks";
import { say, type Fellow } from "@/local/town/phrases";
import { rests, type Rest } from "@/local/town/rest";
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
  /** A fitting text for a time that is not in `said`, to which its line is added; null when all were used. */
  find: (turn: Turn, about: About) => string | null;
  /** Records a text as said at a time. */
  remember: (text: string, at: number) => void;
}

/** What a reply is about, who says it and when, and what was said in its conversation. */
export interface About {
  subject: SubjectName | null;
  said: Set<string>;
  fellows: readonly Fellow[];
  at: number;
}

interface WitOptions {
  /** Whether a line may be used again within a day when nothing else fits. */
  mayRepeat: boolean;
  /** What was said already. */
  rest?: Rest;
}

/** Finds replies; those that were not used for the longest time come first. */
export function wit(random: Random, { mayRepeat, rest = rests() }: WitOptions): Wit {
  const lastUse = new Map<Line, number>();
  let turn = 0;

  function candidates(what: Turn, subject: SubjectName | null): readonly Line[] {
    const own = subject === null ? ANY.general : BY_SUBJECT[subject];
    if (what === "answer") return random() < 0.78 ? own : ANY.general;
    if (what === "quote") return random() < 0.4 ? own : ANY.quoting;
    return ANY[what];
  }

  function find(what: Turn, { subject, said, fellows, at }: About): string | null {
    const lines = [candidates(what, subject), what === "answer" ? ANY.general : []];
    const unsaid = lines.map((list) => list.filter(({ text }) => !said.has(text)));
    const rested = unsaid.map((list) => list.filter((line) => rest.isOver(line, at)));
    const fitting = [...rested, ...(mayRepeat ? unsaid : [])].find((list) => list.length > 0) ?? [];
    const queue = fitting
      .map((line) => ({ line, order: (lastUse.get(line) ?? -1000) + random() * 60 }))
      .toSorted((a, b) => a.order - b.order);
    const line = queue[0]?.line;
    if (!line) return null;
    said.add(line.text);
    lastUse.set(line, ++turn);
    rest.begin(line.text, at);
    return say(line, random, fellows);
  }

  return { find, remember: rest.begin };
}

function lined<Name extends string>(texts: Readonly<Record<Name, string>>): Record<Name, readonly Line[]>;
function lined(texts: Readonly<Record<string, string>>): Record<string, readonly Line[]> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, linesOf(text)]));
}
