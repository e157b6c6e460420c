import { hashOf, seeded, type Random } from "@/lib/seeded";
import { appealOf } from "@/local/town/appeal";
import { rootOf, TALK, type TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { normal, poisson, some } from "@/local/town/chance";
import { MINUTE, type Clock } from "@/local/town/clock";
import type { Fellow } from "@/local/town/phrases";
import type { TownPerson } from "@/local/town/folk";
import type { Rest } from "@/local/town/rest";
import { echoing } from "@/local/town/talk";
import { wit, type Turn } from "@/local/town/replies";

/** How often the cast answers. Nearly everybody follows them, so their small talk would fill everybody's Home. */
const BUSY = 0.12;

/** The parts of a town that generators need. */
export interface Crowd {
  people: readonly TownPerson[];
  /** The followers of each person, by index. */
  followers: readonly (readonly number[])[];
  /** The people that each person mentions. */
  fellows: readonly (readonly Fellow[])[];
  /** The index of the visitor, for whom nothing is generated beyond the written lines. */
  visitor: number;
  /** What was said, so that nothing is said twice within a day. */
  rest: Rest;
}

/** The minutes before an answer: a random delay with median `middle`. */
export const delay = (random: Random, middle: number): number =>
  Math.ceil(Math.exp(1.1 * normal(random)) * middle * MINUTE) + 5_000;

/** Generates the answers to these barks, and answers to the answers; all of them before now. */
export function answersTo(barks: readonly TownBark[], crowd: Crowd, seed: number, clock: Clock): TownBark[] {
  const random = seeded(hashOf(`answers ${seed}`));
  const words = wit(random, { mayRepeat: false, rest: crowd.rest });
  const said = new Map<TownBark, Set<string>>();

  function answer(to: TownBark, by: number, turn: Turn, middle: number): TownBark[] {
    const hurry = to.appeal >= TALK && turn === "answer";
    const at = to.at + (hurry ? 20_000 + Math.ceil(random() ** 1.5 * (clock.now - to.at)) : delay(random, middle));
    const root = rootOf(to);
    const known = said.get(root) ?? new Set<string>();
    said.set(root, known);
    if (at > clock.now - 15_000) return [];
    const found = words.find(turn, { subject: to.subject, said: known, fellows: crowd.fellows[by] ?? [], at });
    const text = found !== null && turn === "answer" ? echoing(random, found, to.text) : found;
    const appeal = appealOf(random, crowd.followers[by]?.length ?? 0) * 0.3;
    // A quoting bark may have used the same line already.
    return text === null || text === root.text ? [] : [{ by, text, at, subject: to.subject, appeal, answers: to }];
  }

  /** An answer, sometimes followed by a reaction of its recipient and, less often, a last word. */
  function exchange(to: TownBark, by: number): TownBark[] {
    const [first] = answer(to, by, "answer", 25);
    if (!first) return [];
    const second =
      random() < (to.by < CAST.length ? BUSY : 0.36) && to.by !== crowd.visitor
        ? answer(first, to.by, "comeback", 11)
        : [];
    const third = second[0] && random() < 0.3 ? answer(second[0], by, "closing", 8) : [];
    return [first, ...second, ...third];
  }

  return barks.flatMap((bark) => {
    if (bark.audience) return [];
    const count = poisson(random, Math.min(34, bark.appeal * (bark.answers ? 0.03 : 0.065)));
    const willing = listeners(bark, crowd).filter((by) => by >= CAST.length || random() < BUSY);
    return some(random, willing, count).flatMap((by) => exchange(bark, by));
  });
}

/** The people who may answer, quote or rebark a bark: followers who had joined by then, or anybody if there are few. */
export function listeners({ by, at }: TownBark, { people, followers, visitor }: Crowd): number[] {
  const there = (place: number) =>
    place !== by && place !== visitor && (people[place]?.joined ?? Infinity) < at && (people[place]?.activity ?? 0) > 0;
  return (followers[by] ?? []).filter(there);
}
