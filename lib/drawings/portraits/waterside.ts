import { both, dot, fill, line, turned } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const toad: PortraitKind = {
  grounds: ["butter", "blush", "lilac", "peach", "plum", "mint", "navy", "rose", "sky", "forest"],
  coats: [
    coat("6c8a3a", "50692a", "f9f1cf", "d9d98a", "#2a3313"),
    coat("8a6b3f", "66502d", "f7ead0", "d9bd84", "#2c2010"),
    coat("3f7f5f", "2c5f46", "f3f0d0", "b9d9a0", "#12281d"),
  ],
  neck: [32, 59, 42],
  lenses: {
    at: [
      [18.5, 24.5],
      [45.5, 24.5],
    ],
    r: 8.2,
  },
  body: (c) => fill(c.shade, "M1 66c1-9 8-14 15-15h32c7 1 14 6 15 15z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M18.5 14.5c5 0 8.5 3 9.8 7.5 2.5-.5 4.9-.5 7.4 0 1.3-4.5 4.8-7.5 9.8-7.5 6 0 10.5 4.5 10.5 10 0 2.5-.5 4.5-1.5 6.5 2.5 3.5 4 7.5 4 12C58.5 54 47 60 32 60S5.5 54 5.5 43c0-4.5 1.5-8.5 4-12-1-2-1.5-4-1.5-6.5 0-5.5 4.5-10 10.5-10z",
    ) +
    fill(c.pop, "M9 48c6 5 14 7.5 23 7.5S49 53 55 48c-3 8-12 12-23 12S12 56 9 48z") +
    both(dot(c.pale, 18.5, 24.5, 6)) +
    both(dot(c.shade, 12.5, 37, 1.9) + dot(c.shade, 17, 34.5, 1.3)) +
    line(c.ink, 2.6, "M13.5 43.5C22 52 42 52 50.5 43.5") +
    dot(c.ink, 29.5, 37, 0.9) +
    dot(c.ink, 34.5, 37, 0.9) +
    eye(19, 24.5, 3.5, c.ink) +
    eye(45, 24.5, 3.5, c.ink),
};

const newt: PortraitKind = {
  grounds: ["lilac", "butter", "teal", "sage", "peach", "mint", "apricot", "sky", "plum", "rose"],
  coats: [
    coat("5b3e86", "47306b", "f3e6ff", "f0a24a"),
    coat("2f6b62", "21504a", "e6f3e8", "e9c04a"),
    coat("d9663a", "b34d27", "ffe9d3", "4a2a20"),
  ],
  draw: (c, eye) =>
    line(c.main, 6, "M7 48c2 7 9 10 15.5 7.5") +
    line(c.main, 4.4, "m30 27-9-6.5-4 2M41 35l6.5 8-2 4M24.5 42.5 14.5 38l-3.5 2.5M33 48.5l5.5 7.5 4 .5") +
    line(c.main, 10.5, "M22 54.5c8-3.5 4.5-11.5 7.5-17.5 2.5-5 6-8 10-11.5") +
    fill(c.main, "M36 27.5C36.5 19 43 12 51 12c6 0 9.5 4 8.5 9.5C58 29.5 49 36 41.5 34.5 37.5 33.7 35.8 31 36 27.5z") +
    [
      [31, 38, 2.1],
      [28.3, 46, 2],
      [36.5, 30.5, 1.9],
      [21, 53, 1.8],
      [13, 54, 1.5],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(c.pop, x, y, r))
      .join("") +
    line(c.pale, 1.8, "M46.5 30c4-.5 8-3 10.5-7") +
    dot(c.pale, 48.5, 19, 3.9) +
    eye(49, 19, 2.4, "#241a20"),
  lenses: { at: [[48.5, 19]], r: 5.4 },
};

const snail: PortraitKind = {
  grounds: ["mint", "peach", "navy", "sage", "plum", "butter", "lilac", "oat", "blush", "pine"],
  coats: [
    coat("a9543a", "8a3f2a", "f3cfae", "e2b076"),
    coat("c9923f", "a3712b", "fff0d2", "d9bfa0"),
    coat("5f6b8f", "485273", "dfe3f0", "d9b68f"),
    coat("7f5a7a", "63435f", "eed6e4", "e6c29a"),
  ],
  lenses: {
    at: [
      [45, 15],
      [57, 16],
    ],
    r: 5,
  },
  body: (c) =>
    line(c.pop, 3.2, "M50 29 46 16.5M52.5 29l4-11.5") +
    fill(
      c.pop,
      "M3.5 58.5C1.8 58 1.8 55.8 3.5 55L18 48.5l22 1c3-3 4.5-9 4.5-14 0-7 3.5-11 8.5-11s8 3.5 8 9.5c0 13-5 24.5-17 24.5z",
    ),
  draw: (c, eye) =>
    dot(c.main, 25, 35.5, 19) +
    fill(c.shade, "M7 41.5A19 19 0 0 0 44 37c-3 7-10 11-18.5 11C17.5 48 11 46 7 41.5z") +
    line(c.pale, 3.3, "M25.5 36.5c-1.5-3 3-4.5 4.5-1 2 5-3.5 8.5-8 6.5-6.5-3-5.5-11.5.5-14.5 7-3.5 15 .5 16 8") +
    line(c.ink, 1.8, "M53.5 38.5c1.8 1 3.7.6 5-.8") +
    dot("#fffaf0", 45.5, 15, 3.4) +
    dot("#fffaf0", 57, 16, 3.4) +
    eye(45.9, 15.2, 2.1) +
    eye(57.4, 16.2, 2.1),
};

const trout: PortraitKind = {
  grounds: ["cream", "butter", "navy", "blush", "rose", "sky", "lilac", "peach", "plum", "mint"],
  coats: [
    coat("8a9a5c", "65743d", "f6e7c8", "d9573a"),
    coat("6f8fa6", "4c6a80", "f6e3dc", "d9655a"),
    coat("e08a5a", "b5623a", "fff0dc", "8a2f24"),
  ],
  draw: (c, eye) =>
    turned(
      -16,
      32,
      32,
      fill(
        c.shade,
        "M26 21c3-6 9-8.5 14-7 1.2.4 1.2 1.7.4 2.6L36 23zM28 42c1 5 4 8.5 8.5 9.5 1.2.2 1.7-.9 1.3-1.9L35 42z",
      ) +
        fill(c.shade, "M13 32 2.8 20.5c-1-1.2 0-2.7 1.5-2.3L18 25v14L4.3 45.8c-1.5.4-2.5-1.1-1.5-2.3z") +
        fill(
          c.main,
          "M10 32c7-9 16.5-13.5 27-13.5 11.5 0 20.5 6 24 12.2.5.9.5 1.7 0 2.6C57.5 39.5 48.5 45.5 37 45.5 26.5 45.5 17 41 10 32z",
        ) +
        fill(c.pale, "M12.5 35c14 3.5 33 4.5 48.5-1.8C57.5 39.5 48.5 45.5 37 45.5c-9.5 0-18-3.7-24.5-10.5z") +
        line(c.shade, 2, "M46 23c-3.5 5-3.5 12.5 0 17.5") +
        [
          [37, 25],
          [30, 27.5],
          [39.5, 31],
          [23, 30.5],
          [32.5, 33],
        ]
          .map(([x = 0, y = 0]) => dot(c.pop, x, y, 1.7))
          .join("") +
        line(c.ink, 1.7, "M60.5 33.5c-2 1.2-4 1.7-6.3 1.7") +
        dot("#fffaf0", 52, 28.5, 3.5) +
        eye(52.4, 28.5, 2.3),
    ),
  lenses: { at: [[51, 23.3]], r: 5 },
};

const ladybird: PortraitKind = {
  grounds: ["sage", "sky", "peach", "teal", "butter", "lilac", "mint", "navy", "blush", "moss"],
  coats: [
    coat("d8402b", "b02f1f", "fffaf0", "28202a", "#28202a"),
    coat("e59a2c", "c17a1a", "fffaf0", "2c2224", "#2c2224"),
    coat("8a2f3a", "6b2029", "fff3ea", "1f171c", "#1f171c"),
  ],
  draw: (c, eye) =>
    both(line(c.pop, 2.3, "M27.5 12.5C26 9 23 6.5 19.5 6.3")) +
    both(line(c.pop, 3, "M14 30 6.5 26M12.5 40H5M16 50l-6 4.5")) +
    dot(c.pop, 32, 20, 12) +
    dot(c.main, 32, 37, 21) +
    fill(c.shade, "M32 16a21 21 0 0 1 0 42z") +
    line(c.pop, 2.2, "M32 18v40") +
    both(dot(c.pop, 23, 29.5, 4) + dot(c.pop, 19.5, 42, 3.7) + dot(c.pop, 27, 51, 2.8)) +
    fill(c.pop, "M18 21.5c4-5 24-5 28 0-6 4-22 4-28 0z") +
    both(dot(c.pale, 26.8, 14.8, 3.3)) +
    eye(26.8, 14.8, 1.9) +
    eye(37.2, 14.8, 1.9),
  lenses: {
    at: [
      [26.3, 14.8],
      [37.7, 14.8],
    ],
    r: 4.6,
  },
};

export const WATERSIDE = { toad, newt, snail, trout, ladybird };
