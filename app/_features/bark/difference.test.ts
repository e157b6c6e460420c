import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, pictureChange } from "@/app/_features/bark/difference";

const sketch = (before: string, after: string) =>
  difference(before, after)
    .map(({ kind, text }) => ({ same: text, ins: `{${text}}`, del: `[${text}]` })[kind])
    .join("");
const picture = (id: string, description: string | null = null) => ({ id, description });

describe("the difference between two versions", () => {
  it("is marked word by word", () => {
    expect(sketch("Seed swap, Sunday from nine.", "Seed swap, Saturday from ten.")).toBe(
      "Seed swap, [Sunday]{Saturday} from [nine]{ten}.",
    );
    expect(sketch("Bring jars and a story.", "Bring jars, labels and a story.")).toBe(
      "Bring jars{, labels} and a story.",
    );
    expect(sketch("", "New")).toBe("{New}");
    expect(sketch("Same", "Same")).toBe("Same");
  });

  it("contains both texts completely, whatever they are", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = difference(before, after);
        const without = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join("");
        expect(without("del")).toBe(after);
        expect(without("ins")).toBe(before);
      }),
    );
  });

  it("describes changes of pictures, and is empty when there are none", () => {
    expect(pictureChange([picture("1")], [picture("1")])).toBeNull();
    expect(pictureChange([picture("1")], [picture("1"), picture("2")])).toBe("A picture added");
    expect(pictureChange([picture("1"), picture("2"), picture("3")], [picture("3", "A pond")])).toBe(
      "2 pictures removed, a description changed",
    );
    expect(pictureChange([picture("1"), picture("2")], [picture("2"), picture("1")])).toBe(
      "Pictures in a different order",
    );
  });
});
