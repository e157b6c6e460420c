import { describe, expect, it } from "vitest";
import { DAY, MINUTE, type Clock } from "@/local/town/clock";
import { townFolk } from "@/local/town/folk";
import { speaker } from "@/local/town/speaker";

const clock: Clock = { now: Date.UTC(2026, 10, 21, 12), ahead: 0 };
const people = townFolk(40, 7, clock);
const fellows = people.map(() => people);
const talk = (memory: number) => speaker({ seed: 7, clock, memory, fellows, mayRepeat: true });

describe("a speaker", () => {
  it("never says a text twice within memory", () => {
    const { speak } = talk(1_000);
    const said: string[] = [];
    for (let i = 0; i < 4_000; i++) {
      const person = people[i % people.length];
      const found = person && speak(person, i % people.length, clock.now + i * MINUTE);
      if (found) said.push(found.text);
    }
    const repeated = said.filter((text, i) => said.slice(Math.max(0, i - 1_000), i).includes(text));
    expect(repeated).toEqual([]);
    expect(said.length).toBeGreaterThan(3_900);
  });

  it("uses no line twice within a day, whatever fills its slots, and rather says nothing", () => {
    const { speak } = speaker({ seed: 7, clock, memory: 10_000, fellows, mayRepeat: false });
    const said = people.flatMap((person, place) =>
      Array.from({ length: 24 }, (_, hour) => speak(person, place, clock.now + hour * 60 * MINUTE)?.text ?? []).flat(),
    );
    const sentences = said.flatMap((text) => (text.match(/[^.?!…]+[.?!…]+/g) ?? []).map((one) => one.trim()));
    const long = sentences.filter((one) => one.split(" ").length >= 5);
    expect(said.length).toBeGreaterThan(300);
    expect(long.filter((one, i) => long.indexOf(one) !== i)).toEqual([]);
  });

  it("does not say what it was told others have said", () => {
    const [first, second] = [talk(100), talk(100)];
    const person = people[3];
    const text = person && first.speak(person, 3, clock.now)?.text;
    expect(text).toBeTruthy();
    second.remember(text ?? "", clock.now);
    expect(person && second.speak(person, 3, clock.now)?.text).not.toBe(text);
  });

  it("lets the night shift and the stars speak at three in the morning", () => {
    const { speak } = talk(1_000);
    const three = clock.now - (clock.now % DAY) + 3 * 60 * MINUTE;
    const said = people.flatMap((person, place) => speak(person, place, three)?.text ?? []);
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((text) => /market haul|school run record|post office queue/i.test(text))).toEqual([]);
  });
});
