/** A part of a search as it was typed. */
export interface Part {
  /** A minus sign stands before it. */
  unwanted: boolean;
  quoted: boolean;
  text: string;
}

const PART = /(-*)(?:"([^"]*)"?|(\S+))/g;

/** What was typed, part by part. Quotation marks count as phones write them, and one that is missing stands at the end. */
export function partsOf(q: string): Part[] {
  const typed = q.normalize("NFC").replace(/[“”„]/g, '"');
  return Array.from(typed.matchAll(PART), ([, minus, quoted, text = ""]) => ({
    unwanted: minus !== "",
    quoted: quoted !== undefined,
    text: quoted ?? text,
  }));
}
