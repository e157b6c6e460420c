import { hashOf, seeded, type Random } from "@/lib/seeded";
import { appealOf, followerCounts } from "@/local/town/appeal";
import type { TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { conditionsAt, DAY, midnight, MINUTE, type Clock } from "@/local/town/clock";
import { CONVERSATIONS } from "@/local/town/conversations";
import type { Script } from "@/local/town/conversations/script";
import type { TownPerson } from "@/local/town/folk";
import type { TownFollow } from "@/local/town/follows";
import { momentFor } from "@/local/town/hours";
import { pick } from "@/local/town/phrases";

/** How many days back the written conversations go. */
const DAYS = 7;

/** Gives the written conversations people and times in the last days. Those whose speakers are missing are left out. */
export function stageConversations(
  people: readonly TownPerson[],
  follows: readonly TownFollow[],
  seed: number,
  clock: Clock,
): TownBark[] {
  const followers = followerCounts(people, follows);
  return CONVERSATIONS.flatMap((script, i) => {
    const random = seeded(hashOf(`conversation ${seed} ${i}`));
    const start = startOf(random, script, clock);
    const speakers = start === null ? null : castFor(random, script, people, start);
    return start === null || !speakers ? [] : play(random, script, speakers, start, followers, clock);
  });
}

/** A random start in the last days at which the conditions are true, when none is written; null when there is none. */
function startOf(random: Random, { subject, age, when }: Script, clock: Clock): number | null {
  if (age !== null) return clock.now - age * MINUTE;
  for (let attempt = 0; attempt < 40; attempt++) {
    const start = momentFor(random, subject, midnight(clock, Math.floor(random() ** 1.3 * DAYS)), clock);
    const holds = conditionsAt(start, clock);
    const past = start < clock.now - 20 * MINUTE && start > clock.now - DAYS * DAY;
    if (past && when.every((condition) => holds.has(condition))) return start;
  }
  return null;
}

/** The speaker of each line, as indices in the list of people; null when somebody is missing. */
function castFor(random: Random, script: Script, people: readonly TownPerson[], start: number): number[] | null {
  const free = people.flatMap(({ joined }, place) => (place >= CAST.length && joined < start ? [place] : []));
  const fans = free.filter((place) => people[place]?.cares.includes(script.subject));
  const parts = new Map<string, number>();
  for (const { speaker } of script.lines) {
    if (parts.has(speaker)) continue;
    const known = CAST.findIndex(({ handle }) => handle === speaker);
    const taken = new Set(parts.values());
    const left = [fans, free].map((list) => list.filter((place) => !taken.has(place))).find((list) => list.length > 0);
    if (known === -1 ? !left : known >= people.length) return null;
    parts.set(speaker, known === -1 && left ? pick(random, left) : known);
  }
  return script.lines.map(({ speaker }) => parts.get(speaker) ?? 0);
}

function play(
  random: Random,
  script: Script,
  speakers: readonly number[],
  start: number,
  followers: readonly number[],
  clock: Clock,
): TownBark[] {
  const offsets: number[] = [];
  script.lines.forEach((_, i) => {
    const pause = (0.7 - 4 * Math.log(1 - random())) * MINUTE;
    offsets.push(i === 0 ? 0 : (offsets[i - 1] ?? 0) + pause);
  });
  // A conversation that began a moment ago is compressed, so that it is complete by now.
  const pace = Math.min(1, (0.94 * (clock.now - start)) / Math.max(1, offsets.at(-1) ?? 1));
  const said: TownBark[] = [];
  script.lines.forEach(({ text, answers, picture, spoiler, audience }, i) => {
    const by = speakers[i] ?? 0;
    const liked = appealOf(random, followers[by] ?? 0);
    said.push({
      by,
      text,
      at: Math.floor(start + (offsets[i] ?? 0) * pace),
      subject: script.subject,
      appeal: i === 0 ? (script.likes ?? 6 + liked * 2) : 1 + liked * 0.4,
      answers: answers === null ? undefined : said[answers],
      picture,
      spoiler,
      audience,
    });
  });
  return said;
}
