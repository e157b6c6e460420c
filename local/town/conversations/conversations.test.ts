import { describe, expect, it } from "vitest";
import { textFault } from "@/lib/barks/rules";
import { CAST } from "@/local/town/cast";
import type { Clock } from "@/local/town/clock";
import { CONVERSATIONS } from "@/local/town/conversations";
import { scripts } from "@/local/town/conversations/script";
import { stageConversations } from "@/local/town/conversations/stage";
import { townFolk } from "@/local/town/folk";
import { townFollows } from "@/local/town/follows";
import { DRAWINGS } from "@/local/town/pictures";

const clock: Clock = { now: Date.UTC(2026, 10, 21, 14, 30), ahead: 0 };
const people = townFolk(300, 7, clock);
const staged = stageConversations(people, townFollows(people, 7, clock), 7, clock);

describe("the written conversations", () => {
  it("are at least sixty, of three barks or more, with branches and depth", () => {
    expect(CONVERSATIONS.length).toBeGreaterThanOrEqual(60);
    expect(CONVERSATIONS.filter(({ lines }) => lines.length < 3).map(({ lines }) => lines[0]?.text)).toEqual([]);
    const branching = CONVERSATIONS.filter(({ lines }) => {
      const answered = lines.map(({ answers }) => answers);
      return answered.some((place, i) => place !== null && answered.indexOf(place) !== i);
    });
    expect(branching.length).toBeGreaterThan(40);
    const deep = CONVERSATIONS.filter(({ lines }) => lines.some(({ answers }) => answers !== null && answers >= 2));
    expect(deep.length).toBeGreaterThan(30);
  });

  it("say nothing twice, do not shout, and fit barks", () => {
    const texts = CONVERSATIONS.flatMap(({ lines }) => lines.map(({ text }) => text));
    const twice = texts.filter((text, i) => texts.indexOf(text) !== i && text.length > 24);
    expect(twice).toEqual([]);
    expect(texts.filter((text) => textFault(text) !== null || text.includes("!"))).toEqual([]);
  });

  it("are among people of the cast and townspeople, and show pictures that are drawn", () => {
    const handles = new Set(CAST.map(({ handle }) => handle));
    const lines = CONVERSATIONS.flatMap(({ lines: own }) => own);
    expect(lines.filter(({ speaker }) => !handles.has(speaker) && !/^\d$/.test(speaker))).toEqual([]);
    expect(lines.filter(({ picture }) => picture !== undefined && !DRAWINGS.has(picture))).toEqual([]);
  });
});

describe("reading a conversation", () => {
  it("takes the indentation for what answers what", () => {
    const [script] = scripts(`
      # bread 40m 120 cold
      finch: One.
        wren (note Crumbs): Two.
          finch: Three.
        1 (picture loaf): Four.
    `);
    expect(script).toMatchObject({ subject: "bread", age: 40, likes: 120, when: ["cold"] });
    expect(script?.lines.map(({ answers }) => answers)).toEqual([null, 0, 1, 0]);
    expect(script?.lines[1]).toMatchObject({ speaker: "wren", spoiler: "Crumbs", text: "Two." });
    expect(script?.lines[3]).toMatchObject({ speaker: "1", picture: "loaf" });
  });

  it("refuses what it does not understand", () => {
    expect(() => scripts("# bread\nfinch says hello")).toThrow("not a line");
    expect(() => scripts("# sausages\nfinch: Hello.")).toThrow("no such subject");
    expect(() => scripts("# bread tuesday\nfinch: Hello.")).toThrow("no such condition");
    expect(() => scripts("# bread\nfinch: Hello.\nwren: Hello.")).toThrow("answers nothing");
  });
});

describe("the conversations in town", () => {
  it("are told in order, before now, by people who had joined", () => {
    expect(staged.length).toBeGreaterThan(350);
    expect(staged.filter(({ at, answers }) => at >= clock.now || (answers && answers.at >= at))).toEqual([]);
    expect(staged.filter(({ by, at }) => (people[by]?.joined ?? Infinity) > at)).toEqual([]);
  });

  it("are partly of today, and reach back some days", () => {
    const begun = staged.filter(({ answers }) => !answers).map(({ at }) => (clock.now - at) / 3_600_000);
    expect(begun.filter((hours) => hours < 3).length).toBeGreaterThanOrEqual(6);
    expect(begun.filter((hours) => hours < 12).length).toBeGreaterThanOrEqual(14);
    expect(begun.filter((hours) => hours > 72).length).toBeGreaterThan(8);
    expect(Math.max(...begun)).toBeLessThan(7 * 24 + 1);
  });

  it("leave out those whose speakers do not live here", () => {
    const few = people.slice(0, 6);
    const among = stageConversations(few, [], 7, clock);
    expect(among.filter(({ by }) => by >= 6)).toEqual([]);
  });
});
