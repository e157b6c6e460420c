import { both, dot, fill, line, oval, turned } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const duck: PortraitKind = {
  grounds: ["sea", "peach", "navy", "butter", "lilac", "mauve", "clay", "sage", "plum", "blush"],
  coats: [
    coat("1f6b52", "134a39", "f8f2e6", "f0b13c"),
    coat("a67a4c", "7d5833", "f7e8cf", "e9a03a"),
    coat("fbf6ea", "e2d5bd", "ffffff", "f0973a"),
  ],
  crown: [29, 11, 22, -4],
  lenses: { at: [[32, 24]], r: 6 },
  body: (c) =>
    fill(c.shade, "M4 66c1-12 9-18 23-18 15 0 25 6 27 18z") +
    fill(c.pale, "M14 52.5c8-4 20-4 28 0l-1 6c-8-4-18-4-26 0z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M28.5 9c11 0 18 7 18 17 0 6-3 10-6 13.5-2 2.5-1.5 6-1 9.5-7 4-16 4-23 0 1-6-1-9-3.5-12.5C10.8 33.5 10 30 10 26.5 10 16 17.5 9 28.5 9z",
    ) +
    fill(
      c.pop,
      "M43 22.5c5-.5 10 2 16 2.5 2.5.2 3.5 1.8 2.5 3.8C59 33 51 36.5 43.5 35c-3.5-.7-6-3.5-6-6.5s2.5-5.7 5.5-6z",
    ) +
    line("#a8601f", 1.7, "M41 30c5 1.5 12 1.5 18-1.2") +
    dot("#a8601f", 46.5, 26.5, 1) +
    eye(32, 23.5, 3.3, c.main === "#1f6b52" ? "#fdf6e6" : c.ink),
};

const crow: PortraitKind = {
  grounds: ["butter", "sky", "clay", "lilac", "sage", "apricot", "mint", "rose", "blue", "oat"],
  coats: [
    coat("2b2a38", "1c1b27", "4d5470", "565a6a", "#14131b"),
    coat("2a3340", "1b222c", "4f6a80", "5a6672", "#12161c"),
    coat("3a2c38", "281d27", "6a4f68", "645a66", "#170f16"),
  ],
  crown: [29, 15, 23, -6],
  lenses: { at: [[34, 27]], r: 6 },
  body: (c) => fill(c.shade, "M-2 66c1-14 10-21 26-21 15 0 23 8 24 21z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M28 12.5c11 0 18.5 7.5 18.5 17.5 0 5-1.5 8-3.5 11.5-3 5-.5 11 1.5 16.5-10 5-25 4-34-3 2.5-5.5 3-9 1.5-14-1.2-4-2-7-2-11 0-10 7.5-17.5 18-17.5z",
    ) +
    fill(c.pale, "M14 40c4 6 10.5 7 17 4-1.5 6-7 10.5-14 10-3.5-.5-5.5-2-6.5-3 2.5-3.5 3.5-7 3.5-11z") +
    fill(c.pop, "M42.5 21.5C51 21 58 25 62 33c.4.9-.3 1.7-1.3 1.5C55 33.5 49 34.5 43 36.5z") +
    line(c.ink, 1.5, "M44 30c5-.8 10 0 15 2.5") +
    dot("#f4ead8", 34.5, 26.5, 4.7) +
    eye(35, 26.5, 3.1, "#14131b"),
};

const swallow: PortraitKind = {
  grounds: ["sky", "apricot", "mint", "butter", "rose", "sea", "lilac", "peach", "sage", "blue"],
  coats: [
    coat("27406b", "1b2d4d", "fbeedb", "c8482c"),
    coat("2f3a48", "212a35", "f6efe2", "d0583a"),
    coat("2a5a66", "1c414b", "fff3e0", "c9542f"),
  ],
  lenses: { at: [[51.5, 21]], r: 4.6 },
  draw: (c, eye) =>
    fill(c.main, "M28 41 3.5 62.5c-.8.7-2-.2-1.5-1.2L12 46 1.5 48.5c-1 .2-1.5-1-.7-1.6L22 32z") +
    fill(c.shade, "M34 25C28 18 17 6 5.5 4.5c-1.2-.1-1.5 1.2-.6 1.9C14 13 17 23 22 34z") +
    fill(c.main, "M36 36c6 5 11 14 10 25.5 0 1.2 1.5 1.5 2.1.5C53 53 52 40 46 30z") +
    fill(c.main, "M20 38c4-10 17-22 29-24 6-1 10.5 3 10 8.5C58 33 42 46 27 46c-5 0-8.5-3.5-7-8z") +
    fill(c.pale, "M57.8 27C54 36.5 40 46 27 46c-2 0-3.8-.6-5-1.5 13-1 23-8 27-19 3 .2 6.5.5 8.8 1.5z") +
    fill(c.pop, "M48.5 26.5c-1.5 4-3.7 7.2-6.5 10 7.5-3.5 13.5-9 15.8-13.8-3 .8-6.3 2-9.3 3.8z") +
    fill(c.ink, "M58.5 19.5 63.5 21.5l-4.6 2.2z") +
    eye(51.5, 20.5, 2.4, "#f8efe0"),
};

const gull: PortraitKind = {
  grounds: ["blue", "apricot", "teal", "butter", "navy", "rose", "plum", "clay", "slate", "lilac"],
  coats: [
    coat("fbf8f1", "8e9aa8", "ffffff", "f0b13c"),
    coat("f4efe6", "5c6673", "ffffff", "ef9a35"),
    coat("fffaf0", "b0a79c", "ffffff", "efa63e"),
  ],
  crown: [31, 13, 22, -2],
  lenses: { at: [[35, 25]], r: 5.8 },
  body: (c) => fill(c.shade, "M-2 66C-1 52 9 44 24 44c12 0 20 6 24 22z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M30.5 10c10.5 0 17.5 7 17.5 16.5 0 5-1.5 8-3 11.5-2.5 6-1.5 12 3 19 2 3 2.5 6 2.5 9h-26c-5 0-9-8-9.5-15-.3-4-.5-7-1.5-11-1-4-1.5-8.5-1.5-12C12 17.5 20 10 30.5 10z",
    ) +
    fill(c.pop, "M45 21.5c6 .5 11 1.5 15.5 4 1.8 1 2 3.5.5 5-1 1-2.5 1.3-4 1-4.5-1-8.5.5-13.5 1.5z") +
    dot("#d84a32", 57, 29.5, 1.7) +
    line("#b5772a", 1.5, "M46 27.5c4 .3 8.5 .6 12 .1") +
    line(c.shade, 1.8, "M31 19.8c2.5-1.3 5.5-1.3 8 0") +
    eye(35, 25, 2.9),
};

const moth: PortraitKind = {
  grounds: ["night", "sage", "peach", "teal", "lilac", "butter", "plum", "sky", "mint", "pine"],
  coats: [
    coat("e3c08e", "b98a58", "fbeed4", "c8563a"),
    coat("a9b58a", "7a8a5e", "f3f1d8", "e08a4a"),
    coat("c9897a", "9a5a52", "fbe3d3", "4d5f86"),
  ],
  draw: (c, eye) =>
    both(line(c.shade, 2, "M30.5 17C28.5 11 24 7 18.5 6.5M27.8 11.8l-4.3 1.4M24 8.5 20.7 11")) +
    both(
      fill(c.shade, "M30 34c-8 0-16.5 4-17 11.5-.4 7 5.5 12 11.5 10.5C29.5 55 31 48 31 42z") +
        dot(c.pale, 20.5, 46.5, 3.4),
    ) +
    both(
      fill(c.main, "M30.5 24C25 16 13 11.5 4.5 15.5c-1.5.7-1.5 2.3-1 3.7C6 27 6 33.5 9 38c5 6 17 2 22-2z") +
        line(c.shade, 2.2, "M7 25.5c6 3.5 14 4 23 2.5") +
        dot(c.pale, 16.5, 24, 5.8) +
        dot(c.pop, 16.5, 24, 3.4) +
        dot(c.ink, 16.5, 24, 1.6),
    ) +
    fill(
      c.pale,
      "M32 14.5c4.5 0 6.7 3.5 6.2 8-.7 7-1.2 14-2.7 23.5-.5 3-1.7 6.5-3.5 6.5s-3-3.5-3.5-6.5C27 36.5 26.5 29.5 25.8 22.5c-.5-4.5 1.7-8 6.2-8z",
    ) +
    line(c.main, 2.2, "M28.3 33h7.4M28.8 38.5h6.4M29.5 44h5") +
    eye(29, 20, 1.9) +
    eye(35, 20, 1.9),
  lenses: {
    at: [
      [28.2, 20],
      [35.8, 20],
    ],
    r: 3.5,
  },
};

const bee: PortraitKind = {
  grounds: ["mint", "rose", "navy", "lilac", "sage", "teal", "peach", "sky", "plum", "moss"],
  coats: [
    coat("f0b432", "3a2a24", "fbf7ee", "e98f2e"),
    coat("e9c25a", "4a3a3c", "ffffff", "d99a3a"),
    coat("e79a3a", "33222a", "f6f1e6", "c9762a"),
  ],
  lenses: { at: [[49, 29.5]], r: 5.2 },
  draw: (c, eye) =>
    turned(
      -14,
      30,
      22,
      `<g opacity=".93">${oval(c.pale, 21, 15.5, 8.5, 13.5, -24)}${oval(c.pale, 34, 14.5, 8, 13, 14)}</g>`,
    ) +
    line(c.shade, 2.2, "M47.5 20.5C47 15 50 11.5 54 11M52 22c1.5-4 4.5-6 8-5.5") +
    fill(c.shade, "M3.5 42.5c2-2.5 5-4 8-4l-1.5 9c-3 0-5-1.5-6.5-3.5z") +
    fill(
      c.main,
      "M8 42c0-10.5 10.5-18.5 24-18.5 8 0 14 3 17 7 3.5 5 3 12-.5 16.5C44 52.5 36 55.5 28 55.5 16 55.5 8 50 8 42z",
    ) +
    fill(
      c.shade,
      "M16 29.3c3.5-2.5 6-3.7 9-4.7-3 9-3 20 .5 30.7-3.5-.3-7-1.3-9.5-2.8-2.5-7-2.5-15.5 0-23.2zM33 23.5c3 0 6 .6 8.5 1.5-2.5 9.5-2.5 18.5.5 27-2.5 1.5-5.5 2.7-8.5 3.2-3.5-10-3.5-21-.5-31.7z",
    ) +
    fill(c.shade, "M44 22.5c8 0 13 5.5 13 12.5s-4.5 12-11 12c-4.5 0-8-4-8-12.2 0-7.3 2-12.3 6-12.3z") +
    line("#f6e3c4", 2, "M48 39.8c2 1.3 4.3 1.2 6-.3") +
    dot("#fffaf0", 49, 30.5, 4.2) +
    eye(49.7, 30.7, 2.7, "#241a20"),
};

export const WINGS = { duck, crow, swallow, gull, moth, bee };
