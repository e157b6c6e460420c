import { hashOf, seeded } from "@/lib/seeded";
import { delay, listeners, type Crowd } from "@/local/town/answers";
import { appealOf } from "@/local/town/appeal";
import type { TownBark } from "@/local/town/bark";
import { poisson, some } from "@/local/town/chance";
import type { Clock } from "@/local/town/clock";
import { wit } from "@/local/town/replies";

/** Generates barks that quote some of the most liked of these. */
export function quotesOf(barks: readonly TownBark[], crowd: Crowd, seed: number, clock: Clock): TownBark[] {
  const random = seeded(hashOf(`quotes ${seed}`));
  const words = wit(random, { mayRepeat: false, rest: crowd.rest });
  return barks.flatMap((bark) => {
    if (bark.audience || bark.answers) return [];
    const said = new Set<string>();
    const count = poisson(random, Math.min(9, bark.appeal * 0.011));
    return some(random, listeners(bark, crowd), count).flatMap((by): TownBark[] => {
      const at = bark.at + delay(random, 90);
      const text =
        at < clock.now - 15_000
          ? words.find("quote", { subject: bark.subject, said, fellows: crowd.fellows[by] ?? [], at })
          : null;
      const appeal = appealOf(random, crowd.followers[by]?.length ?? 0) * 0.8;
      return text === null ? [] : [{ by, text, at, subject: bark.subject, appeal, quotes: bark }];
    });
  });
}
