import { hashOf, seeded } from "@/lib/seeded";
import type { TownBark } from "@/local/town/bark";
import { conditionsAt, MINUTE, type Clock } from "@/local/town/clock";
import { pick, say, type Fellow } from "@/local/town/phrases";
import { DRAWINGS, VARIANTS } from "@/local/town/pictures";
import type { SubjectName } from "@/local/town/barks";
import { linesOf } from "@/local/town/subject";

/** The share of barks with a picture, if there is one for their subject. */
const SHOWN = 0.14;
/** The share in the last hours, higher so that a visitor soon sees some. */
const SHOWN_LATELY = 0.4;
const LATELY = 90 * MINUTE;

/** The drawings that fit a subject at a time. */
export function drawingsFor(subject: SubjectName, at: number, clock: Clock): string[] {
  const holds = conditionsAt(at, clock);
  return [...DRAWINGS].flatMap(([name, { about, when }]) =>
    about.includes(subject) && (!when || holds.has(when)) ? [name] : [],
  );
}

/** Adds pictures to some of the barks; half of these get a new text about the picture. */
export function showPictures(
  barks: readonly TownBark[],
  fellows: readonly (readonly Fellow[])[],
  seed: number,
  clock: Clock,
): void {
  const random = seeded(hashOf(`pictures ${seed}`));
  const said = new Set(barks.map(({ text }) => text));
  for (const bark of barks) {
    const [shown, speaks, variant] = [random(), random(), Math.floor(random() * VARIANTS)];
    const often = bark.at > clock.now - LATELY ? SHOWN_LATELY : SHOWN;
    const names = shown < often ? drawingsFor(bark.subject, bark.at, clock) : [];
    if (names.length === 0 || bark.picture) continue;
    const name = pick(random, names);
    bark.picture = variant === 0 ? name : `${name}-${variant}`;
    const caption = pick(random, linesOf(DRAWINGS.get(name)?.captions ?? ""));
    const text = say(caption, random, fellows[bark.by] ?? []);
    if (speaks > 0.5 || said.has(text)) continue;
    said.add(text);
    bark.text = text;
  }
}
