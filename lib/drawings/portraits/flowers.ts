import { around, burst, dot, fill, line, oval, turned } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const poppy: PortraitKind = {
  grounds: ["mist", "navy", "butter", "sky", "teal", "cream", "lilac", "pine", "sage", "slate"],
  coats: [
    coat("d8402b", "b52f1f", "ec6a4a", "b9c98a", "#2a1a24"),
    coat("ee8a3c", "c96a22", "f6ab62", "d9d98a", "#3a2018"),
    coat("e2718f", "bf5273", "f09ab0", "d3dc9a", "#3a1a2c"),
  ],
  perch: [46, 33],
  draw: (c) =>
    line("#3f6b42", 3.4, "M32 38c.5 10-1 18-4 28") +
    fill("#4f8150", "M29.5 58c-6 1-11-1.5-14-7 7-1 12 1 14 7z") +
    fill(
      c.shade,
      "M9 27c-2-9 6-16 15-14 4 1 8 6 8 13s-4 14-11 14.5C14.5 41 10.5 34 9 27zM55 27c2-9-6-16-15-14-4 1-8 6-8 13s4 14 11 14.5C49.5 41 53.5 34 55 27z",
    ) +
    fill(c.pale, "M32 6.5c8-1.5 14 3.5 14 10.5 0 7.5-6.5 12-14 12s-14-4.5-14-12c0-7 6-12 14-10.5z") +
    fill(c.main, "M32 25c9-1.5 15.5 2.5 15.5 9.5S40.5 46.5 32 46.5 16.5 41.5 16.5 34.5 23 23.5 32 25z") +
    around(10, 32, 26.5, dot(c.ink, 32, 18.7, 1.2)) +
    dot(c.ink, 32, 26.5, 6) +
    dot(c.pop, 32, 26.5, 3.4) +
    around(3, 32, 26.5, line(c.ink, 0.9, "M32 23.6v5.8")),
};

const daisy: PortraitKind = {
  grounds: ["teal", "rose", "brick", "slate", "navy", "olive", "lilac", "clay", "pine", "plum"],
  coats: [
    coat("fffaf0", "e6dccb", "ffffff", "f0b52f"),
    coat("fbe4ea", "e8b9c8", "fff4f6", "e9a52e"),
    coat("fff3c9", "ead79a", "fffbe8", "d9762a"),
  ],
  perch: [46, 20],
  draw: (c) =>
    line("#3f7a4c", 3.4, "M32 34c1.5 12 .5 22-3 32") +
    fill("#4f8a52", "M30.5 56c4.5-5.5 10-7.5 16-6-3 5.5-8.5 8-16 6z") +
    around(13, 32, 28, oval(c.shade, 32, 14, 3.9, 9.5), 13.8) +
    around(13, 32, 28, oval(c.main, 32, 13.5, 3.6, 9.8)) +
    dot(c.pop, 32, 28, 8.3) +
    fill("#ffffff", "M25.5 26.5a7 7 0 0 1 8-5.5c-4 .5-6.5 2.5-8 5.5z").replace("<path ", '<path opacity=".55" ') +
    dot("#c8801f", 30, 30.5, 1.1) +
    dot("#c8801f", 34.5, 29.5, 1.1) +
    dot("#c8801f", 33, 33, 1),
};

const thistle: PortraitKind = {
  grounds: ["sage", "butter", "navy", "cream", "teal", "sky", "peach", "pine", "mint", "rose"],
  coats: [
    coat("9a4fa0", "743a7c", "c98fd0", "5f8a5a"),
    coat("6b63b8", "4d478f", "a29ce0", "6f9468"),
    coat("c2508a", "963a6a", "e592bb", "5c8561"),
  ],
  perch: [37, 43],
  draw: (c) =>
    line("#46704a", 3.6, "M32 48v18") +
    fill(
      "#5a8a58",
      "M32 63c-3-4-7-5-9.5-9-4-.5-7.5.5-11-2.5 1 4.5 3.5 5.5 5.5 9.5 4-.5 9.5 4 15 2zM32 59c3-3.5 6.5-4.5 8.5-8 4 0 7-1 10.5-4-.5 4.5-3 6-4.5 10-4 .5-9 4-14.5 2z",
    ) +
    fill(
      c.shade,
      "M32 33C22 30 15.5 21 15 9.5c3 2.5 5 5 6.5 8 0-5 .5-8.5 2-12 2.5 4 4 7 4.5 10.5 1-4.5 2-8 4-12 2 4 3 7.5 4 12 .5-3.5 2-6.5 4.5-10.5 1.5 3.5 2 7 2 12 1.5-3 3.5-5.5 6.5-8C48.5 21 42 30 32 33z",
    ) +
    fill(
      c.main,
      "M32 34c-8-3.5-12-10.5-12.5-18.5 2.5 1.5 4.5 4 5.5 6.5.5-4 1-6.5 2.5-9.5 2 3 3 6 3.5 9 .3-3 .5-6 1-9 .5 3 .7 6 1 9 .5-3 1.5-6 3.5-9 1.5 3 2 5.5 2.5 9.5 1-2.5 3-5 5.5-6.5C44 23.5 40 30.5 32 34z",
    ) +
    line(c.pale, 1.6, "M32 30v-8M28 29c-1.2-2-2-4-2.5-6M36 29c1.2-2 2-4 2.5-6") +
    dot(c.pop, 32, 39.5, 12.5) +
    line("#3f6644", 1.7, "M24 36.5l4 3.5 4-3.5 4 3.5 4-3.5M23 42.5l4.5 3.5 4.5-3.5 4.5 3.5 4.5-3.5"),
};

const tulip: PortraitKind = {
  grounds: ["mint", "navy", "cream", "clay", "plum", "sky", "butter", "teal", "blush", "pine"],
  coats: [
    coat("e2564a", "bf3d36", "f28a72", "e2564a"),
    coat("f0a93a", "cf8522", "f8cd7a", "f0a93a"),
    coat("c3639f", "9c477d", "e096c3", "c3639f"),
    coat("fbf3e4", "e3d3b8", "ffffff", "fbf3e4"),
  ],
  perch: [40, 27],
  draw: (c) =>
    line("#4a8150", 3.6, "M32 38v28") +
    fill("#5b9459", "M31 66C21 63 14.5 54 13.5 41 23 45 30 54 31 66z") +
    fill("#4a8150", "M33 66c9-3.5 15-10 17-20-9 2.5-15.5 9.5-17 20z") +
    fill(c.shade, "M32 8c5 4 7.5 9 7.5 15s-2.5 13-7.5 17c-5-4-7.5-11-7.5-17S27 12 32 8z") +
    fill(
      c.main,
      "M15 10.5C23 13 30 21 32 42c-10 .5-16.5-5-17.5-14-.6-6-.5-12 .5-17.5zM49 10.5C41 13 34 21 32 42c10 .5 16.5-5 17.5-14 .6-6 .5-12-.5-17.5z",
    ) +
    fill(c.pale, "M19 18c5 4 8.5 10 10.5 18.5C22.5 34 18.5 27.5 19 18z"),
};

const bluebell: PortraitKind = {
  grounds: ["sage", "peach", "night", "butter", "teal", "blush", "sky", "mist", "plum", "cream"],
  coats: [
    coat("5f6fc4", "45539c", "a9b4ec", "f3e6c0"),
    coat("8a63b8", "684890", "c5a7e6", "f7e6c8"),
    coat("ef8aa0", "cc667e", "fbc3cd", "fff0d0"),
  ],
  perch: [24, 15],
  draw: (c) => {
    const bell =
      fill(
        c.main,
        "M-6-1C-6-6-3-8.5 0-8.5S6-6 6-1c0 4 1 6.5 3.5 8.5-2.5.8-4.5.3-6-1C2.5 8.5 1.5 9.5 0 10c-1.5-.5-2.5-1.5-3.5-3.5-1.5 1.3-3.5 1.8-6 1C-7 5.5-6 3-6-1z",
      ) +
      fill(c.pale, "M-3.5-1c0-3.5 1-5.5 2.5-6-.7 2-.9 6-.5 10-1.3-.5-2-2-2-4z") +
      dot(c.pop, 0, 10.8, 1.3);
    const at = (x: number, y: number, turn: number, size: number): string =>
      `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${bell}</g>`;
    return (
      fill("#5b9459", "M20 66C12 58 8.5 47 10 35c8 8 12 19 13 31z") +
      line("#46794a", 3.2, "M24 66C22 44 24 24 36 13c5-4.5 11-4 14 0") +
      line("#46794a", 2.2, "M33 15.5c6 .5 9 3 9.5 7M27 26c6 .5 9 3.5 10 7.5M25 34c-3 0-5 1.5-6 3.5") +
      at(52, 20.5, -14, 0.85) +
      at(43, 30, -6, 1.05) +
      at(37.5, 43, 2, 1.25) +
      at(17.5, 43.5, 14, 0.9)
    );
  },
};

const sunflower: PortraitKind = {
  grounds: ["sky", "teal", "cream", "navy", "sage", "plum", "mint", "pine", "lilac", "blush"],
  coats: [
    coat("f2b52f", "d98f1a", "f9d06a", "6b4128"),
    coat("e8863a", "c2641f", "f4ab66", "4d2f22"),
    coat("c9552f", "9c3d1f", "e58456", "3a2620"),
  ],
  perch: [44, 17],
  draw: (c) =>
    line("#4a7a45", 4, "M32 40v26") +
    fill("#5b8f52", "M32 62c-4.5-7-10-9.5-18-8.5 3 7 9.5 10 18 8.5zM32 58c4-6 9-8.5 17-7.5-3 6-9 9-17 7.5z") +
    around(14, 32, 28, fill(c.shade, "M32 4.5c3.5 4 4.5 9 2.5 16h-5c-2-7-1-12 2.5-16z"), 12.9) +
    around(14, 32, 28, fill(c.main, "M32 6c3.3 4 4 8.5 2.3 14.5h-4.6C28 14.5 28.7 10 32 6z")) +
    dot(c.pop, 32, 28, 11.5) +
    around(12, 32, 28, dot(c.pale, 32, 19.8, 1.1)) +
    around(7, 32, 28, dot(c.pale, 32, 23.5, 1.1)) +
    dot(c.pale, 32, 28, 1.2),
};

const dandelion: PortraitKind = {
  grounds: ["blue", "pine", "clay", "navy", "plum", "sea", "brick", "teal", "olive", "slate"],
  coats: [
    coat("fffaf0", "e9dfcc", "ffffff", "b98a4a"),
    coat("fbeed6", "e3cfa8", "fff8ea", "a9733a"),
    coat("eef3f2", "cddad8", "ffffff", "a07a55"),
  ],
  perch: [32, 52],
  draw: (c) =>
    line("#9fb86a", 3, "M32 30c1 14 0 24-3 36") +
    turned(
      8,
      32,
      27,
      around(15, 32, 27, line(c.shade, 1, "M32 24V9.5") + line(c.main, 1.4, "M32 9.5 29 5.5M32 9.5V4.5M32 9.5 35 5.5")),
    ) +
    around(9, 32, 27, line(c.main, 1.1, "M32 24v-7") + dot(c.main, 32, 16.5, 1.7)) +
    burst(c.pop, 32, 27, 3.2, 4.4, 9) +
    line(c.main, 1.2, "M55 12.5l2.5 4M53 11l2-3M55 12.5l2.5-3M55 12.5l4-.5"),
};

export const FLOWERS = { poppy, daisy, thistle, tulip, bluebell, sunflower, dandelion };
