import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blurhash } from "@/lib/media/blurhash";

const plain = (colour: [number, number, number]) =>
  Uint8Array.from({ length: 20 * 10 * 4 }, (_, at) => [...colour, 255][at % 4] ?? 0);

describe("a BlurHash", () => {
  it.each([
    [[255, 255, 255], "TSUA"],
    [[0, 0, 0], "0000"],
    [[255, 0, 0], "TI:j"],
  ] satisfies [[number, number, number], string][])("begins with its size and the mean of %j", (colour, mean) => {
    expect(blurhash(20, 10, plain(colour))).toMatch(new RegExp(`^L.${mean}`));
  });

  it("has 28 characters for any picture", () => {
    const pictures = fc.integer({ min: 1, max: 12 }).chain((width) =>
      fc.integer({ min: 1, max: 12 }).chain((height) => {
        const length = width * height * 4;
        return fc.tuple(
          fc.constant(width),
          fc.constant(height),
          fc.uint8Array({ minLength: length, maxLength: length }),
        );
      }),
    );
    fc.assert(
      fc.property(pictures, ([width, height, rgba]) => {
        expect(blurhash(width, height, rgba)).toHaveLength(28);
      }),
    );
  });
});
