import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRENDS_WINDOW } from "@/lib/redis/keys";
import { interestsIn, parseTerm, personalise, rank, scoreTerm } from "@/lib/trends/rules";
import type { Counted, Mention, Trend } from "@/lib/trends/schema";

const NOW = 29_000_000;
const mention = (author: string, ago = 0, said = "storm"): Mention => ({
  author,
  minute: NOW - ago,
  bark: `${author}${ago}`,
  said,
});
const term = (mentions: Mention[], more: Partial<Counted> = {}): Counted => ({
  key: "storm",
  mentions,
  at: NOW,
  hour: 0,
  ewma: 0,
  ...more,
});
const people = (count: number, ago = 0) => Array.from({ length: count }, (_, at) => mention(`p${at}`, ago));
const score = (counted: Counted, minute = NOW) => scoreTerm(counted, minute)?.score ?? 0;

const trend = (key: string, more: Partial<Trend> = {}): Trend => ({
  key,
  kind: "word",
  name: key,
  said: [key],
  score: 3,
  authors: ["a", "b", "c"],
  barks: ["1", "2", "3"],
  hours: Array<number>(12).fill(0),
  ...more,
});

describe("the score of a term", () => {
  it("needs three people for a phrase or a topic and five for a single word, however often they use it", () => {
    const often = (said: string, whom: string[]) =>
      whom.flatMap((author) => Array.from({ length: 50 }, (_, ago) => mention(author, ago, said)));
    for (const said of ["storm front", "#storm"]) {
      expect(scoreTerm(term(often(said, ["a", "b"])), NOW)).toBeNull();
      expect(scoreTerm(term(often(said, ["a", "b", "c"])), NOW)?.authors).toHaveLength(3);
    }
    expect(scoreTerm(term(often("storm", ["a", "b", "c", "d"])), NOW)).toBeNull();
    expect(scoreTerm(term(often("storm", ["a", "b", "c", "d", "e"])), NOW)?.authors).toHaveLength(5);
  });

  it("is higher for a phrase or a topic than for a single word that as many people use", () => {
    const said = (wording: string) => score(term(people(6).map((one) => ({ ...one, said: wording }))));
    expect(said("storm front")).toBeGreaterThan(said("storm"));
    expect(said("#storm")).toBe(said("storm front"));
  });

  it("grows with the number of people, not of barks", () => {
    const one = people(5);
    const again = [...one, ...Array.from({ length: 30 }, (_, at) => mention("p0", at + 1))];
    expect(score(term(again))).toBe(score(term(one)));
    expect(score(term(people(6)))).toBeGreaterThan(score(term(one)));
  });

  it("halves every two hours without new mentions, and is zero after twelve", () => {
    const counted = term(people(64));
    expect(score(counted, NOW + 120)).toBeCloseTo(score(counted) / 2);
    expect(score(counted, NOW + 240)).toBeCloseTo(score(counted) / 4);
    expect(scoreTerm(counted, NOW + TRENDS_WINDOW)).toBeNull();
  });

  it("comes with the number of people in each of the last twelve hours", () => {
    const mentions = [
      mention("a", 0),
      mention("a", 59),
      mention("b", 60),
      mention("c", 11 * 60 + 59, "storm front"),
      mention("d", TRENDS_WINDOW),
    ];
    const hours = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1];
    expect(scoreTerm(term(mentions), NOW)?.hours).toEqual(hours);
    expect(scoreTerm(term([...mentions, mention("z")]), NOW, new Set(["z"]))?.hours).toEqual(hours);
  });

  it("is null for a word that is used slightly more than usual, but not for a topic", () => {
    const now = people(14);
    expect(scoreTerm(term(now, { ewma: 3, hour: 3 }), NOW)).toBeNull();
    const named = now.map((one) => ({ ...one, said: "#storm" }));
    expect(scoreTerm(term(named, { ewma: 3, hour: 3 }), NOW)?.kind).toBe("topic");
  });

  it("is null for what is used as much as usual", () => {
    // Four people every hour, the same ones or others.
    const usual = Array.from({ length: 12 }, (_, hour) => people(4, hour * 60)).flat();
    const others = Array.from({ length: 48 }, (_, at) => mention(`p${at}`, Math.floor(at / 4) * 60));
    expect(scoreTerm(term(usual, { ewma: 4, hour: 4 }), NOW)).toBeNull();
    expect(scoreTerm(term(others, { ewma: 4, hour: 4 }), NOW)).toBeNull();
    expect(score(term(people(60), { ewma: 4, hour: 60 }))).toBeGreaterThan(3);
  });

  it("is higher for a burst of something new than for the same burst of something usual", () => {
    expect(score(term(people(10)))).toBeGreaterThan(score(term(people(10), { ewma: 1 })));
  });

  it("does not count people who do not count for the viewer", () => {
    expect(scoreTerm(term(people(6)), NOW, new Set(["p0", "p1"]))).toBeNull();
    const seen = scoreTerm(term(people(7)), NOW, new Set(["p0"]));
    expect(seen?.authors).not.toContain("p0");
    expect(seen?.score).toBeCloseTo(score(term(people(6))));
  });

  it("uses the most frequent spelling as the name, and a tag only when three people tagged it", () => {
    const words = ["Storm", "storm", "Storm", "Storm", "storm"].map((said, at) => mention(`w${at}`, at, said));
    expect(scoreTerm(term(words), NOW)).toMatchObject({ kind: "word", name: "Storm" });
    const tags = ["a", "b", "c"].map((author) => mention(author, 0, "#storm"));
    expect(scoreTerm(term([...words, ...tags.slice(1)]), NOW)).toMatchObject({ kind: "word", name: "Storm" });
    expect(scoreTerm(term([...words, ...tags]), NOW)).toMatchObject({ kind: "topic", name: "storm" });
  });

  it("never falls when one more person uses the term, whatever was said before", () => {
    const mentions = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 800 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(mentions, fc.double({ min: 0, max: 20, noNaN: true }), (list, ewma) => {
        const before = list.map(([who, ago]) => mention(`p${who}`, ago));
        const counted = term(before, { ewma });
        const more = term([...before, mention("newcomer")], { ewma });
        expect(score(more)).toBeGreaterThanOrEqual(score(counted));
        // The order of Redis's answer does not matter.
        expect(scoreTerm(term(before.toReversed(), { ewma }), NOW)).toEqual(scoreTerm(counted, NOW));
      }),
    );
  });
});

describe("a term as it is stored in Redis", () => {
  it("is parsed with its mentions, also for phrases, and invalid mentions are skipped", () => {
    const fields = ["=", "2.5 29000000 3 0.25", "17", "29000000 55 seed swap\n28999990 44 #SeedSwap", "18", "junk"];
    expect(parseTerm("seedswap", fields)).toEqual({
      key: "seedswap",
      at: 29_000_000,
      hour: 3,
      ewma: 0.25,
      mentions: [
        { author: "17", minute: 29_000_000, bark: "55", said: "seed swap" },
        { author: "17", minute: 28_999_990, bark: "44", said: "#SeedSwap" },
      ],
    });
    expect(parseTerm("x", [])).toEqual({ key: "x", at: 0, hour: 0, ewma: 0, mentions: [] });
  });
});

describe("the order of trends", () => {
  it("is by score, and deterministic", () => {
    const [a, b, c] = [trend("a", { score: 1 }), trend("b", { score: 9 }), trend("c", { score: 1 })];
    expect(rank([c, a, b]).map(({ key }) => key)).toEqual(["b", "a", "c"]);
  });

  it("leaves out the words of a trending phrase, unless others use them without it", () => {
    const phrase = trend("seedswap", { said: ["#SeedSwap", "seed swap"], kind: "topic" });
    const authors = ["a", "b", "c", "d", "e", "f", "g"];
    expect(rank([phrase, trend("seed"), trend("swap", { authors })]).map(({ key }) => key)).toEqual([
      "seedswap",
      "swap",
    ]);
  });
});

describe("personal trends", () => {
  const [storm, fair, bread] = [
    trend("storm", { score: 4, authors: ["x", "y", "z"] }),
    trend("fair", { score: 3, authors: ["otter", "fern", "x"] }),
    trend("bread", { score: 2.5, authors: ["x", "y", "z"] }),
  ];

  it("are sorted by the followed people in them, and by the viewer's own interests", () => {
    const rows = [{ who: "me", how: "liked" as const, text: "Bread for all", language: "en" }];
    const order = personalise([storm, fair, bread], {
      viewerId: "me",
      followed: new Set(["otter", "fern"]),
      interests: interestsIn(rows),
    });
    expect(order.map(({ trend: { key }, followed, own }) => [key, followed, own])).toEqual([
      ["fair", ["otter", "fern"], false],
      ["storm", [], false],
      ["bread", [], true],
    ]);
  });

  it("contain the same trends, and count only followed people", () => {
    const ids = fc.array(fc.constantFrom<string[]>("me", "otter", "fern", "x", "y"), { maxLength: 5 });
    fc.assert(
      fc.property(ids, ids, (followed, interested) => {
        const set = new Set(followed.filter((id) => id !== "me"));
        const interests = new Map([["storm", new Set(interested)]]);
        const order = personalise([storm, fair, bread], { viewerId: "me", followed: set, interests });
        expect(order.map(({ trend: { key } }) => key).toSorted()).toEqual(["bread", "fair", "storm"]);
        for (const one of order) expect(one.followed.every((id) => set.has(id))).toBe(true);
      }),
    );
  });
});
