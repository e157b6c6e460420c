import { describe, expect, it } from "vitest";
import { textFault } from "@/lib/barks/rules";
import { seeded } from "@/lib/seeded";
import { SUBJECT_NAMES } from "@/local/town/barks";
import { REPLY_LINES, wit } from "@/local/town/replies";
import { isSlot } from "@/local/town/slots";

const at = Date.UTC(2026, 10, 21, 12);
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
    const { find } = wit(seeded(3), { mayRepeat: true });
    for (const subject of [...SUBJECT_NAMES, null]) {
      const said = new Set<string>();
      const found = Array.from({ length: 25 }, () => find("answer", { subject, said, fellows, at }));
      expect(found.filter((text) => text === null || textFault(text) !== null)).toEqual([]);
      expect(said.size).toBe(25);
    }
  });

  it("ends when everything has been said", () => {
    const { find } = wit(seeded(3), { mayRepeat: true });
    const said = new Set<string>();
    const found = Array.from({ length: 100 }, () => find("closing", { subject: "bread", said, fellows, at }));
    expect(found.at(-1)).toBeNull();
  });

  it("is never the same twice within a day, when it may be nothing instead", () => {
    const { find, remember } = wit(seeded(5), { mayRepeat: false });
    const told = texts.find((text) => !/[{[]/.test(text)) ?? "";
    remember(told, at);
    const ask = (when: number) => find("closing", { subject: "bread", said: new Set(), fellows, at: when });
    const heard = Array.from({ length: 100 }, (_, minute) => ask(at + minute * 60_000)).filter((text) => text !== null);
    expect(heard.length).toBeGreaterThan(5);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard).not.toContain(told);
    expect(ask(at + 3 * 24 * 3_600_000)).not.toBeNull();
  });

  it("lets a line rest before it is heard again", () => {
    const { find } = wit(seeded(9), { mayRepeat: true });
    const heard = Array.from({ length: 40 }, () => {
      const said = new Set<string>();
      find("comeback", { subject: "bread", said, fellows, at });
      return [...said][0];
    });
    expect(new Set(heard.slice(0, 12)).size).toBeGreaterThan(9);
  });
});
