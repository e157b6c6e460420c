import { composed } from "@/lib/text/composed";

/** A part of a search as it was typed. */
export interface Part {
  /** Whether a minus sign precedes it. */
  unwanted: boolean;
  quoted: boolean;
  text: string;
}

const PART = /(-*)(?:"([^"]*)"?|(\S+))/g;

/** Splits a search into parts. Typographic quotation marks count, and a missing one is added at the end. */
export function partsOf(q: string): Part[] {
  const typed = composed(q).replace(/[“”„]/g, '"');
  return Array.from(typed.matchAll(PART), ([, minus, quoted, text = ""]) => ({
    unwanted: minus !== "",
    quoted: quoted !== undefined,
    text: quoted ?? text,
  }));
}
