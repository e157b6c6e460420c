import { describe, expect, it } from "vitest";
import { boxShape, cells, nameOf, position, sources } from "@/app/_features/pictures/layout";
import type { MediaAttachment } from "@/lib/media/schema";

function picture(width: number, height: number, focus = { x: 0, y: 0 }): MediaAttachment {
  const size = { width, height, size: `${width}x${height}`, aspect: width / height };
  return {
    id: "1",
    type: "image",
    url: "http://town.example/media/k-large.webp",
    preview_url: "http://town.example/media/k-medium.webp",
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { original: size, small: size, focus },
    description: null,
    blurhash: null,
    thumbhash: "",
    animated: false,
  };
}

/** The quarters of the box that a picture covers: 1 is the first column of the first row. */
function quarters({ gridColumn, gridRow }: { gridColumn: string; gridRow: string }): number[] {
  const lines = (text: string) => text.split(" / ").map(Number);
  const [left = 1, right = 1] = lines(gridColumn);
  const [top = 1, bottom = 1] = lines(gridRow);
  return [1, 2, 3, 4].filter((quarter) => {
    const [column, row] = [((quarter - 1) % 2) + 1, Math.ceil(quarter / 2)];
    return column >= left && column < right && row >= top && row < bottom;
  });
}

describe("the box of pictures", () => {
  it.each([1, 2, 3, 4])("is filled by %i of them without overlap", (count) => {
    const covered = cells(count).flatMap(quarters);
    expect(cells(count)).toHaveLength(count);
    expect(covered.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });

  it("has the shape of a single picture, between 4:5 and 2:1, and 16:9 for several", () => {
    const shape = (...sizes: [number, number][]) =>
      boxShape(sizes.map(([width, height]) => picture(width, height))).aspectRatio;
    expect(shape([900, 900])).toBe(1);
    expect(shape([1200, 900])).toBeCloseTo(4 / 3);
    expect(shape([600, 1800])).toBe(4 / 5);
    expect(shape([3000, 500])).toBe(2);
    expect(shape([900, 900], [600, 1800])).toBeCloseTo(16 / 9);
    expect(shape([0, 0])).toBeCloseTo(16 / 9);
  });

  it("shows one picture whole, two as halves, three as one tall and two small", () => {
    const shares = (count: number) => cells(count).map((cell) => quarters(cell).length);
    expect([shares(1), shares(2), shares(3), shares(4)]).toEqual([[4], [2, 2], [2, 1, 1], [1, 1, 1, 1]]);
    expect(quarters(cells(3)[0] ?? { gridColumn: "", gridRow: "" })).toEqual([1, 3]);
  });

  it("has no cell for zero pictures or for a fifth", () => {
    expect([cells(0), cells(5).length]).toEqual([[], 4]);
  });
});

describe("a picture in its cell", () => {
  it.each([
    [{ x: 0, y: 0 }, "50% 50%"],
    [{ x: -1, y: 1 }, "0% 0%"],
    [{ x: 1, y: -1 }, "100% 100%"],
    [{ x: 0.5, y: 0.25 }, "75% 37.5%"],
  ])("keeps its focus %j in sight", (focus, at) => {
    expect(position(picture(10, 10, focus))).toBe(at);
  });

  it("is loaded from the smallest file that is sharp", () => {
    expect(sources(picture(1080, 720))).toBe("/media/k-small.webp 480w, /media/k-medium.webp 1080w");
    expect(sources(picture(720, 1080))).toBe("/media/k-small.webp 320w, /media/k-medium.webp 720w");
    expect(sources(picture(480, 100))).toBe("/media/k-medium.webp 480w");
  });

  it("is labelled by its description, otherwise by its position", () => {
    expect(nameOf({ ...picture(1, 1), description: "A boat" }, 0, 4)).toBe("A boat");
    expect(nameOf(picture(1, 1), 2, 4)).toBe("Picture 3 of 4");
    expect(nameOf(picture(1, 1), 0, 1)).toBe("Picture without a description");
  });
});
