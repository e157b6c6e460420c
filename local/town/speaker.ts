import { hashOf, seeded, shuffled } from "@/lib/seeded";
import { SUBJECT_NAMES, SUBJECTS, type SubjectName } from "@/local/town/barks";
import { conditionsAt, isWithin, localTime, type Clock } from "@/local/town/clock";
import type { TownPerson } from "@/local/town/folk";
import { say, type Fellow } from "@/local/town/phrases";
import { rests } from "@/local/town/rest";
import type { Line } from "@/local/town/subject";
import { talkOfTown } from "@/local/town/talk";

interface SpeakerOptions {
  seed: number;
  clock: Clock;
  /** How many texts and how many uses of lines are remembered. */
  memory: number;
  /** The people that each person mentions. */
  fellows: readonly (readonly Fellow[])[];
  /** Whether a line may be used again within a day when nothing else fits. */
  mayRepeat: boolean;
}

export interface Said {
  text: string;
  subject: SubjectName;
}

export interface Speaker {
  /** A text for a person at a time that was not used lately; null when there is none. */
  speak: (person: TownPerson, place: number, at: number) => Said | null;
  /** Records a text as used at a time. */
  remember: (text: string, at: number) => void;
}

/** The share of texts about the current news of the town, and the share of the newest among those. */
const [TALK, NEWEST] = [0.22, 0.75];

/** How many lines of a subject are tried before the next subject, and how many variants of each. */
const TRIES = 4;

/**
 * Chooses texts for people. Nobody repeats a line of theirs, no text occurs twice within memory and no line within a day,
 * and of the lines that fit, those that were not used for the longest time come first.
 */
export function speaker({ seed, clock, memory, fellows, mayRepeat }: SpeakerOptions): Speaker {
  const random = seeded(hashOf(`speaker ${seed}`));
  const heard = new Map<string, true>();
  const lastUse = new Map<Line, number>();
  const used = new Map<string, Set<Line>>();
  const rest = rests();
  let turn = 0;

  function remember(text: string, at: number): void {
    rest.begin(text, at);
    keep(text);
  }

  function keep(text: string): void {
    heard.delete(text);
    heard.set(text, true);
    const [oldest] = heard.keys();
    if (heard.size > memory && oldest !== undefined) heard.delete(oldest);
  }

  /** The lines that fit, least recently used first and slightly shuffled. */
  function linesFor(lines: readonly Line[], fits: (line: Line) => boolean): Line[] {
    return lines
      .filter(fits)
      .map((line) => ({ line, order: (lastUse.get(line) ?? -1000) + random() * 40 }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, TRIES)
      .map(({ line }) => line);
  }

  function speak(person: TownPerson, place: number, at: number): Said | null {
    const mine = used.get(person.handle) ?? new Set<Line>();
    used.set(person.handle, mine);
    if (mine.size > memory / 50) mine.clear();
    const holds = conditionsAt(at, clock);
    const talk = random() < TALK ? talkOfTown(at, clock).slice(random() < NEWEST ? 0 : 1) : [];
    const own = subjectsFor(person, at).map((subject) => ({ subject, lines: SUBJECTS[subject].lines }));
    const all = [...talk, ...own];
    const fits = (line: Line) => !mine.has(line) && line.when.every((condition) => holds.has(condition));
    const rested = choose(all, (line) => fits(line) && rest.isOver(line, at), place);
    const chosen = rested ?? (mayRepeat ? choose(all, fits, place) : null);
    if (chosen === null) return null;
    const { line, text, subject } = chosen;
    mine.add(line);
    rest.begin(line.text, at);
    keep(text);
    return { text, subject };
  }

  /** The first line that fits and has a text that was not heard. */
  function choose(
    all: readonly { subject: SubjectName; lines: readonly Line[] }[],
    fits: (line: Line) => boolean,
    place: number,
  ): (Said & { line: Line }) | null {
    for (const { subject, lines } of all) {
      for (const line of linesFor(lines, fits)) {
        const text = unheard(line, fellows[place] ?? []);
        // Whether used or exhausted, the line goes to the end of the queue.
        lastUse.set(line, ++turn);
        if (text !== null) return { line, text, subject };
      }
    }
    return null;
  }

  function unheard(line: Line, around: readonly Fellow[]): string | null {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const text = say(line, random, around);
      if (!heard.has(text)) return text;
    }
    return null;
  }

  /** Their favourite subjects in random order, then others that people bark about at this hour. */
  function subjectsFor(person: TownPerson, at: number): SubjectName[] {
    const { hour } = localTime(at, clock);
    const timely = (name: SubjectName): boolean => isWithin(hour, SUBJECTS[name].hours);
    const others = shuffled(random, SUBJECT_NAMES).filter(timely);
    const dear = shuffled(random, person.cares).filter(timely);
    return random() < 0.2 ? [...others.slice(0, 1), ...dear, ...others] : [...dear, ...others];
  }

  return { speak, remember };
}
