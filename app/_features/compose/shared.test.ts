import { describe, expect, it } from "vitest";
import { sharedWords } from "@/app/_features/compose/shared";

const nothing = { title: "", text: "", url: "" };

describe("content shared by another app", () => {
  it("becomes the text of a bark, with the address last", () => {
    const all = { title: "Seed swap", text: "Saturday from ten", url: "https://a.example/b" };
    expect(sharedWords(all)).toBe("Seed swap\nSaturday from ten\nhttps://a.example/b");
  });

  it("contains each part once", () => {
    const text = "Seed swap https://a.example/b";
    expect(sharedWords({ title: "Seed swap", text, url: "https://a.example/b" })).toBe(text);
    expect(sharedWords({ ...nothing, url: " https://a.example/b " })).toBe("https://a.example/b");
    expect(sharedWords(nothing)).toBe("");
  });
});
