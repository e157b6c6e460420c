import { dot, fill, line, oval } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const juniper: PortraitKind = {
  grounds: ["navy", "cream", "sage", "plum", "butter", "teal", "sky", "blush", "night", "mint"],
  coats: [
    coat("7c8fd0", "5a6cae", "c9d2f4", "5e8f7b"),
    coat("5f6fa8", "465488", "aebbe6", "4f7f63"),
    coat("8a7fc8", "685ea6", "d0caf2", "6b9a78"),
  ],
  perch: [31, 20],
  draw: (c) => {
    const sprig = [17, 25, 33, 41, 49]
      .map((y, i) => `M32 ${y}l-${9 + i * 2}-${7 + i * 0.3}M32 ${y}l${9 + i * 2}-${7 + i * 0.3}`)
      .join("");
    const berry = (x: number, y: number, r: number): string =>
      dot(c.shade, x, y, r) +
      dot(c.main, x - r * 0.1, y - r * 0.12, r * 0.88) +
      dot(c.pale, x - r * 0.32, y - r * 0.36, r * 0.26);
    return (
      line(c.pop, 3.2, `M32 66V9${sprig}`) +
      berry(20.5, 43.5, 8) +
      berry(42.5, 48.5, 9) +
      berry(44.5, 27.5, 6.5) +
      berry(22.5, 23, 5)
    );
  },
};

const acorn: PortraitKind = {
  grounds: ["oat", "pine", "sky", "plum", "butter", "navy", "sage", "teal", "rose", "mint"],
  coats: [
    coat("c07a34", "9a5d22", "e0a660", "6b4a2c"),
    coat("a9873f", "85682a", "d4b878", "57452c"),
    coat("9a5a38", "774226", "c98a62", "503528"),
  ],
  perch: [40, 42],
  draw: (c) =>
    line(c.pop, 4.4, "M32 16c-.5-5 1-8.5 5.5-11") +
    fill("#6f9a4f", "M35.5 10c3-5.5 10-7.5 18-4.5-3 6.5-10.5 9-18 4.5z") +
    fill(c.main, "M14 29h36c.5 15-7 24-14.5 29.5-1 .7-2 2.5-3.5 3.5-1.5-1-2.5-2.8-3.5-3.5C21 53 13.5 44 14 29z") +
    fill(c.shade, "M39 29h11c.5 15-7 24-14.5 29.5-.6.4-1.2 1.2-1.9 2C39 51 41 41 39 29z") +
    fill(c.pale, "M19 33.5h5c-.3 7.5 1 13 4 18-6-4.5-9-10.5-9-18z") +
    fill(
      c.pop,
      "M9.5 31c-2-1-2.3-3-1.8-5C9.7 18.5 19 13 32 13s22.3 5.5 24.3 13c.5 2 .2 4-1.8 5-5 2.5-13 3.5-22.5 3.5S14.5 33.5 9.5 31z",
    ) +
    line(c.pale, 1.7, "M15 22.5l5 4.5 6-5 6 5 6-5 6 5 5-4.5").replace("<path ", '<path opacity=".55" '),
};

const moss: PortraitKind = {
  grounds: ["moss", "cream", "sky", "navy", "peach", "lilac", "apricot", "butter", "blush", "mint"],
  coats: [
    coat("4a7540", "35562f", "7aa35f", "c8632f"),
    coat("6b8f3c", "4d6b2a", "9dbb62", "e0a03a"),
    coat("3f7a68", "2b584b", "72a892", "d9574a"),
  ],
  perch: [44, 45],
  draw: (c) =>
    line(c.shade, 2.2, "M39 40c0-7-.5-12-2-17M50 42c.3-8 0-15 1.5-22M28 48c-.5-6 0-11-1.5-17M14 48c0-5 .5-8 2-12") +
    oval(c.pop, 37, 21, 3.4, 4.3, -14) +
    oval(c.pop, 51.7, 17.5, 3.3, 4.2, 10) +
    oval(c.pop, 26.3, 29, 3.2, 4, -12) +
    oval(c.pop, 16.5, 34.5, 2.8, 3.5, 18) +
    dot(c.shade, 13, 60, 19) +
    dot(c.main, 46, 60, 23) +
    dot(c.pale, 27, 64, 16) +
    [
      [46, 44],
      [40, 50],
      [53, 49],
      [47, 53.5],
    ]
      .map(([x = 0, y = 0]) => line(c.pale, 1.8, `M${x - 1.5} ${y - 1.5}l1.5 2.5 1.5-2.5`))
      .join("") +
    [
      [24, 55.5],
      [31, 58],
      [10, 48.5],
    ]
      .map(([x = 0, y = 0]) => line(c.main, 1.8, `M${x - 1.5} ${y - 1.5}l1.5 2.5 1.5-2.5`))
      .join(""),
};

const mushroom: PortraitKind = {
  grounds: ["forest", "peach", "sky", "teal", "sage", "lilac", "butter", "navy", "mint", "blush"],
  coats: [
    coat("d8472a", "b0341c", "fbeed6", "f3e0bd"),
    coat("c98a4a", "a06a30", "f7e6c6", "f2e2c4"),
    coat("8a5fa0", "6a4580", "f3e2f2", "f0e0d0"),
    coat("e9a13a", "c27c1f", "fff3d6", "f5e6c9"),
  ],
  perch: [44, 27],
  draw: (c) =>
    fill("#5f8a4a", "M-2 58c18-7 46-7 68-1v10H-2z") +
    fill(c.pop, "M26 33h13c-.5 10 0 17 3 24-5 4-14.5 4-20 0 3.5-7 4.5-14 4-24z") +
    fill("#d9bf94", "M33 33h6c-.5 10 0 17 3 24-2.5 2-6 3-9.5 3 2.5-8 2-18 .5-27z").replace(
      "<path ",
      '<path opacity=".6" ',
    ) +
    fill(c.main, "M6 33.5C6 18 17.5 7 32 7s26 11 26 26.5c0 5-52 5-52 0z") +
    fill(c.shade, "M6 33.5c0-1 0-2 .2-3 8 4.5 43.6 4.5 51.6 0 .2 1 .2 2 .2 3 0 5-52 5-52 0z") +
    oval(c.pale, 22, 20, 4.8, 4) +
    oval(c.pale, 36.5, 14.5, 5, 3.6) +
    oval(c.pale, 46.5, 25, 4, 3.8) +
    oval(c.pale, 32.5, 26.5, 3.6, 2.8) +
    oval(c.pale, 13.5, 28, 2.6, 2.2) +
    fill("#6f9a56", "M8 62c1-6 3-9 3-9s3 4 3 9zM50 61c.5-5 3-8 3-8s2.5 4 3 8z"),
};

const bramble: PortraitKind = {
  grounds: ["rose", "sage", "butter", "sky", "cream", "teal", "lilac", "mint", "apricot", "mist"],
  coats: [
    coat("4a2f5c", "33203f", "8a6aa6", "5f9457"),
    coat("b8324a", "8f2238", "ea7f8e", "5f8f52"),
    coat("2f3560", "212646", "6a72b0", "6a9a5a"),
  ],
  perch: [22, 17],
  draw: (c) => {
    const rows = [
      [24, 30],
      [32, 28.5],
      [40, 30],
      [20.5, 37.5],
      [28, 36.5],
      [36, 36.5],
      [43.5, 37.5],
      [24, 44.5],
      [32, 44],
      [40, 44.5],
      [28, 51.5],
      [36, 51.5],
      [32, 57],
    ];
    return (
      line("#46704a", 3.4, "M32 26C31 18 33 12 38 5.5") +
      fill(c.pop, "M33 22C22 24 12.5 20 9 10.5c5 .5 6-1 10-2C27 8.5 32 14 33 22z") +
      fill("#4a7a48", "M34 22c4-7.5 10.5-11 20.5-9-1.5 3-.5 4.5-2.5 8-5 4-11.5 4-18 1z") +
      line("#dbe8b8", 1.3, "M30 20c-5-1-10-3.5-15-7.5M37 20.5c4-2.5 8-4 12-4.5") +
      rows
        .map(([x = 0, y = 0], i) => dot(i % 2 === 0 ? c.main : c.shade, x, y, 5.4) + dot(c.pale, x - 1.5, y - 1.7, 1.5))
        .join("") +
      fill("#5f9457", "M32 22c3 1 6 0 9 2-2 3-5 3-7 2.5L32 30l-2-3.5c-2 .5-5 .5-7-2.5 3-2 6-1 9-2z")
    );
  },
};

const pear: PortraitKind = {
  grounds: ["blush", "teal", "butter", "plum", "sky", "clay", "navy", "lilac", "mint", "rose"],
  coats: [
    coat("b5bf4a", "929c33", "dfe49a", "6b4a2c"),
    coat("e0b33f", "bd8f26", "f5dc94", "6b4a2c"),
    coat("8fae58", "6d8c3d", "c9dc9c", "57402a"),
  ],
  perch: [41, 43],
  draw: (c) =>
    line(c.pop, 3.6, "M32 15c0-4 1-7 4-9.5") +
    fill("#5a8f4f", "M34 12c4.5-6.5 11.5-8 19-4.5-4.5 6.5-11.5 8-19 4.5z") +
    fill(
      c.main,
      "M32 12.5c6.5 0 9 5 10 10.5 1.5 7.5 10 10.5 10 21.5C52 55 43.5 60.5 32 60.5S12 55 12 44.5c0-11 8.5-14 10-21.5 1-5.5 3.5-10.5 10-10.5z",
    ) +
    fill(
      c.shade,
      "M39.5 16.5c1.2 1.9 2 4.1 2.5 6.5 1.5 7.5 10 10.5 10 21.5C52 55 43.5 60.5 32 60.5c-3 0-5.7-.4-8.2-1.1C36 58 43 52 43 43.5c0-9-5-16-3.5-27z",
    ) +
    fill(c.pale, "M26.5 20c1.5-2.5 4.5-2.5 4 .5-1 6-3 8.5-6.5 13-2.5 3.3-4 6-4.5 9.5-.5 2.5-3 2-3-1 0-8 7.5-12 10-22z"),
};

export const HEDGEROW = { juniper, acorn, moss, mushroom, bramble, pear };
