import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, type Clock } from "@/local/town/clock";
import type { Community, HeardBark } from "@/local/town/community";
import { townFolk } from "@/local/town/folk";
import { greeter } from "@/local/town/greet";
import { laterList } from "@/local/town/later";
import { wit } from "@/local/town/replies";
import { speaker } from "@/local/town/speaker";
import { subjectOf } from "@/local/town/words";

const start = Date.UTC(2026, 10, 21, 12);
const clock: Clock = { now: start, ahead: 0 };
const people = townFolk(20, 7, clock);

/** A town in which no random event happens. */
const town: Community = {
  residents: new Map(people.map((person, place) => [`r${place}`, { id: `r${place}`, person, place, fellows: people }])),
  talk: speaker({ seed: 7, clock, memory: 100, fellows: people.map(() => people), mayRepeat: true }),
  wit: wit(() => 0.99, { mayRepeat: true }),
  random: () => 0.99,
};

let made = 0;
const bark = (about: Partial<HeardBark>): HeardBark => ({
  id: `b${made++}`,
  text: "Good morning, everybody.",
  authorId: "visitor",
  at: start,
  replies: 0,
  depth: 0,
  answers: null,
  ...about,
});

/** The number of actions that the town plans for these barks, within some time. */
function deedsAbout(barks: readonly HeardBark[], within = HOUR) {
  let now = start;
  const later = laterList(() => now);
  const { notice } = greeter(() => now);
  notice(town, barks, later);
  notice(town, barks, later);
  now += within;
  return later.due().length;
}

describe("the town and its visitors", () => {
  it("likes and answers what a visitor barks, within a minute", () => {
    expect(deedsAbout([bark({})], MINUTE)).toBe(2);
  });

  it("leaves alone what its own people bark, and what is old news", () => {
    expect(deedsAbout([bark({ authorId: "r3" }), bark({ at: start - 4 * MINUTE })])).toBe(0);
  });

  it("answers when a visitor answers one of its people, but not when two visitors talk", () => {
    expect(deedsAbout([bark({ answers: "r2", depth: 1 })])).toBe(2);
    expect(deedsAbout([bark({ answers: "another visitor", depth: 1 })])).toBe(1);
  });

  it("lets a long conversation come to an end", () => {
    expect(deedsAbout([bark({ answers: "r2", depth: 6 })])).toBe(1);
  });

  it("answers one visitor twelve times an hour at most", () => {
    expect(deedsAbout(Array.from({ length: 30 }, () => bark({})))).toBe(30 + 12);
    expect(deedsAbout(Array.from({ length: 30 }, (_, i) => bark({ authorId: `v${i}` })))).toBe(60);
  });

  it("makes no jokes where somebody grieves", () => {
    expect(deedsAbout([bark({ text: "My grandmother died this morning." })])).toBe(1);
  });
});

describe("what a text is about", () => {
  it("is recognised by its words", () => {
    expect(subjectOf("The cat sat on my bread. The cat is sorry.")).toBe("cats");
    expect(subjectOf("A rook takes the pawn, and then the queen")).toBe("chess");
    expect(subjectOf("Two trains today, both on time")).toBe("trains");
  });

  it("stays open when no word tells, and words inside others do not", () => {
    expect(subjectOf("Good morning, everybody.")).toBeNull();
    expect(subjectOf("Concatenate, please")).toBeNull();
  });
});
