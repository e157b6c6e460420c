import { hashOf, seeded, type Random } from "@/lib/seeded";
import { appealOf, followerCounts } from "@/local/town/appeal";
import { inOrder, type TownBark } from "@/local/town/bark";
import { CAST, VISITOR } from "@/local/town/cast";
import { conditionsAt, DAY, HOUR, midnight, MINUTE, type Clock } from "@/local/town/clock";
import { LOOK_BACK, type TownPerson } from "@/local/town/folk";
import type { TownFollow } from "@/local/town/follows";
import { momentFor } from "@/local/town/hours";
import { pick, type Fellow } from "@/local/town/phrases";
import { speaker } from "@/local/town/speaker";

/** The ages (minutes) of the newest barks when the town is created, so that it looks lively. */
const FRESH = [1.2, 2.6, 4.1, 5.9, 8.3, 10.4, 12.7, 16.2, 19.5, 22.8, 30.4, 36.9, 42.6, 47.3, 55.1];

/** The barks of the last four weeks that are no answers, oldest first. */
export function townBarks(
  people: readonly TownPerson[],
  follows: readonly TownFollow[],
  seed: number,
  clock: Clock,
): TownBark[] {
  const random = seeded(hashOf(`barks ${seed}`));
  const fellows = fellowsOf(people, follows);
  const followers = followerCounts(people, follows);
  const town = speaker({ seed, clock, memory: Number.MAX_SAFE_INTEGER, fellows, mayRepeat: false });
  const written = castBarks(clock);
  for (const { text, at } of written) town.remember(text, at);
  const spoken = moments(random, people, friendsOfVisitor(people, follows), clock)
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ by, at }): TownBark[] => {
      const person = people[by];
      const said = person && town.speak(person, by, at);
      return said ? [{ by, at, ...said, appeal: appealOf(random, followers[by] ?? 0) }] : [];
    });
  return inOrder([...spoken, ...written.filter(({ by }) => by < people.length)]);
}

/** The people that each person mentions: mutual follows first, and never only themselves. */
export function fellowsOf(people: readonly TownPerson[], follows: readonly TownFollow[]): Fellow[][] {
  const ties = people.map(() => new Set<number>());
  for (const { from, to } of follows) ties[from]?.add(to);
  return people.map((_, me) => {
    const mutual = [...(ties[me] ?? [])].filter((other) => ties[other]?.has(me));
    const around = mutual.length >= 3 ? mutual : [...mutual, ...(ties[me] ?? []), (me + 1) % people.length];
    return around.slice(0, 24).flatMap((other) => people[other] ?? []);
  });
}

interface Moment {
  by: number;
  at: number;
}

function moments(random: Random, people: readonly TownPerson[], friends: readonly number[], clock: Clock): Moment[] {
  const lately = clock.now - FRESH.length * 4 * MINUTE;
  const past = people.flatMap((person, by) => {
    const since = Math.max(person.joined + HOUR, clock.now - LOOK_BACK);
    return Array.from({ length: person.activity }, () => ({ by, at: momentOf(random, person, clock) })).filter(
      ({ at }) => at > since && at < lately,
    );
  });
  const talkers = people.flatMap(({ activity }, by) => (activity >= 4 && by >= CAST.length ? [by] : []));
  // Every other one is from a friend of the visitor, so that Home is lively too.
  const crowds = [talkers, friends.length > 0 ? friends : talkers];
  const fresh =
    talkers.length === 0
      ? []
      : FRESH.map((age, i) => ({
          by: pick(random, crowds[i % 2] ?? talkers),
          at: Math.floor(clock.now - age * MINUTE),
        }));
  return [...past, ...fresh];
}

/** The people the visitor follows, besides the cast, who bark now and then. */
function friendsOfVisitor(people: readonly TownPerson[], follows: readonly TownFollow[]): number[] {
  const me = CAST.findIndex(({ handle }) => handle === VISITOR);
  const friends = follows.flatMap(({ from, to }) => (from === me && to >= CAST.length ? [to] : []));
  return friends.filter((by) => (people[by]?.activity ?? 0) >= 4);
}

/** A day of the last four weeks, and an hour at which this person is active. */
function momentOf(random: Random, person: TownPerson, clock: Clock): number {
  const start = midnight(clock, Math.floor(random() ** 1.15 * (LOOK_BACK / DAY)));
  return momentFor(random, pick(random, person.cares), start, clock);
}

function castBarks(clock: Clock): TownBark[] {
  const holds = conditionsAt(clock.now, clock);
  return CAST.flatMap(({ barks, cares, fame }, by) =>
    barks
      .filter(({ when }) => !when || holds.has(when))
      .map(({ age, text, picture }) => ({
        by,
        text,
        picture,
        at: clock.now - age * MINUTE,
        subject: cares[0] ?? "weather",
        appeal: fame * (1 + (age % 7) / 4),
      })),
  );
}
