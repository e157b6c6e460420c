import { hashOf, seeded } from "@/lib/seeded";
import type { TownAct, Applause } from "@/local/town/applause";
import { versionAt, type TownBark } from "@/local/town/bark";
import { CAST, VISITOR } from "@/local/town/cast";
import { some } from "@/local/town/chance";
import { DAY, MINUTE, type Clock } from "@/local/town/clock";
import type { TownFollow } from "@/local/town/follows";

/** The latest actions of the cast on barks of the scene: `like`, `rebark` or an emoji, with their ages in minutes. */
const LATELY: readonly { what: string; on: string; by: string; ages: readonly [number, number] }[] = [
  { what: "like", on: "mint", by: "otter fern hare owl wren clover heron toad", ages: [8, 70] },
  { what: "😂", on: "glove", by: "clover wren toad", ages: [42, 49] },
  { what: "like", on: "glove", by: "finch badger", ages: [30, 55] },
  { what: "rebark", on: "glove", by: "finch", ages: [33, 34] },
  { what: "🫖", on: "kettle", by: "otter heron", ages: [4_200, 4_300] },
  { what: "rebark", on: "pond", by: "otter moss", ages: [31, 60] },
  { what: "like", on: "swap", by: "maple clover", ages: [47, 50] },
  { what: "🌱", on: "swap", by: "maple clover moss", ages: [46, 50] },
  { what: "rebark", on: "swap", by: "owl", ages: [38, 42] },
  { what: "like", on: "oven", by: "maple", ages: [80, 90] },
  { what: "😋", on: "oven", by: "maple", ages: [80, 90] },
];

/** How many barks of followed people the visitor likes and bookmarks. */
const LIKED = 40;
const KEPT = 9;
const REMEMBERED = 5 * DAY;

/** The written actions of the cast and the visitor, which are applied before random ones of everybody else. */
export function castActs(barks: readonly TownBark[], named: ReadonlyMap<string, TownBark>, size: number, clock: Clock) {
  const done: Applause = { likes: [], reactions: [], rebarks: [] };
  for (const { what, on: name, by: handles, ages } of LATELY) {
    const bark = named.get(name);
    const on = bark ? barks.indexOf(bark) : -1;
    const people = handles.split(" ").map((handle) => CAST.findIndex((known) => known.handle === handle));
    if (!bark || on === -1 || people.some((by) => by >= size)) continue;
    people.forEach((by, i) => {
      const age = ages[0] + ((ages[1] - ages[0]) * i) / people.length;
      const act = { by, on, at: Math.floor(clock.now - age * MINUTE) };
      const seen = { ...act, version: versionAt(bark, act.at) };
      if (what === "like") done.likes.push(seen);
      else if (what === "rebark") done.rebarks.push(act);
      else done.reactions.push({ ...seen, emoji: what });
    });
  }
  return done;
}

/** The visitor's likes and bookmarks among the barks of followed people. */
export function visitorActs(
  barks: readonly TownBark[],
  follows: readonly TownFollow[],
  done: Applause,
  seed: number,
  clock: Clock,
): { likes: Applause["likes"]; bookmarks: TownAct[] } {
  const random = seeded(hashOf(`visitor ${seed}`));
  const me = CAST.findIndex(({ handle }) => handle === VISITOR);
  const friends = new Set(follows.filter(({ from }) => from === me).map(({ to }) => to));
  const liked = new Set(done.likes.filter(({ by }) => by === me).map(({ on }) => on));
  const lately = [...barks.keys()].filter((on) => {
    const bark = barks[on];
    return bark && friends.has(bark.by) && bark.at > clock.now - REMEMBERED && bark.at < clock.now - 5 * MINUTE;
  });
  const soonAfter = (on: number): TownAct => {
    const since = barks[on]?.at ?? clock.now;
    return { by: me, on, at: Math.floor(since + (clock.now - since) * (0.02 + random() ** 2 * 0.9)) };
  };
  const likes = some(random, lately, Math.min(LIKED, lately.length / 3)).filter((on) => !liked.has(on));
  return {
    likes: likes.map(soonAfter).map((act) => ({ ...act, version: versionOf(barks, act) })),
    bookmarks: some(random, lately, Math.min(KEPT, lately.length / 5)).map(soonAfter),
  };
}

const versionOf = (barks: readonly TownBark[], { on, at }: TownAct): number => {
  const bark = barks[on];
  return bark ? versionAt(bark, at) : 0;
};

/** The pinned barks of the cast and one in eight others: their most liked ones. */
export function pins(barks: readonly TownBark[], named: ReadonlyMap<string, TownBark>, clock: Clock): TownAct[] {
  const best = new Map<number, number>();
  barks.forEach((bark, on) => {
    const chosen = bark.by < CAST.length || bark.by % 8 === 0;
    if (!chosen || bark.answers || bark.audience || bark.at > clock.now - DAY / 2) return;
    const before = barks[best.get(bark.by) ?? -1];
    const dear = bark === named.get("kettle");
    if (!before || dear || (bark.appeal > before.appeal && before !== named.get("kettle"))) best.set(bark.by, on);
  });
  return [...best].map(([by, on]) => ({ by, on, at: Math.floor(((barks[on]?.at ?? clock.now) + clock.now) / 2) }));
}
