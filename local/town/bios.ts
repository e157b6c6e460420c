import type { Random } from "@/lib/seeded";
import type { SubjectName } from "@/local/town/barks";
import { BIO_ENDS, BIO_STARTS } from "@/local/town/bio-lines";
import { pick } from "@/local/town/phrases";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const STARTS = new Map(Object.entries(BIO_STARTS).map(([subject, text]) => [subject, lines(text)]));
const ENDS = lines(BIO_ENDS);

/** A bio: a line about the person's favourite subject and a general one; sometimes empty. */
export function bioFor(random: Random, love: SubjectName): string {
  const [start, end, whim] = [pick(random, STARTS.get(love) ?? ENDS), pick(random, ENDS), random()];
  if (whim < 0.04) return "";
  if (whim < 0.2) return start;
  return `${start} ${end}`;
}
