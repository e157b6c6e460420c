import { hashOf, seeded } from "@/lib/seeded";
import type { TownBark } from "@/local/town/bark";
import type { SubjectName } from "@/local/town/barks";

/** Content notes for barks that reveal something. */
const NOTES: Partial<Record<SubjectName, string>> = {
  cinema: "The film at the Lantern, and how it ends",
  quiz: "Answers to last night's quiz",
  library: "What happens after page 112",
  football: "The score, for those who wait",
  fishing: "A fish, rather close",
  mushrooms: "My secret place, nearly",
};
const NOTED = 0.12;

/** Makes a few barks private or unlisted, and gives some a content note. */
export function markSome(barks: readonly TownBark[], seed: number): void {
  const random = seeded(hashOf(`marks ${seed}`));
  for (const bark of barks) {
    const [chance, noted] = [random(), random()];
    if (chance < 0.014) bark.audience = "private";
    else if (chance < 0.026) bark.audience = "unlisted";
    const note = NOTES[bark.subject];
    if (note && noted < NOTED) bark.spoiler = note;
  }
}
