import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emojiOf } from "@/lib/reactions/rules";
import { rootOf, versionAt, type TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { HOUR, MINUTE, type Clock } from "@/local/town/clock";
import { ALL_FEELINGS } from "@/local/town/feelings";
import { makeTown, TOWN_SEED, type Town } from "@/local/town/people";
import { idMaker } from "@/local/town/rows";

const clock: Clock = { now: Date.UTC(2026, 10, 21, 14, 30), ahead: 0 };
const town = makeTown(999, TOWN_SEED, clock);
const maple = CAST.findIndex(({ handle }) => handle === "maple");

const counts = (acts: readonly { on: number }[]) => {
  const found = new Map<TownBark | undefined, number>();
  for (const { on } of acts) found.set(town.barks[on], (found.get(town.barks[on]) ?? 0) + 1);
  return found;
};
const repeats = (keys: readonly string[]) => keys.length - new Set(keys).size;

describe("what any town does", { timeout: 90_000 }, () => {
  const anyTown = fc.record({
    size: fc.integer({ min: 2, max: 60 }),
    seed: fc.nat(1e6),
    hour: fc.integer({ min: 0, max: 9_000 }),
  });
  const everyTown = (check: (town: Town) => void) =>
    fc.assert(
      fc.property(anyTown, ({ size, seed, hour }) =>
        check(makeTown(size, seed, { now: Date.UTC(2026, 0, 1) + hour * HOUR, ahead: 60 })),
      ),
      { numRuns: 6 },
    );

  it("comes after what it is about", () =>
    everyTown(({ barks, likes, rebarks, reactions, bookmarks, pins }) => {
      const wrong = [...likes, ...rebarks, ...reactions, ...bookmarks, ...pins].filter(
        ({ on, at }) => at <= (barks[on]?.at ?? Infinity),
      );
      expect(wrong).toEqual([]);
      expect(barks.filter(({ answers, quotes, at }) => (answers ?? quotes ?? { at: 0 }).at >= at)).toEqual([]);
    }));

  it("is done by nobody twice", () =>
    everyTown(({ likes, rebarks, reactions, bookmarks, pins }) => {
      for (const acts of [likes, rebarks, bookmarks, pins])
        expect(repeats(acts.map(({ by, on }) => `${by} ${on}`))).toBe(0);
      expect(repeats(reactions.map(({ by, on, emoji }) => `${by} ${on} ${emoji}`))).toBe(0);
    }));

  it("keeps what is for followers among followers, and lets nobody pass it on", () =>
    everyTown(({ barks, follows, likes, rebarks }) => {
      const ties = new Set(follows.map(({ from, to }) => `${from} ${to}`));
      const hidden = (on: number) => barks[on]?.audience === "private";
      expect(likes.filter(({ by, on }) => hidden(on) && !ties.has(`${by} ${barks[on]?.by}`))).toEqual([]);
      expect(rebarks.filter(({ on }) => hidden(on))).toEqual([]);
      expect(barks.filter(({ quotes }) => quotes?.audience === "private")).toEqual([]);
    }));
});

describe("the town of 999", () => {
  it("answers a quarter of the time and quotes now and then", () => {
    const { barks } = town;
    const answers = barks.filter((bark) => bark.answers);
    expect(answers.length / barks.length).toBeGreaterThan(0.2);
    expect(answers.length / barks.length).toBeLessThan(0.45);
    expect(barks.filter(({ quotes }) => quotes).length).toBeGreaterThan(200);
    const threads = new Map<TownBark, number>();
    for (const bark of answers) threads.set(rootOf(bark), (threads.get(rootOf(bark)) ?? 0) + 1);
    expect(Math.max(...threads.values())).toBeGreaterThan(12);
  });

  it("says no answer twice in one conversation", () => {
    const said = town.barks.filter(({ text }) => text.length > 40).map((bark) => [rootOf(bark), bark.text] as const);
    const byRoot = new Map<TownBark, string[]>();
    for (const [root, text] of said) byRoot.set(root, [...(byRoot.get(root) ?? []), text]);
    expect([...byRoot.values()].filter((texts) => repeats(texts) > 0)).toEqual([]);
  });

  it("likes most barks a little and a few of today very much", () => {
    const likes = [...counts(town.likes)];
    const talk = likes.filter(([bark, n]) => n >= 200 && bark && bark.at > clock.now - 12 * HOUR);
    expect(talk.length).toBeGreaterThanOrEqual(3);
    const usual = likes.map(([, n]) => n).toSorted((a, b) => a - b)[Math.floor(likes.length / 2)] ?? 0;
    expect(usual).toBeGreaterThanOrEqual(1);
    expect(usual).toBeLessThan(9);
  });

  it("edits two in a hundred barks, and knows who liked which version", () => {
    const edited = town.barks.filter(({ earlier }) => earlier);
    expect(edited.length / town.barks.length).toBeGreaterThan(0.008);
    expect(edited.length / town.barks.length).toBeLessThan(0.03);
    expect(edited.filter(({ text, earlier }) => earlier?.text === text)).toEqual([]);
    const wrong = town.likes.filter(({ on, at, version }) => {
      const bark = town.barks[on];
      return bark && version !== versionAt(bark, at);
    });
    expect(wrong).toEqual([]);
    expect(town.likes.filter(({ on, version }) => town.barks[on]?.earlier && version === 0).length).toBeGreaterThan(20);
  });

  it("shows pictures in about eight of a hundred barks that begin something, and notes and circles now and then", () => {
    const first = town.barks.filter(({ answers, quotes }) => !answers && !quotes);
    const pictured = first.filter(({ picture }) => picture).length / first.length;
    expect(pictured).toBeGreaterThan(0.06);
    expect(pictured).toBeLessThan(0.12);
    for (const audience of ["private", "unlisted"])
      expect(town.barks.filter((bark) => bark.audience === audience).length).toBeGreaterThan(20);
    expect(town.barks.filter(({ spoiler }) => spoiler).length).toBeGreaterThan(30);
  });

  it("has news for the visitor: likes, emoji, a rebark, replies, a quote, a mention, an edit", () => {
    const mine = new Set(town.barks.flatMap((bark, on) => (bark.by === maple ? [on] : [])));
    const within = (minutes: number) => (act: { on: number; at: number }) =>
      mine.has(act.on) && act.at > clock.now - minutes * MINUTE;
    expect(town.likes.filter(within(90)).length).toBeGreaterThan(8);
    expect(town.reactions.filter(within(90)).length).toBeGreaterThanOrEqual(3);
    expect(town.rebarks.filter(within(90)).length).toBeGreaterThanOrEqual(1);
    const lately = town.barks.filter(({ by, at }) => by !== maple && at > clock.now - 6 * HOUR);
    expect(lately.filter(({ answers }) => answers?.by === maple).length).toBeGreaterThanOrEqual(3);
    expect(lately.filter(({ quotes }) => quotes?.by === maple).length).toBeGreaterThanOrEqual(1);
    expect(lately.filter(({ text }) => text.includes("@maple")).length).toBeGreaterThanOrEqual(1);
    const swap = town.barks.findIndex(({ text, earlier }) => earlier && text.startsWith("Seed swap"));
    expect(town.likes.find(({ by, on }) => by === maple && on === swap)?.version).toBe(0);
    expect(town.bookmarks.filter(({ by }) => by === maple).length).toBeGreaterThan(4);
    expect(town.pins.filter(({ by }) => by === maple)).toHaveLength(1);
  });

  it("gives emoji in the form in which they are counted", () => {
    expect(ALL_FEELINGS.filter((emoji) => emojiOf(emoji) !== emoji)).toEqual([]);
    expect(town.reactions.filter(({ emoji }) => emojiOf(emoji) !== emoji)).toEqual([]);
  });
});

describe("ids of moments", () => {
  it("are unique within one millisecond, and in the order of time", () => {
    const idAt = idMaker();
    const same = Array.from({ length: 6_000 }, () => idAt(clock.now));
    expect(new Set(same).size).toBe(6_000);
    const ids = Array.from({ length: 500 }, (_, i) => idAt(clock.now + 1 + i));
    expect(ids).toEqual(ids.toSorted());
  });
});
