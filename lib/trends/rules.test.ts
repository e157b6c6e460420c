import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRENDS_SLOT, TRENDS_SLOTS, TRENDS_WINDOW } from "@/lib/redis/keys";
import { crowdOf, interestsIn, parseTerm, personalise, rank, scoreTerm } from "@/lib/trends/rules";
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
  week: [],
  since: 0,
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
  usual: 0,
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

  it("needs more people where many bark", () => {
    const said = (wording: string, count: number, crowd: number) =>
      scoreTerm(term(people(count).map((one) => ({ ...one, said: wording }))), NOW, new Set(), crowd);
    for (const wording of ["storm front", "#storm"]) {
      expect(said(wording, 4, 20)).not.toBeNull();
      expect(said(wording, 4, 400)).toBeNull();
      expect(said(wording, 5, 400)).not.toBeNull();
    }
    expect(said("storm", 7, 400)).toBeNull();
    expect(said("storm", 8, 400)).not.toBeNull();
    expect(crowdOf([term(people(3)), term([...people(5), mention("p9", TRENDS_WINDOW)])], NOW)).toBe(5);
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
      mention("a", 0, "#storm"),
      mention("a", 59),
      mention("b", 60, "#storm"),
      mention("c", 11 * 60 + 59, "#storm"),
      mention("d", TRENDS_WINDOW),
    ];
    const hours = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1];
    expect(scoreTerm(term(mentions), NOW)?.hours).toEqual(hours);
    expect(scoreTerm(term([...mentions, mention("z")]), NOW, new Set(["z"]))?.hours).toEqual(hours);
  });

  /** A week in which this many people used it in every six hours, the current ones included. */
  const steady = (count: number) => Array<number>(TRENDS_SLOTS).fill(count);

  it("is null for a word that is used slightly more than usual, but not for a topic", () => {
    const now = people(24);
    expect(scoreTerm(term(now, { week: steady(18) }), NOW)).toBeNull();
    const named = now.map((one) => ({ ...one, said: "#storm" }));
    expect(scoreTerm(term(named, { week: steady(18) }), NOW)?.kind).toBe("topic");
  });

  it("is null for what is used as much as in its own week, also when that is usual only at this time of day", () => {
    const usual = Array.from({ length: 12 }, (_, hour) => people(6, hour * 60)).flat();
    expect(scoreTerm(term(usual), NOW)?.authors).toHaveLength(6);
    expect(scoreTerm(term(usual, { week: steady(24) }), NOW)).toBeNull();
    const evenings = steady(0).map((_, slot) => (slot % 4 === 0 ? 24 : 0));
    expect(scoreTerm(term(usual, { week: evenings }), NOW)).toBeNull();
    const noons = steady(0).map((_, slot) => (slot % 4 === 2 ? 6 : 0));
    expect(score(term(people(60), { week: evenings }))).toBeGreaterThan(3);
    expect(score(term(people(10), { week: noons }))).toBeGreaterThan(2);
  });

  it("compares with the days that were counted, and says how many people are usual in twelve hours", () => {
    const burst = people(12);
    const week = [12, 0, 3, 3, 3, 3];
    expect(scoreTerm(term(burst, { week, since: NOW - 5 * TRENDS_SLOT }), NOW)?.usual).toBe(6);
    expect(scoreTerm(term(burst, { week }), NOW)?.usual).toBeCloseTo((2 * 12) / 28);
    expect(scoreTerm(term(burst, { week, since: NOW - 3 * TRENDS_SLOT }), NOW)?.usual).toBeNull();
    // Its week moves on while nobody uses it.
    const later = { week, at: NOW - 4 * TRENDS_SLOT, since: NOW - 9 * TRENDS_SLOT };
    expect(scoreTerm(term(burst, later), NOW)?.usual).toBe(15);
  });

  it("is higher for a burst of something new than for the same burst of something usual", () => {
    expect(score(term(people(12)))).toBeGreaterThan(score(term(people(12), { week: steady(2) })));
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
      fc.property(mentions, fc.array(fc.nat(40), { maxLength: TRENDS_SLOTS }), (list, week) => {
        const before = list.map(([who, ago]) => mention(`p${who}`, ago));
        const counted = term(before, { week });
        const more = term([...before, mention("newcomer")], { week });
        expect(score(more)).toBeGreaterThanOrEqual(score(counted));
        // The order of Redis's answer does not matter.
        expect(scoreTerm(term(before.toReversed(), { week }), NOW)).toEqual(scoreTerm(counted, NOW));
      }),
    );
  });
});

describe("a term as it is stored in Redis", () => {
  it("is parsed with its mentions, also for phrases, and invalid mentions are skipped", () => {
    const fields = ["=", "2.5 29000000 3,0,1", "17", "29000000 55 seed swap\n28999990 44 #SeedSwap", "18", "junk"];
    expect(parseTerm("seedswap", fields, 7)).toEqual({
      key: "seedswap",
      at: 29_000_000,
      week: [3, 0, 1],
      since: 7,
      mentions: [
        { author: "17", minute: 29_000_000, bark: "55", said: "seed swap" },
        { author: "17", minute: 28_999_990, bark: "44", said: "#SeedSwap" },
      ],
    });
    expect(parseTerm("x", [], 0)).toEqual({ key: "x", at: 0, week: [0], since: 0, mentions: [] });
  });
});

describe("the order of trends", () => {
  it("is by score, and deterministic", () => {
    const scores = { a: 1, b: 9, c: 1 };
    const [a, b, c] = Object.entries(scores).map(([key, points]) => trend(key, { score: points, barks: [key] }));
    if (!a || !b || !c) throw new Error("there are three trends");
    expect(rank([c, a, b]).map(({ key }) => key)).toEqual(["b", "a", "c"]);
  });

  it("leaves out the words of a trending phrase, unless others use them without it", () => {
    const phrase = trend("seedswap", { said: ["#SeedSwap", "seed swap"], kind: "topic" });
    const authors = ["a", "b", "c", "d", "e", "f", "g"];
    const barks = ["4", "5", "6", "7"];
    expect(rank([phrase, trend("seed"), trend("swap", { authors, barks })]).map(({ key }) => key)).toEqual([
      "seedswap",
      "swap",
    ]);
  });

  it("keeps the longest of phrases that mostly the same people use, and of others the one that more use", () => {
    const [six, three] = [
      ["a", "b", "c", "d", "e", "f"],
      ["a", "b", "c"],
    ];
    const short = trend("firstfrost", { said: ["first frost"], authors: six, barks: ["1", "2", "3", "4", "5", "6"] });
    const long = (authors: string[]) =>
      trend("firstfrosttonight", { said: ["first frost tonight"], authors, barks: authors, score: 9 });
    expect(rank([short, long(six)]).map(({ key }) => key)).toEqual(["firstfrosttonight"]);
    expect(rank([short, long(three)]).map(({ key }) => key)).toEqual(["firstfrost"]);
  });

  it("shows one of several phrases that come from the same barks, but each topic", () => {
    const said = (key: string, points: number) => trend(key, { said: [`${key} ${key}s`], score: points });
    const topic = trend("tag", { kind: "topic", said: ["#tag"], score: 1 });
    const other = trend("other", { score: 2, barks: ["7", "8", "9"] });
    expect(rank([said("a", 5), said("b", 4), other, topic]).map(({ key }) => key)).toEqual(["a", "other", "tag"]);
  });
});

describe("personal trends", () => {
  const [storm, fair, bread] = [
    trend("storm", { score: 4, authors: ["x", "y", "z"] }),
    trend("fair", { score: 3, authors: ["otter", "fern", "x"] }),
    trend("bread", { score: 2.5, authors: ["x", "y", "z"] }),
  ];

  it("are sorted by the followed people in them, and by the viewer's own interests", () => {
    const rows = [{ who: "me", how: "liked" as const, text: "#Bread for all", language: "en" }];
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
