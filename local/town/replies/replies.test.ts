import { describe, expect, it } from "vitest";
import { textFault } from "@/lib/barks/rules";
import { seeded } from "@/lib/seeded";
import { SUBJECT_NAMES } from "@/local/town/barks";
import { REPLY_LINES, wit } from "@/local/town/replies";
import { isSlot } from "@/local/town/slots";

const fellows = [{ name: "Marigold Nightingale", handle: "marigold_nightingale" }];
const texts = REPLY_LINES.map(({ text }) => text);

describe("what people say to barks", () => {
  it("is different every time, does not shout, and closes its brackets", () => {
    expect(texts.length).toBeGreaterThan(350);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    expect(texts.filter((text) => text.includes("!") || /\s\s|\s[.,]/.test(text))).toEqual([]);
    const bare = texts.map((text) => text.replace(/\{\w+\}/g, "").replace(/\[[^[\]|]+(\|[^[\]|]+)+\]/g, ""));
    expect(bare.filter((text) => /[{}[\]|]/.test(text))).toEqual([]);
  });

  it("uses only slots that exist", () => {
    const slots = texts.flatMap((text) => [...text.matchAll(/\{(\w*)\}/g)].map(([, slot = ""]) => slot.toLowerCase()));
    expect(slots.filter((slot) => !isSlot(slot) && slot !== "neighbour")).toEqual([]);
  });

  it("is found for every subject and for none, never twice in one conversation", () => {
    const { find } = wit(seeded(3));
    for (const subject of [...SUBJECT_NAMES, null]) {
      const said = new Set<string>();
      const found = Array.from({ length: 25 }, () => find("answer", subject, said, fellows));
      expect(found.filter((text) => text === null || textFault(text) !== null)).toEqual([]);
      expect(said.size).toBe(25);
    }
  });

  it("ends when everything has been said", () => {
    const { find } = wit(seeded(3));
    const said = new Set<string>();
    const found = Array.from({ length: 100 }, () => find("closing", "bread", said, fellows));
    expect(found.at(-1)).toBeNull();
  });

  it("lets a line rest before it is heard again", () => {
    const { find } = wit(seeded(9));
    const heard = Array.from({ length: 40 }, () => {
      const said = new Set<string>();
      find("comeback", "bread", said, fellows);
      return [...said][0];
    });
    expect(new Set(heard.slice(0, 12)).size).toBeGreaterThan(9);
  });
});
