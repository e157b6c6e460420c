import { describe, expect, it } from "vitest";
import { plural } from "@/app/_words/plural";

describe("plural", () => {
  const forms = { one: "# like of #", other: "# likes" };

  it("chooses the form of the language and inserts the number", () => {
    expect(plural(1, forms)).toBe("1 like of 1");
    expect(plural(0, forms)).toBe("0 likes");
    expect(plural(12_345, forms)).toBe("12,345 likes");
  });

  it("uses the general form where the language distinguishes and the sentence does not", () => {
    expect(plural(1, { other: "# sheep" })).toBe("1 sheep");
  });
});
