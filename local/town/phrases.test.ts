import { describe, expect, it } from "vitest";
import { graphemeCount } from "@/lib/text/length";
import { seeded } from "@/lib/seeded";
import { SUBJECTS } from "@/local/town/barks";
import { say } from "@/local/town/phrases";
import { isSlot, SLOTS } from "@/local/town/slots";
import { subject } from "@/local/town/subject";

const subjects = Object.entries(SUBJECTS);
const lines = subjects.flatMap(([name, { lines: own }]) => own.map((line) => ({ name, ...line })));

describe("lines", () => {
  it("are at least twenty for each of thirty subjects, none twice", () => {
    expect(subjects.length).toBeGreaterThanOrEqual(30);
    expect(subjects.filter(([, { lines: own }]) => own.length < 20).map(([name]) => name)).toEqual([]);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(800);
  });

  it("leave every subject something to say in any season", () => {
    const always = subjects.map(([name, { lines: own }]) => ({
      name,
      count: own.filter(({ when }) => when.length === 0).length,
    }));
    expect(always.filter(({ count }) => count < 15)).toEqual([]);
  });

  it("use only slots that exist and close every bracket", () => {
    const slots = lines.flatMap(({ text }) =>
      [...text.matchAll(/\{(\w*)\}/g)].map(([, slot = ""]) => slot.toLowerCase()),
    );
    expect(slots.filter((slot) => !isSlot(slot) && slot !== "neighbour" && slot !== "mention")).toEqual([]);
    const broken = lines.filter(({ text }) =>
      /[{}[\]|]/.test(text.replace(/\{\w+\}/g, "").replace(/\[[^[\]|]+(\|[^[\]|]+)+\]/g, "")),
    );
    expect(broken).toEqual([]);
  });

  it("do not shout, and end as sentences do", () => {
    expect(lines.filter(({ text }) => text.includes("!"))).toEqual([]);
    expect(
      lines
        .filter(({ text }) => !/([.?\]]|\p{Extended_Pictographic}\uFE0F?|#\w+)$/u.test(text))
        .map(({ text }) => text),
    ).toEqual([]);
    expect(lines.filter(({ text }) => /\s\s|\s[.,]/.test(text))).toEqual([]);
  });

  it("fit a bark even with the longest words", () => {
    const longest = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length)[0] ?? "";
    const stretched = lines.map(({ text }) =>
      text
        .replace(/\[([^\]]+)\]/g, (_, choices: string) => longest(choices.split("|")))
        .replace(/\{(\w+)\}/g, (_, slot: string) =>
          isSlot(slot.toLowerCase())
            ? longest(SLOTS[slot.toLowerCase() as keyof typeof SLOTS])
            : "Marigold Nightingale",
        ),
    );
    expect(stretched.filter((text) => graphemeCount(text) > 240)).toEqual([]);
  });
});

describe("saying a line", () => {
  const fellows = [{ name: "Hazel Wren", handle: "hazel_wren" }];
  const line = (text: string) => ({ text, when: [] });

  it("fills a slot alike in any position, capitalised where needed", () => {
    const text = say(line("{Pet} and {pet}, {Abird} and {abird}"), seeded(1), fellows);
    expect(text).toMatch(/^(\w+) and \1, A(n? [\w ]+) and a\2$/);
  });

  it("speaks of a fellow by name or handle and chooses one of the alternatives", () => {
    expect(say(line("{Neighbour} is @{neighbour}"), seeded(2), fellows)).toBe("Hazel Wren is @Hazel Wren");
    expect(say(line("{mention} [yes|yes]"), seeded(2), fellows)).toBe("@hazel_wren yes");
    expect(say(line("[ask {neighbour}|ask {neighbour}]"), seeded(2), fellows)).toBe("ask Hazel Wren");
  });

  it("refuses slots and conditions that do not exist", () => {
    expect(() => say(line("{nothing}"), seeded(3), fellows)).toThrow("no such slot");
    expect(() => subject({ hours: [0, 24] }, "(thursday) Bins.")).toThrow("no such condition");
  });
});
