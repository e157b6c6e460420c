import { both, burst, dot, fill, line, oval } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const fox: PortraitKind = {
  grounds: ["cream", "teal", "sage", "plum", "sky", "pine", "sun", "navy", "lilac", "mint"],
  coats: [
    coat("d9622b", "8c3714", "fff6ea", "d9622b"),
    coat("e3803a", "7a3b1e", "fdf0dd", "e3803a"),
    coat("b8512a", "5a2413", "f7e3cb", "b8512a"),
  ],
  crown: [32, 16, 24],
  neck: [32, 56, 34],
  lenses: {
    at: [
      [22, 33],
      [42, 33],
    ],
    r: 7,
  },
  body: (c) => fill(c.main, "M8 66C9 54 19 48 32 48s23 6 24 18z") + fill(c.pale, "M24 66c0-8 3-14 8-14s8 6 8 14z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M8.5 10.5c0-3 3-4.3 5.4-2.5L24.5 16c5-1.4 10-1.4 15 0L50.1 8c2.4-1.8 5.4-.5 5.4 2.5L54.5 31c0 8-9 17.5-18 23.5-2.8 1.9-6.2 1.9-9 0C18.5 48.5 9.5 39 9.5 31z",
    ) +
    both(fill(c.shade, "M13 13.5 21 19.5c-3.3 2.3-5.8 5.3-7.3 9z")) +
    both(fill(c.pale, "M9.7 33.2C18 31 26.5 36 28.6 45l1.8 10.7c-1-.2-2-.6-2.9-1.2C18.8 48.8 10.6 40.5 9.7 33.2z")) +
    fill(c.ink, "M27 48.5c0-2 2.2-2.7 5-2.7s5 .7 5 2.7c0 2.6-2.8 5-5 5s-5-2.4-5-5z") +
    eye(22, 33, 3) +
    eye(42, 33, 3),
};

const badger: PortraitKind = {
  grounds: ["slate", "cream", "moss", "sun", "plum", "sky", "clay", "sea", "lilac", "pine"],
  coats: [
    coat("26262e", "5f6674", "f6f1e8", "b9bcc4"),
    coat("3a2c2a", "8b7566", "fbf1df", "c9b49c"),
    coat("262b3c", "7d8798", "f3f3f0", "c3c9d2"),
  ],
  crown: [32, 14, 26],
  neck: [32, 57, 36],
  lenses: {
    at: [
      [21, 31],
      [43, 31],
    ],
    r: 7,
  },
  body: (c) => fill(c.shade, "M6 66c1-13 12-20 26-20s25 7 26 20z") + fill(c.main, "M22 66c0-9 4-14 10-14s10 5 10 14z"),
  draw: (c, eye) =>
    both(dot(c.main, 13.5, 18, 6.2) + dot(c.pale, 13, 17.5, 3)) +
    fill(
      c.pale,
      "M11 30c0-12.5 9-19 21-19s21 6.5 21 19c0 9.5-6.5 14-10 20-2.6 4.6-6.2 8-11 8s-8.4-3.4-11-8c-3.5-6-10-10.5-10-20z",
    ) +
    both(
      fill(
        c.main,
        "M19.5 14.3C25 11 28.5 17 28.3 26.5c-.2 9-1.6 16-4.3 22.3-4-5.8-8.8-11-8.3-20.3.3-6.5.8-12 3.8-14.2z",
      ),
    ) +
    oval(c.ink, 32, 51.5, 5.6, 4.3) +
    oval(c.pop, 30.5, 50, 1.7, 0.9) +
    dot(c.pale, 21.5, 31, 3.2) +
    dot(c.pale, 42.5, 31, 3.2) +
    eye(21.5, 31, 2.5) +
    eye(42.5, 31, 2.5),
};

const hedgehog: PortraitKind = {
  grounds: ["sage", "rose", "navy", "butter", "apricot", "lilac", "cream", "moss", "sky", "clay"],
  coats: [
    coat("6b4a35", "4d3324", "f2d9b5", "8c5a3c"),
    coat("55453f", "3a2f2c", "ecd9c2", "8a6f5c"),
    coat("8a6240", "62432b", "f8e4c2", "a06a44"),
  ],
  crown: [32, 16, 26],
  neck: [32, 58, 34],
  lenses: {
    at: [
      [23.5, 38],
      [40.5, 38],
    ],
    r: 6.5,
  },
  body: (c) => burst(c.shade, 32, 36, 23, 28.5, 21) + burst(c.main, 32, 37, 20, 25, 19),
  draw: (c, eye) =>
    both(dot(c.pop, 15.5, 33, 5) + dot(c.pale, 16, 33.5, 2.7)) +
    fill(c.pale, "M32 29.5c4.5-6 16-3.5 16 7.5C48 48 41 57 32 57s-16-9-16-20c0-11 11.5-13.5 16-7.5z") +
    both(oval("#e9a58d", 19.8, 45, 3, 2.2)) +
    oval(c.ink, 32, 45, 4.6, 3.6) +
    line(c.ink, 2, "M27.5 51c1.5 1.5 3.5 1.5 4.5 0 1 1.5 3 1.5 4.5 0") +
    eye(23.5, 38, 2.8) +
    eye(40.5, 38, 2.8),
};

const squirrel: PortraitKind = {
  grounds: ["mist", "cream", "teal", "butter", "plum", "sky", "moss", "navy", "lilac", "sage"],
  coats: [
    coat("b5582b", "8f3f1d", "fbe6cd", "d9813f"),
    coat("7b6a63", "5d4d48", "f3ece2", "a39288"),
    coat("c9733a", "96491f", "fff0da", "e69a58"),
  ],
  crown: [26, 15, 22],
  neck: [26, 52, 28],
  lenses: {
    at: [
      [19.5, 31],
      [35, 31],
    ],
    r: 6.2,
  },
  body: (c) =>
    fill(c.shade, "M38 66C56 62 66 50 61 34 58 24 50 18 44 8c-1.5 9-7 13-7 21 0 9 9 13 7 23-1 5-5 8-8 8z") +
    fill(c.pop, "M42 60c10-4 16-13 13-23-2-7-7-11-10-17-1 5-3 7-3 11 0 7 8 12 6 20-1 4-3 7-6 9z") +
    fill(c.main, "M6 66c0-12 8-18 20-18s20 6 20 18z") +
    fill(c.pale, "M18 66c0-8 3-13 8-13s8 5 8 13z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M11 25 9.5 9.5c-.2-2 1.8-2.7 3.2-1.3L21 16.5c4-1.2 8-1.2 12 0l7.3-8.3c1.4-1.4 3.4-.7 3.2 1.3L42.5 25c.8 2 1.5 4.5 1.5 7.5C44 43 36 51 27 51S10 43 10 32.5c0-3 .2-5.5 1-7.5z",
    ) +
    fill(c.shade, "M13.2 13.5 18 18.5l-4.3 4.2zM40.5 13.5 36 18.5l4.3 4.2z") +
    fill(c.pale, "M27 35c3-3.5 13-2 13 4 0 6-6 10.5-13 10.5S14 45 14 39c0-6 10-7.5 13-4z") +
    oval(c.ink, 27, 39, 3.4, 2.6) +
    line(c.ink, 1.9, "M23.5 43.5c1.2 1.3 2.7 1.2 3.5 0 .8 1.2 2.3 1.3 3.5 0") +
    eye(18.8, 31, 3.1) +
    eye(35.2, 31, 3.1),
};

const deer: PortraitKind = {
  grounds: ["peach", "pine", "sky", "mist", "slate", "sage", "navy", "lilac", "butter", "teal"],
  coats: [
    coat("a8693e", "7d4a2a", "f7e6cd", "5e4632"),
    coat("c08a58", "94633a", "fdf1de", "6b503a"),
    coat("8c5a44", "653d2d", "f1dcc6", "d9c3a0"),
  ],
  crown: [32, 20, 18],
  neck: [32, 59, 26],
  lenses: {
    at: [
      [22.5, 33.5],
      [41.5, 33.5],
    ],
    r: 6.3,
  },
  body: (c) => fill(c.main, "M16 66c0-9 5-16 16-16s16 7 16 16z") + fill(c.pale, "M25 66c0-6 2.5-9 7-9s7 3 7 9z"),
  draw: (c, eye) =>
    both(line(c.pop, 3.2, "M26.5 20C22 17 18.5 12 19 4M20.3 12c-3.5-.5-6-2.5-7.3-6M24 16.5c1.5-2 2-4 2-7")) +
    both(
      fill(c.main, "M19 28C12 29.5 5.5 27 3.5 20.5c6-2.5 13-.5 17 4.5z") +
        fill(c.shade, "M17.5 26.8c-4.5.3-8.5-1-10.3-4.3 4-1 8 .6 11 3z"),
    ) +
    fill(
      c.main,
      "M32 17.5c9 0 15.5 5.5 15.5 14 0 10-5.5 14.5-7.5 20.5-1.2 3.8-4 6-8 6s-6.8-2.2-8-6c-2-6-7.5-10.5-7.5-20.5 0-8.5 6.5-14 15.5-14z",
    ) +
    fill(c.pale, "M32 41c5 0 7.5 3.5 7.5 8.5 0 5.5-3 8.5-7.5 8.5s-7.5-3-7.5-8.5c0-5 2.5-8.5 7.5-8.5z") +
    oval(c.ink, 32, 47.5, 4.8, 3.5) +
    dot(c.pale, 32, 22.5, 1.5) +
    dot(c.pale, 28, 26.5, 1.4) +
    dot(c.pale, 36, 26.5, 1.4) +
    eye(22.5, 33.5, 3) +
    eye(41.5, 33.5, 3),
};

export const WOODLAND = { fox, badger, hedgehog, squirrel, deer };
