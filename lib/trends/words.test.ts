import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termKey, termsOf } from "@/lib/trends/words";

const said = (text: string, language: string | null = "en") => termsOf(text, language).map((term) => term.said);

describe("the terms of a bark", () => {
  it("are its topics first, then meaningful words, each after the phrases of two or three words that it ends", () => {
    expect(said("The sourdough starter is rising, see #BreadWeek")).toEqual([
      "#BreadWeek",
      "sourdough",
      "sourdough starter",
      "starter",
      "starter is rising",
      "rising",
    ]);
  });

  it("exclude the commonest words of a language as single words, and phrases of nothing else", () => {
    expect(said("I read it and left my coat on the train in the morning")).toEqual([]);
    expect(said("First frost on the night bus")).toEqual(["First frost", "frost"]);
    expect(said("Trains and chairs, hurried")).toEqual(["hurried"]);
    // Topics are chosen deliberately.
    expect(said("#read")).toEqual(["#read"]);
  });

  it("exclude phrases that begin or end with a number, a part of the clock, or a stop word", () => {
    expect(said("Quarter past eight, three herons, the constellations inside")).toEqual(["herons", "constellations"]);
    expect(said("Viertel nach acht, drei Reiher", "de")).toEqual(["Reiher"]);
  });

  it("exclude links, handles, numbers and very short words", () => {
    expect(said("@otter look https://example.com/otters/river 2026 12:30 ok go")).toEqual([]);
  });

  it("exclude phrases across punctuation and links", () => {
    expect(said("Otters, meadows. Herons https://example.com voles")).toEqual(["Otters", "meadows", "Herons", "voles"]);
  });

  it.each([
    ["de", "Wir haben heute den Springbrunnen gesehen", ["Springbrunnen", "Springbrunnen gesehen"]],
    ["fr", "Le coquelicot de la place est fermé", ["coquelicot"]],
    ["es", "Hay un eclipse y una verbena", ["eclipse", "verbena"]],
    ["pt", "A procissão, e não parou", ["procissão"]],
    ["it", "Il mirtillo per la montagna", ["mirtillo", "montagna"]],
    ["nl", "Er is een ijsvogel aan de kust", ["ijsvogel", "kust"]],
    ["sv", "Det är en älg, trädgården", ["älg", "trädgården"]],
  ])("leaves out the stop words of %s", (language, text, words) => {
    expect(said(text, language)).toEqual(words);
  });

  it("leave out the stop words of all languages when a bark has no language", () => {
    expect(said("Wir sind heute und the storm", null)).toEqual(["storm"]);
  });

  it("are found in scripts without spaces between words", () => {
    expect(said("今日は東京で花火大会", "ja")).toContain("東京");
    expect(said("我们在北京看电影", "zh")).toContain("北京");
  });

  it("include emoji, whatever their colour, but no faces, hands and hearts", () => {
    expect(said("🦦 and 😂👍🏽❤️ 🇫🇮 🧑🏽‍🌾")).toEqual(["🦦", "🇫🇮", "🧑‍🌾"]);
  });

  it("occur once each, and are limited in number", () => {
    expect(said("rain Rain RAINS #rain")).toEqual(["#rain"]);
    const tags = Array.from({ length: 60 }, (_, at) => `#tag${"abcdefghij".charAt(at % 10)}${at}`).join(" ");
    expect(said(tags).filter((term) => term.startsWith("#"))).toHaveLength(10);
  });

  it("are bounded and well formed for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 500 }),
        fc.constantFrom("en", "xx-YY", null),
        (text, language) => {
          const terms = termsOf(text, language);
          expect(terms.length).toBeLessThanOrEqual(40);
          expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
          for (const { key, said: wording } of terms) {
            expect(key).not.toBe("");
            expect(wording).not.toMatch(/[\n\t]/);
            expect(termKey(wording)).toBe(key);
          }
        },
      ),
    );
  });
});

describe("the key of a term", () => {
  it.each([
    ["SeedSwap", "#seedswap", "seed swap", "Seed swaps", "seed_swap", "ＳｅｅｄＳｗａｐ"],
    ["café", "Cafe", "CAFÉS", "cafe’s"],
    ["berry-picking", "BerryPicking"],
    ["strawberry", "strawberries"],
    ["church", "Churches"],
    ["Straße", "strasse"],
  ])("is the same for %s and its variants", (...wordings) => {
    expect(new Set(wordings.map(termKey)).size).toBe(1);
  });

  it("differs for different terms", () => {
    const keys = ["glass", "glas", "ガス", "カス", "йод", "иод", "🦦", "🦫"].map(termKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
