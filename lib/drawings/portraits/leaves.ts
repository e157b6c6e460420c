import { both, dot, fill, line, turned } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const maple: PortraitKind = {
  grounds: ["peach", "pine", "sky", "butter", "navy", "sage", "plum", "mint", "oat", "teal"],
  coats: [
    coat("c8431c", "a5330f", "f7d9b8", "c8431c"),
    coat("e58a2e", "b8601a", "fff0d6", "e58a2e"),
    coat("a82f3a", "7d1f2b", "f7d5cf", "a82f3a"),
  ],
  perch: [44, 27],
  draw: (c) =>
    line(c.shade, 3.2, "M32 40c0 7-.5 11-2.5 16.5") +
    fill(
      c.main,
      "M32 5.5c1.2 3.5 2.7 7 4.8 9.7 1.7-.6 3.4-1.5 5-2.7-.7 4-1 8-.8 12 3-1 5.8-2.5 8.5-4.3.3 1.8.8 3.4 1.6 4.8 2.3 0 4.7-.3 7-.9-1.8 3-2.8 5.7-3.2 8.3 1.2 1.2 2.6 2.1 4.2 2.8-4.8 2.7-8.7 5.3-12 8.5.2 1.4.6 2.7 1.3 4-5.3-.9-10.7-1-16.4-.2-5.7-.8-11.1-.7-16.4.2.7-1.3 1.1-2.6 1.3-4-3.3-3.2-7.2-5.8-12-8.5 1.6-.7 3-1.6 4.2-2.8-.4-2.6-1.4-5.3-3.2-8.3 2.3.6 4.7.9 7 .9.8-1.4 1.3-3 1.6-4.8 2.7 1.8 5.5 3.3 8.5 4.3.2-4-.1-8-.8-12 1.6 1.2 3.3 2.1 5 2.7C29.3 12.5 30.8 9 32 5.5z",
    ) +
    fill(
      c.shade,
      "M32 5.5c1.2 3.5 2.7 7 4.8 9.7 1.7-.6 3.4-1.5 5-2.7-.7 4-1 8-.8 12 3-1 5.8-2.5 8.5-4.3.3 1.8.8 3.4 1.6 4.8 2.3 0 4.7-.3 7-.9-1.8 3-2.8 5.7-3.2 8.3 1.2 1.2 2.6 2.1 4.2 2.8-4.8 2.7-8.7 5.3-12 8.5.2 1.4.6 2.7 1.3 4-5.3-.9-10.7-1-16.4-.2z",
    ).replace("<path ", '<path opacity=".45" ') +
    line(c.pale, 1.7, "M32 15v30M32 43 16.5 30M32 43l15.5-13M32 31l-5.5-6M32 31l5.5-6"),
};

const fern: PortraitKind = {
  grounds: ["sage", "teal", "cream", "navy", "rose", "butter", "sky", "plum", "apricot", "forest"],
  coats: [
    coat("3f7a4c", "2f5a3a", "6fa56a", "3f7a4c"),
    coat("8cc084", "5f9a66", "b8dba4", "8cc084"),
    coat("4a8a5a", "33683f", "86b878", "4a8a5a"),
    coat("a9c96a", "7f9f45", "cfe29a", "a9c96a"),
  ],
  perch: [40, 24],
  draw: (c) => {
    const leaf = (size: number, colour: string): string =>
      fill(colour, `M0 0q${size * 0.45}-${size * 0.34} ${size} 0q-${size * 0.55} ${size * 0.34}-${size} 0z`);
    const at = (x: number, y: number, turn: number, size: number, colour: string): string =>
      `<g transform="translate(${x} ${y}) rotate(${turn})">${leaf(size, colour)}</g>`;
    const pairs = [
      [22, 53, 18, 1],
      [23.5, 45, 20, 0.97],
      [26, 37, 19.5, 0.93],
      [29.5, 29.5, 17, 0.88],
      [34, 22.5, 13.5, 0.82],
      [39, 16.5, 9.5, 0.76],
    ];
    const leaves = pairs.map(
      ([x = 0, y = 0, size = 0, lean = 0]) =>
        at(x, y, -28 - (1 - lean) * 30, size, c.main) + at(x, y, 196 + (1 - lean) * 80, size * 0.95, c.shade),
    );
    return (
      line(c.shade, 3, "M21.5 66C21 42 30 22 45 11") +
      leaves.join("") +
      line(c.main, 3.2, "M43.5 12.5c4.5-4 9.5-2 9 1.5-.5 2.7-4 2.5-4 .3")
    );
  },
};

const clover: PortraitKind = {
  grounds: ["oat", "teal", "blush", "navy", "butter", "lilac", "forest", "sky", "peach", "plum"],
  coats: [
    coat("4e8b4a", "35653a", "a9cf8e", "4e8b4a"),
    coat("7db86a", "55914d", "d3ebb6", "7db86a"),
    coat("3f8a63", "2b6448", "a4d4b3", "3f8a63"),
  ],
  perch: [45, 18],
  draw: (c) => {
    const leaf =
      fill(c.main, "M32 33C21 29.5 16 22.5 18 15.5c1.8-6 10-7.5 14-1.5 4-6 12.2-4.5 14 1.5C48 22.5 43 29.5 32 33z") +
      line(c.pale, 2.8, "M24.5 22.5c2.2-3.5 5-3.7 7.5-.8 2.5-2.9 5.3-2.7 7.5.8") +
      line(c.shade, 1.5, "M32 32v-9");
    return (
      line(c.shade, 3.6, "M32.5 32c-.5 12 2 21 8 32") +
      turned(-120, 32, 32.5, leaf) +
      turned(120, 32, 32.5, leaf) +
      leaf
    );
  },
};

const willow: PortraitKind = {
  grounds: ["mint", "cream", "night", "rose", "teal", "butter", "sky", "plum", "sage", "blush"],
  coats: [
    coat("6f9a5a", "4f7a45", "94b978", "7a5a40"),
    coat("a9bf62", "839b45", "c9d88a", "6b4d38"),
    coat("8fb49a", "658f78", "b8d3bd", "9a7658"),
  ],
  perch: [32, 20],
  draw: (c) =>
    line(c.pop, 6, "M33 66c-1.5-12-1-24-1-38") +
    fill(
      c.shade,
      "M32 8c13 0 21.5 7.5 23.5 19 1 6 1.5 15 .5 24-1 3-3.5 3-4.3 0-.5 4-3.7 4-4.5 0L44 30H20l-3.2 21c-.8 4-4 4-4.5 0-.8 3-3.3 3-4.3 0-1-9-.5-18 .5-24C10.5 15.5 19 8 32 8z",
    ) +
    fill(
      c.main,
      "M32 6.5c11 0 18.5 6.5 19.5 16 .7 7 .2 15-.8 25-.6 3-3.2 3-3.7 0L45.5 34 43 44c-.7 3.3-3.5 3.3-4 0l-1.5-12-2 7c-.7 2.7-2.8 2.7-3.5 0l-2-7-2 12c-.5 3.3-3.3 3.3-4 0L21.5 34 17 47.5c-.5 3-3.1 3-3.7 0-1-10-1.5-18-.8-25 1-9.5 8.5-16 19.5-16z",
    ) +
    line(
      c.pale,
      2,
      "M32 12.5c-6.5 2.5-9.5 8.5-10 16.5M32 12.5c6.5 2.5 9.5 8.5 10 16.5M32 13v12M24 13.5c-4 3-5.5 8.5-5.5 15M40 13.5c4 3 5.5 8.5 5.5 15",
    ),
};

const oak: PortraitKind = {
  grounds: ["butter", "navy", "sky", "sage", "plum", "cream", "blush", "lilac", "mint", "pine"],
  coats: [
    coat("5f8a3f", "45692d", "b9d08a", "5f8a3f"),
    coat("c47a2f", "9a5a1d", "f4d9a4", "c47a2f"),
    coat("87a84f", "648238", "d9e5ab", "87a84f"),
  ],
  perch: [39, 24],
  draw: (c) => {
    const half =
      "M32 4.5c5 0 7.5 3.5 6.5 7.5 5.5-2.5 9.5 2.5 7 7.5 6.5-1.5 9.5 5 5.5 9.5 5.5.5 6.5 7.5 1.5 10 3 4.5-1.5 9.5-6.5 7.5-2 5.5-8 6.5-14 8.5z";
    return (
      line(c.shade, 3.6, "M32 52c0 5-.5 8.5-2 13") +
      both(fill(c.main, half)) +
      fill(c.shade, half).replace("<path ", '<path opacity=".4" ') +
      line(c.pale, 2, "M32 12v43M32 23.5l8-6M32 23.5l-8-6M32 34l12.5-7M32 34l-12.5-7M32 45l13-6.5M32 45l-13-6.5")
    );
  },
};

const ivy: PortraitKind = {
  grounds: ["stone", "cream", "navy", "sky", "plum", "butter", "rose", "mint", "brick", "sage"],
  coats: [
    coat("2f6b4a", "214d36", "a9cba0", "2f6b4a"),
    coat("5f9460", "42704a", "dcebc4", "5f9460"),
    coat("7fae8a", "5a876a", "f2f3dc", "7fae8a"),
  ],
  perch: [32, 27],
  draw: (c) => {
    const leaf = (colour: string): string =>
      fill(
        colour,
        "M0 22C-4 17-9 19-14 20c-1-5-3-8-8-10 4-4 7-7 7-13 3 1 6 1 8-1 3-4 5-9 7-15 2 6 4 11 7 15 2 2 5 2 8 1 0 6 3 9 7 13-5 2-7 5-8 10-5-1-10-3-14 2z",
      ) + line(c.pale, 1.8, "M0 20V-10M0 14-13 12M0 14l13-2M0 8l-9-7M0 8l9-7");
    const at = (x: number, y: number, turn: number, size: number, colour: string): string =>
      `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${leaf(colour)}</g>`;
    return (
      line(c.shade, 3, "M-2 6C14 8 12 20 20 30s26 12 30 36M44 48c6-2 10-6 12-12") +
      at(52, 20, 28, 0.62, c.shade) +
      at(13, 50, -34, 0.62, c.shade) +
      at(32, 29, -6, 1.12, c.main)
    );
  },
};

const pine: PortraitKind = {
  grounds: ["sky", "apricot", "night", "blue", "butter", "mint", "lilac", "teal", "peach", "rose"],
  coats: [
    coat("2f6149", "214738", "4d8a66", "6b4a32"),
    coat("3c5c63", "2a444b", "64898c", "5a4238"),
    coat("5b7a3c", "43602b", "86a35a", "6b4a32"),
    coat("dfe8e0", "b4c8c2", "ffffff", "7a5a44"),
  ],
  perch: [38, 33],
  draw: (c) =>
    fill(c.pop, "M28.5 52h7v14h-7z") +
    fill(c.shade, "M32 29 52.5 54c.9 1.2.2 2.5-1.3 2.5H12.8c-1.5 0-2.2-1.3-1.3-2.5z") +
    fill(c.main, "M32 18.5 48.5 41c.8 1.2.2 2.5-1.2 2.5H16.7c-1.4 0-2-1.3-1.2-2.5z") +
    fill(
      c.pale,
      "M32 4.5c.6 0 1.1.3 1.5.9L44.3 26c.7 1.2.1 2.5-1.2 2.5H20.9c-1.3 0-1.9-1.3-1.2-2.5L30.5 5.4c.4-.6.9-.9 1.5-.9z",
    ) +
    dot(c.shade, 27, 37, 1.5) +
    dot(c.shade, 39, 50, 1.7) +
    dot(c.main, 35, 22, 1.4) +
    dot(c.main, 22, 50.5, 1.6),
};

export const LEAVES = { maple, fern, clover, willow, oak, ivy, pine };
