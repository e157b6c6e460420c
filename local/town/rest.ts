import { DAY } from "@/local/town/clock";
import type { Line } from "@/local/town/subject";

/** Remembers when lines were used, so that the town says nothing twice within a day. */
export interface Rest {
  /** Whether neither the line nor a sentence of it was said within a day of a time. */
  isOver: (line: Pick<Line, "text">, at: number) => boolean;
  /** Records what was said: a line, or a text that was made of one. */
  begin: (text: string, at: number) => void;
}

/** How many lines and sentences are remembered, and times of each: more than a town says while it is made, or in weeks. */
const REMEMBERED = { marks: 100_000, times: 100 } as const;

/** How many words make a sentence that people recognise. */
const TELLING = 4;

/** A line, and those of its sentences that are the same whatever fills its slots: by these a text is recognised too. */
function marksOf(text: string): string[] {
  const sentences = (text.match(/[^.?!…]+[.?!…]+/g) ?? []).map((sentence) => sentence.trim());
  return [text, ...sentences.filter((one) => one.split(" ").length >= TELLING && !/[{}[\]]/.test(one))];
}

/** Begins with nothing said. Times may come in any order. */
export function rests(): Rest {
  const times = new Map<string, number[]>();
  return {
    isOver: ({ text }, at) =>
      !marksOf(text).some((mark) => times.get(mark)?.some((said) => Math.abs(said - at) < DAY) ?? false),
    begin(text, at) {
      for (const mark of marksOf(text)) {
        const before = times.get(mark) ?? [];
        // Said again, it moves to the end, so that the first is the one that was said the longest ago.
        times.delete(mark);
        times.set(mark, [...before, at].slice(-REMEMBERED.times));
      }
      for (const mark of times.keys()) {
        if (times.size <= REMEMBERED.marks) break;
        times.delete(mark);
      }
    },
  };
}
