import { both, dot, fill, line, oval } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const otter: PortraitKind = {
  grounds: ["teal", "butter", "sky", "blush", "navy", "mist", "plum", "apricot", "pine", "lilac"],
  coats: [
    coat("8a5c3f", "6b4630", "ecd3b4", "f4e6d0"),
    coat("6f5648", "523d33", "e4cfba", "f1e4d6"),
    coat("a3704a", "7d5235", "f5e0c2", "fff1dc"),
  ],
  crown: [32, 15, 26],
  neck: [32, 58, 46],
  lenses: {
    at: [
      [21.5, 30],
      [42.5, 30],
    ],
    r: 7,
  },
  body: (c) =>
    both(dot(c.shade, 13, 23, 6.5) + dot(c.main, 14, 24, 3.5)) +
    fill(c.main, "M9 66V38c0-15 9-25.5 23-25.5S55 23 55 38v28z"),
  draw: (c, eye) =>
    fill(c.main, "M9.2 56V38c0-15 8.8-25.5 22.8-25.5S54.8 23 54.8 38v18z") +
    fill(c.pale, "M32 36c5-4.5 17.5-2 17.5 8.5C49.5 52 42 57 32 57s-17.5-5-17.5-12.5C14.5 34 27 31.5 32 36z") +
    oval(c.ink, 32, 38.5, 6.3, 4.5) +
    oval(c.pop, 29.8, 37, 1.9, 1) +
    line(c.ink, 2, "M32 43v4.5c-2 3-6 3.2-8.2 1M32 47.5c2 3 6 3.2 8.2 1") +
    both(dot(c.shade, 21, 43, 0.9) + dot(c.shade, 18.5, 46, 0.9)) +
    eye(21.5, 30, 3.1) +
    eye(42.5, 30, 3.1),
};

const sheep: PortraitKind = {
  grounds: ["sea", "teal", "butter", "clay", "lilac", "moss", "navy", "rose", "sky", "pine"],
  coats: [
    coat("fbf5ea", "e6dac6", "4a3f44", "f0b9a9", "1d181b"),
    coat("f0e3cd", "d8c4a4", "6b5446", "f0b9a9"),
    coat("6b5d57", "54473f", "f1e4d3", "e9a99a"),
  ],
  crown: [32, 13, 24],
  neck: [32, 58, 30],
  lenses: {
    at: [
      [24.5, 36],
      [39.5, 36],
    ],
    r: 5.8,
  },
  body: (c) =>
    [
      [10, 60, 12],
      [24, 62, 13],
      [40, 62, 13],
      [54, 60, 12],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(c.shade, x, y, r))
      .join(""),
  draw: (c, eye) =>
    [
      [17, 27, 10],
      [19, 17, 9],
      [32, 14, 10.5],
      [45, 17, 9],
      [47, 27, 10],
      [32, 26, 15],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(c.main, x, y, r))
      .join("") +
    both(fill(c.pale, "M20 34.5c-6 3-12.5 2.5-14-2.5 4-3.5 10.5-3.5 15.5-1z")) +
    fill(c.pale, "M32 24c8 0 13 3.5 13 11 0 10.5-6 22-13 22s-13-11.5-13-22c0-7.5 5-11 13-11z") +
    [
      [24, 23, 5.5],
      [32, 24, 6],
      [40, 23, 5.5],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(c.main, x, y, r))
      .join("") +
    both(dot("#fffaf2", 25, 36, 3.6)) +
    line(c.pop, 2, "M28.5 46.5c1 1.5 2.5 2 3.5 2s2.5-.5 3.5-2M32 48.5V52") +
    eye(25, 36, 2.3, "#1d181b") +
    eye(39, 36, 2.3, "#1d181b"),
};

const bat: PortraitKind = {
  grounds: ["night", "apricot", "lilac", "butter", "teal", "rose", "sky", "sand", "clay", "sage"],
  coats: [
    coat("8a6a58", "5c4438", "e9cdb0", "e3a18c"),
    coat("574a5e", "3c3243", "e6d6dc", "dc9a98"),
    coat("5b4f4a", "41362f", "e8d4bd", "dd9a84"),
  ],
  crown: [32, 18, 20],
  neck: [32, 51, 26],
  lenses: {
    at: [
      [25, 32],
      [39, 32],
    ],
    r: 6.2,
  },
  body: (c) =>
    both(fill(c.shade, "M30 40C22 30 12 25-3 27c3 4 5 9 4.5 15 4-1.5 9-.5 11.5 3.5 3.5-2.5 7.5-1 9.5 3L30 58z")) +
    fill(c.main, "M17 66c-1-16 5-24 15-24s16 8 15 24z") +
    fill(c.pale, "M25 66c-1-9 2-14 7-14s8 5 7 14z"),
  draw: (c, eye) =>
    both(
      fill(c.main, "M17.5 30C12 20 12.5 8 16.5 3c6 3 11.5 10.5 13 19z") +
        fill(c.pop, "M18.5 23c-2-6-2-10.5-.8-13.5 3.3 2.7 6 6.5 7.1 11z"),
    ) +
    fill(c.main, "M32 16.5c10.5 0 17 6.5 17 15.5S42 48.5 32 48.5 15 41 15 32s6.5-15.5 17-15.5z") +
    fill(c.pale, "M32 36c6.5-1.5 10 1 9.5 4-1 4-5 6.5-9.5 6.5s-8.5-2.5-9.5-6.5c-.5-3 3-5.5 9.5-4z") +
    oval(c.ink, 32, 36.8, 3, 2.2) +
    line(c.ink, 1.9, "M27 41.5c3 2 7 2 10 0") +
    fill("#fffaf2", "M28 42.1h2.8l-1.4 3zM33.2 42.1H36l-1.4 3z") +
    eye(25, 31.5, 3.2) +
    eye(39, 31.5, 3.2),
};

const bear: PortraitKind = {
  grounds: ["mint", "peach", "plum", "sage", "clay", "sky", "butter", "rose", "lilac", "navy"],
  coats: [
    coat("7a4f35", "5d3a26", "e3bd92", "3a231a"),
    coat("4c4048", "362c34", "c9ab94", "241c22"),
    coat("b98552", "94643a", "f4dcb6", "4a2e1e"),
  ],
  crown: [32, 15, 26],
  neck: [32, 58, 38],
  lenses: {
    at: [
      [22.5, 31],
      [41.5, 31],
    ],
    r: 6.8,
  },
  body: (c) => fill(c.shade, "M6 66c1-11 12-16 26-16s25 5 26 16z"),
  draw: (c, eye) =>
    both(dot(c.main, 14, 18, 8.5) + dot(c.pale, 14.5, 18.5, 4.3)) +
    fill(c.main, "M32 12c14 0 22 9.5 22 22 0 13-9 22.5-22 22.5S10 47 10 34c0-12.5 8-22 22-22z") +
    oval(c.pale, 32, 43.5, 11.5, 9.5) +
    oval(c.ink, 32, 38.8, 4.8, 3.4) +
    line(c.ink, 2, "M32 42v3.5c-1.5 2.5-4.5 2.7-6.3.8M32 45.5c1.5 2.5 4.5 2.7 6.3.8") +
    eye(22.5, 31, 2.9) +
    eye(41.5, 31, 2.9),
};

export const MEADOW = { otter, sheep, bat, bear };
