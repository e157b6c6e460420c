import { both, dot, fill, line } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const owl: PortraitKind = {
  grounds: ["plum", "butter", "teal", "lilac", "night", "sage", "clay", "sky", "pine", "peach"],
  coats: [
    coat("b98a5b", "8a6238", "f6e7cc", "e9a13a"),
    coat("8b7f86", "655a63", "f3efe9", "e8a544"),
    coat("f1e6d2", "cdb896", "fffaf0", "e29a3b"),
    coat("9a5f42", "6e4029", "f2d9b8", "f0b13c"),
  ],
  crown: [32, 15, 26],
  neck: [32, 56, 34],
  lenses: {
    at: [
      [22, 29],
      [42, 29],
    ],
    r: 11.2,
  },
  body: (c) => fill(c.main, "M11 66V32h42v34z") + both(fill(c.shade, "M11 66V36c6 5 8 18 4 30z")),
  draw: (c, eye) =>
    fill(
      c.main,
      "M11.5 11c-.3-2 1.6-3.2 3.3-2.3C20 12 25 13.5 32 13.5s12-1.5 17.2-4.8c1.7-.9 3.6.3 3.3 2.3C54 20 54 28 53 35c-1.5 9-10 16-21 16s-19.5-7-21-16c-1-7-1-15 .5-24z",
    ) +
    both(dot(c.pale, 22, 29, 10.8)) +
    fill(c.shade, "M32 25.5 26.5 15c3.5 1 7.5 1 11 0z") +
    fill(c.pop, "M28.3 34.5c1-2 6.4-2 7.4 0 .6 1.4-2.2 7.5-3.7 7.5s-4.3-6.1-3.7-7.5z") +
    line(c.shade, 2.4, "M21 51.5c2.5 2.5 5 2.5 7.3 0M35.7 51.5c2.5 2.5 5 2.5 7.3 0M28.4 57c2.4 2.5 4.8 2.5 7.2 0") +
    eye(22.7, 29.5, 5.4) +
    eye(41.3, 29.5, 5.4),
};

const wren: PortraitKind = {
  grounds: ["blush", "sage", "peach", "butter", "sky", "navy", "lilac", "moss", "plum", "mint"],
  coats: [
    coat("8b5e3c", "6e4526", "f2e3cb", "d99a4e"),
    coat("a9744a", "7f5230", "fbeed9", "e0a856"),
    coat("6f6258", "52473f", "efe4d4", "d8a25a"),
  ],
  crown: [42, 18, 17, 12],
  lenses: { at: [[46, 23.5]], r: 5.6 },
  body: (c) =>
    line(c.shade, 2.6, "M27 51v8.5M35 51v8.5M24 59.5h5M32 59.5h5") +
    fill(c.shade, "M17.5 36 5.8 14.5C4.7 12.3 7 10.3 9 11.6L27 24z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M44 14.5c7 0 11.5 5 11.5 11.5 0 3.5-.6 6-1.5 9-2.5 10-10.5 19-23 19-11.5 0-20-6.5-20-15.5C11 30 19 28 25.5 25 31 22.5 34 14.5 44 14.5z",
    ) +
    fill(c.pale, "M54.9 31.5C53 44.5 45 53.5 32 54c7-4.5 10-11 11-17 .7-5 6-7 11.9-5.5z") +
    fill(c.shade, "M14 33.5c6-3.5 15-3 19 1-2 7.5-9.5 11-17.5 9-1.5-3-2-6.5-1.5-10z") +
    line(c.main, 1.8, "M18.5 36.5c4-1.5 8-1.3 11 .5M18.5 40.5c3-1 6-1 8.5 0") +
    fill(c.ink, "M54.5 22.5 62 26l-7.2 2.5z") +
    line(c.pale, 2.2, "M40.5 19.5c3-2.2 7.5-2.2 10.5-.5") +
    eye(46.5, 23.8, 2.7),
};

const finch: PortraitKind = {
  grounds: ["sun", "teal", "blush", "sea", "sage", "sky", "rose", "cream", "lilac", "pine"],
  coats: [
    coat("3c4a57", "27323c", "fbe9d2", "e8794a"),
    coat("6b4a35", "4b3222", "fff0da", "f0b13c"),
    coat("4f6b4a", "35492f", "f6f0d0", "e9c53f"),
  ],
  crown: [37, 14.5, 20],
  lenses: { at: [[43.5, 25]], r: 5.6 },
  body: (c) =>
    line(c.shade, 2.6, "M31 51v8.5M39 51v8.5M28 59.5h6M36 59.5h6") +
    fill(c.main, "M3.5 55.5c-1.5-1.5-.7-3.5 1.3-4C14 49 19 44 24 36l13 9c-8 9.5-20 14-33.5 10.5z"),
  draw: (c, eye) =>
    dot(c.pop, 36.5, 33, 19) +
    fill(c.pale, "M31 51.2c-3-7 .5-13 8-14 7-.8 13.5 1.5 15.7 2C52 47.5 43.5 54.5 31 51.2z") +
    fill(
      c.main,
      "M17.8 30C19 20 26.5 13.5 36 13.5c8 0 14.5 4 17.7 11-9.2-4-19.7-1.5-25.2 7.5-3.2 5.2-2.5 13-9 13 0 0-3-7-1.7-15z",
    ) +
    fill(c.shade, "M14 43.5C15 35 22 29.5 30 32.5c1.5 8.5-3 15.5-12 17.5z") +
    line(c.pale, 2.4, "M19.5 41.5c2.5-3 5.5-4.5 8.5-4.7") +
    fill(c.ink, "M53.5 25c3.5-.2 6.5 1.2 8 3.2.7 1-.2 2-1.3 2L54.5 31z") +
    eye(43.5, 25.5, 2.9),
};

const heron: PortraitKind = {
  grounds: ["sky", "peach", "blue", "navy", "sage", "clay", "teal", "lilac", "forest", "plum"],
  coats: [
    coat("4b6b7e", "33485a", "f7f3e9", "e39a2d"),
    coat("6a7485", "464f60", "fdf8ee", "ea8a3c"),
    coat("e9e2d4", "8f8a86", "fffdf8", "e9a13a"),
  ],
  lenses: { at: [[45, 15]], r: 5 },
  body: (c) => fill(c.shade, "M-2 66c2-19 14-27 29-25 9 1.3 13 12 11 25z"),
  draw: (c, eye) =>
    line(c.pale, 9.5, "M33 52c-2-8 0.5-10.5 4.5-14 5.5-5 2.5-10.5 2.5-15.5 0-5 1.5-7.5 4.5-7.5") +
    fill(c.pale, "M28.5 48c2-5 5-8 9-10l4 3c-3 5-3 14-1.5 25h-9c-4-6-5-12-2.5-18z") +
    fill(c.main, "M-2 66c2-17 14-25 27-23.5 6.5 5 9 13 7.5 23.5z") +
    line(c.pale, 2, "M7 59c2-4.5 5-7.5 9-9.5M14 62c1.5-3.5 3.5-6 6-8") +
    dot(c.pale, 44.5, 15.5, 8) +
    fill(c.pop, "M51 11.5 63.2 17c.6.3.6.9 0 1.1L50.5 21z") +
    line(c.shade, 3.2, "M48.5 9.2C43 6.8 37 8 32.5 12c-2.5 2.2-5 3-8 2.5") +
    eye(46, 15, 2.3),
};

const robin: PortraitKind = {
  grounds: ["mist", "butter", "navy", "sky", "sage", "lilac", "teal", "cream", "pine", "mint"],
  coats: [
    coat("7c6552", "5d4a3b", "f6efe3", "e2632f"),
    coat("6b6a6e", "4d4c52", "f4f1ec", "d9523a"),
    coat("937350", "6f543a", "fff3df", "ec7a3c"),
  ],
  crown: [32, 13, 24],
  lenses: {
    at: [
      [24, 27],
      [40, 27],
    ],
    r: 6,
  },
  body: (c) => line(c.shade, 2.6, "M26 54v7M38 54v7M23 61h6M35 61h6"),
  draw: (c, eye) =>
    fill(c.main, "M32 11.5c13.5 0 22 9.5 22 22 0 13-9 22.5-22 22.5S10 46.5 10 33.5c0-12.5 8.5-22 22-22z") +
    fill(c.pale, "M32 40c9 0 14.5 1.5 17.5 5C46 52 39.5 56 32 56s-14-4-17.5-11c3-3.5 8.5-5 17.5-5z") +
    fill(c.pop, "M32 19.5c6-4.5 15.5-1.5 15.5 8 0 11-6.5 20.5-15.5 20.5s-15.5-9.5-15.5-20.5c0-9.5 9.5-12.5 15.5-8z") +
    both(fill(c.shade, "M11.2 28.5c-4.5 6-5 14-2 20 6-1 9.5-6 9.3-12-.2-4-3-7.5-7.3-8z")) +
    fill(c.ink, "M28.8 29.5c1-1.2 5.4-1.2 6.4 0 .7 1-2 5-3.2 5s-3.9-4-3.2-5z") +
    eye(24, 26.5, 2.9) +
    eye(40, 26.5, 2.9),
};

export const BIRDS = { owl, wren, finch, heron, robin };
