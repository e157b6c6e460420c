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

/** How often another bio is looked for when somebody has the first one already. */
const TRIES = 20;

/** Writes bios: a line about the person's favourite subject and a general one. No two people of a town have the same. */
export function bioWriter(taken: readonly string[] = []): (random: Random, love: SubjectName) => string {
  const seen = new Set(taken);
  return (random, love) => {
    const starts = STARTS.get(love) ?? ENDS;
    let bio = random() < 0.2 ? pick(random, starts) : `${pick(random, starts)} ${pick(random, ENDS)}`;
    for (let tries = 0; seen.has(bio) && tries < TRIES; tries++) bio = `${pick(random, starts)} ${pick(random, ENDS)}`;
    // In a town larger than all combinations, the halves change places.
    if (seen.has(bio)) bio = `${pick(random, ENDS)} ${pick(random, starts)}`;
    seen.add(bio);
    return bio;
  };
}
