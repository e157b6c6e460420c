import { describe, expect, it } from "vitest";
import { nextPath } from "@/app/(door)/next";
import { short } from "@/app/_ui/count";
import { plain } from "@/app/_ui/plain";
import { ago } from "@/app/_ui/time";
import { textToHtml } from "@/lib/text/html";

describe("counts, times, words and ways", () => {
  it("cuts counts and never rounds them up", () => {
    expect([0, 999, 1_000, 1_299, 12_999, 1_250_000].map(short)).toEqual(["0", "999", "1K", "1.2K", "12K", "1.2M"]);
  });

  it("says how long ago as people do", () => {
    const now = Date.UTC(2026, 10, 21, 12);
    const passed = [30_000, 5 * 60_000, 3 * 3_600_000, 2 * 86_400_000, 20 * 86_400_000, 400 * 86_400_000];
    expect(passed.map((ms) => ago(now - ms, now))).toEqual(["now", "5 min", "3 h", "2 d", "1 Nov", "17 Oct 2025"]);
  });

  it("gives back the words that were made into HTML", () => {
    const text = 'Tom & <Jerry> "at" the fair\'s end #jam https://example.org/x';
    expect(plain(textToHtml(text, { person: () => null, topic: (name) => `/tags/${name}` }))).toBe(text);
  });

  it("leads on to our own pages only", () => {
    expect(nextPath("/settings?a=1#b")).toBe("/settings?a=1#b");
    for (const foreign of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      undefined,
    ]) {
      expect(nextPath(foreign)).toBe("/home");
    }
  });
});
