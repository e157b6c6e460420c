import { describe, expect, it } from "vitest";
import { sharedWords } from "@/app/_features/compose/shared";

const nothing = { title: "", text: "", url: "" };

describe("what another app shares", () => {
  it("becomes the words of a bark, the address last", () => {
    const all = { title: "Seed swap", text: "Saturday from ten", url: "https://a.example/b" };
    expect(sharedWords(all)).toBe("Seed swap\nSaturday from ten\nhttps://a.example/b");
  });

  it("says each thing once", () => {
    const text = "Seed swap https://a.example/b";
    expect(sharedWords({ title: "Seed swap", text, url: "https://a.example/b" })).toBe(text);
    expect(sharedWords({ ...nothing, url: " https://a.example/b " })).toBe("https://a.example/b");
    expect(sharedWords(nothing)).toBe("");
  });
});
