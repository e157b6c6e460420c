import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortened } from "@/lib/text/shortened";

describe("a shortened text", () => {
  it("stays as it is when it is short enough", () => {
    expect(shortened("Kettle on", 9)).toBe("Kettle on");
  });

  it("ends with an ellipsis, without blanks before it", () => {
    expect(shortened("Kettle on", 8)).toBe("Kettle…");
    expect(shortened("Kettle on", 5)).toBe("Kett…");
  });

  it("is cut between graphemes", () => {
    expect(shortened("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 15)).toBe("👩‍👩‍👧‍👦…");
    expect(shortened("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 8)).toBe("…");
  });

  it("is never too long, and has no half of a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
