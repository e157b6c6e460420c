import { DAY } from "@/local/town/clock";
import type { Line } from "@/local/town/subject";

/** Remembers when lines were used, so that the town says nothing twice within a day. */
export interface Rest {
  /** Whether neither the line nor a sentence of it was said within a day of a time. */
  isOver: (line: Pick<Line, "text">, at: number) => boolean;
  /** Records what was said: a line, or a text that was made of one. */
  begin: (text: string, at: number) => void;
}

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
      for (const mark of marksOf(text)) times.set(mark, [...(times.get(mark) ?? []), at]);
    },
  };
}
