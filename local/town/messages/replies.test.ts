import { describe, expect, it } from "vitest";
import { seeded } from "@/lib/seeded";
import { ABOUTS, GENTLE, GREETINGS, NEWS, SEEN, SMALL_TALK, THANKED, UNSURE } from "@/local/town/messages/lines";
import { DIRECT, GROUPS, PALS } from "@/local/town/messages/letters";
import { answererOf, replyTo } from "@/local/town/messages/replies";
import { CAST, NOT_YET_FOLLOWED, VISITOR } from "@/local/town/cast";
import { altOf } from "@/local/town/pictures";
import { wit } from "@/local/town/replies";

const fellows = [{ name: "Clover", handle: "clover" }];
const answers = (text: string, said = new Set<string>(), seed = 1) => {
  const random = seeded(seed);
  return replyTo(
    { id: "aa", text, hasPicture: false },
    { said, wit: wit(random, { mayRepeat: true }), random, fellows },
  );
};

describe("an answer in a message", () => {
  it("greets who greets, thanks who thanks, and says what the town is to who asks", () => {
    expect(GREETINGS).toContain(answers("Hello Otter!").text);
    expect(THANKED).toContain(answers("Thank you").text);
    expect(ABOUTS).toContain(answers("Are you a bot?").text);
    expect(ABOUTS).toContain(answers("Is this really encrypted?").text);
    expect(UNSURE).toContain(answers("Shall we?").text);
  });

  it("is about the subject of the message, if the town knows one", () => {
    const own = new Set([...GREETINGS, ...UNSURE, ...SMALL_TALK, ...THANKED, ...ABOUTS]);
    expect(own).not.toContain(answers("The rye bread came out of the oven early.").text);
  });

  it("makes no joke about sad things", () => {
    for (let seed = 1; seed < 30; seed += 1) {
      const { text, emoji } = answers("My cat died yesterday.", new Set(), seed);
      expect(GENTLE).toContain(text);
      expect(emoji).toBe("❤️");
    }
  });

  it("is not one that was said before, as long as there are others", () => {
    const said = new Set<string>();
    for (let turn = 0; turn < UNSURE.length; turn += 1) {
      const { text } = answers("Shall we?", said, turn + 1);
      expect(said).not.toContain(text);
      said.add(text);
    }
    expect(UNSURE).toContain(answers("Shall we?", said).text);
  });

  it("to a picture is about the picture", () => {
    const random = seeded(1);
    const context = { said: new Set<string>(), wit: wit(random, { mayRepeat: true }), random, fellows };
    expect(SEEN).toContain(replyTo({ id: "aa", text: "", hasPicture: true }, context).text);
  });

  it("in a group comes from who is named, or else from one of them, whichever device asks", () => {
    const pals = [{ handle: "otter" }, { handle: "fern" }, { handle: "clover" }];
    const message = { id: "ab12", text: "Who brings the table?", hasPicture: false };
    expect(answererOf(message, pals)).toBe(answererOf(message, pals.toReversed()));
    expect(answererOf({ ...message, text: "And you, Fern?" }, pals)).toEqual({ handle: "fern" });
  });
});

describe("the letters of the town", () => {
  it("come from townspeople with devices, of whom the visitor follows all but those who only ask", () => {
    const cast = CAST.map(({ handle }) => handle);
    const writers = [...DIRECT.map(({ by }) => by), ...GROUPS.flatMap(({ by, members }) => [by, ...members])];
    for (const handle of [...PALS, ...writers]) expect(cast).toContain(handle);
    for (const handle of writers) expect(PALS).toContain(handle);
    expect(PALS).not.toContain(VISITOR);
    const strangers = DIRECT.filter(({ by }) => NOT_YET_FOLLOWED.includes(by));
    // A request may have one message until it is accepted.
    expect(strangers.map(({ sentences }) => sentences.length)).toEqual([1]);
    for (const { by, members } of GROUPS)
      for (const one of [by, ...members]) expect(NOT_YET_FOLLOWED).not.toContain(one);
  });

  it("show drawings that exist, and repeat nothing", () => {
    const sentences = [...DIRECT, ...GROUPS].flatMap((letter) => letter.sentences);
    expect(sentences.flatMap(({ picture }) => picture ?? []).map(altOf)).not.toContain("");
    const texts = [...sentences.map(({ text }) => text), ...NEWS];
    expect(new Set(texts).size).toBe(texts.length);
  });
});
