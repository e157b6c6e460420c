import { both, dot, fill, line, oval } from "@/lib/drawings/portraits/brush";
import { coat, type PortraitKind } from "@/lib/drawings/portraits/kind";

const hare: PortraitKind = {
  grounds: ["sand", "butter", "teal", "navy", "peach", "plum", "sky", "oat", "clay", "mint"],
  coats: [
    coat("a8835f", "86654a", "f6ead8", "e9b7a3"),
    coat("8e8078", "6d615b", "f1ece5", "e5b7b0"),
    coat("f3ece1", "d3c5b4", "ffffff", "efb3a6"),
  ],
  crown: [32, 29, 18],
  neck: [32, 60, 32],
  lenses: {
    at: [
      [23, 40],
      [41, 40],
    ],
    r: 6.5,
  },
  body: (c) => fill(c.shade, "M11 66c1-8 9-12 21-12s20 4 21 12z"),
  draw: (c, eye) =>
    both(
      fill(c.shade, "M22.5 36C13 26 11.5 6.5 18.5 4c7-1 11 13.5 11 26z") +
        fill(c.pop, "M22.5 29c-4.5-7.5-5.5-18-2.7-20 3.3.5 6 10 6 18z"),
    ) +
    fill(c.main, "M32 27.5c10.5 0 17.5 7 17.5 16S42 60 32 60s-17.5-7.5-17.5-16.5 7-16 17.5-16z") +
    fill(c.pale, "M32 46c3-2.6 10-1.7 10 4.2C42 55.5 37.5 59 32 59s-10-3.5-10-8.8c0-5.9 7-6.8 10-4.2z") +
    fill(c.ink, "M28.6 45.5h6.8c.8 0 1 .8.4 1.4L33 49.5a1.5 1.5 0 0 1-2 0l-2.8-2.6c-.6-.6-.4-1.4.4-1.4z") +
    line(c.ink, 1.8, "M32 50v2.2c-1 1.6-3 1.6-4.2.5M32 52.2c1 1.6 3 1.6 4.2.5") +
    eye(23, 40.5, 3) +
    eye(41, 40.5, 3),
};

const mouse: PortraitKind = {
  grounds: ["blush", "teal", "butter", "sage", "navy", "sky", "plum", "peach", "olive", "mint"],
  coats: [
    coat("8d8691", "6f6975", "f3ece8", "e8a79d"),
    coat("b08a66", "8d6a4b", "f9ecd9", "eba893"),
    coat("6f6470", "544a57", "e9dfe0", "e2958f"),
  ],
  crown: [32, 20, 20],
  neck: [32, 58, 26],
  lenses: {
    at: [
      [23.5, 36],
      [40.5, 36],
    ],
    r: 6.3,
  },
  body: (c) => fill(c.shade, "M13 66c1-9 8-14 19-14s18 5 19 14z"),
  draw: (c, eye) =>
    both(dot(c.main, 15, 20, 12) + dot(c.pop, 15, 20.5, 7.5)) +
    fill(c.main, "M32 17c10.5 0 16.5 7 16.5 16.5C48.5 45 39 56.5 32 56.5S15.5 45 15.5 33.5C15.5 24 21.5 17 32 17z") +
    fill(c.pale, "M32 44c5-2 9.5-.5 10 .5-3 6.5-7 11-10 11s-7-4.5-10-11c.5-1 5-2.5 10-.5z") +
    both(line(c.ink, 1.3, "M24 48.5 14 46.5M24.5 50.5l-9 2.5")) +
    oval(c.pop, 32, 51.5, 3.7, 3.1) +
    eye(23.5, 36, 3.3) +
    eye(40.5, 36, 3.3),
};

const mole: PortraitKind = {
  grounds: ["moss", "peach", "sky", "butter", "mint", "rose", "lilac", "sage", "clay", "oat"],
  coats: [
    coat("3d3640", "2a2530", "efa6a0", "6b4a32", "17121a"),
    coat("4a4038", "342c26", "f0b39e", "7d5a3c", "1a1410"),
    coat("383f52", "272c3c", "f0aaa8", "5f4533", "12151f"),
  ],
  crown: [32, 14, 24],
  lenses: {
    at: [
      [24, 30],
      [40, 30],
    ],
    r: 6,
  },
  body: (c) => fill(c.main, "M10 66V34c0-14 9-22.5 22-22.5S54 20 54 34v32z"),
  draw: (c, eye) =>
    fill(c.shade, "M20.5 41c0-6.5 5-11 11.5-11s11.5 4.5 11.5 11S38.5 51 32 51s-11.5-3.5-11.5-10z") +
    oval(c.pale, 32, 37.5, 7.5, 5.6) +
    oval("#fbd3c8", 29.5, 35.5, 2.2, 1.4) +
    both(line("#8a7f8c", 1.2, "M22.5 43 13 41.5M22.5 45.5l-9 2")) +
    dot(c.shade, 23.5, 28.5, 3.9) +
    dot(c.shade, 40.5, 28.5, 3.9) +
    eye(23.5, 28.5, 2.2, "#f6efe6") +
    eye(40.5, 28.5, 2.2, "#f6efe6") +
    fill(c.pop, "M-2 66c1-8 8-13 16-11 5-4 11-4 15-1 6-3 12-3 16 1 10-3 20 3 21 11z") +
    both(fill(c.pale, "M9.5 57c-1.5-5 2-9.5 7-9.5s8.5 4 7.5 9l-3-1.5-1.5 3-2.5-2.5-3 2.5-1.5-3z")),
};

const cat: PortraitKind = {
  grounds: ["teal", "peach", "pine", "lilac", "navy", "butter", "clay", "mint", "slate", "mist"],
  coats: [
    coat("e08e3e", "b5612a", "fff2df", "e79a8a"),
    coat("6d6a72", "4b4850", "f4f0ea", "e7a39a"),
    coat("f5ede0", "d8b48c", "ffffff", "e9988c"),
    coat("38333d", "26222a", "f4ece2", "e59a90", "1a161d"),
  ],
  crown: [32, 17, 22],
  neck: [32, 57, 34],
  lenses: {
    at: [
      [22, 34.5],
      [42, 34.5],
    ],
    r: 6.8,
  },
  body: (c) => fill(c.main, "M8 66c1-11 11-16 24-16s23 5 24 16z") + fill(c.pale, "M24 66c0-7 3-11 8-11s8 4 8 11z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M11 30 10.5 10c0-2.7 2.7-3.7 4.6-1.9L25 17.5c4.5-1.2 9.5-1.2 14 0l9.9-9.4c1.9-1.8 4.6-.8 4.6 1.9L53 30c1 2.5 1.5 4.5 1.5 7C54.5 49 44 55.5 32 55.5S9.5 49 9.5 37c0-2.5.5-4.5 1.5-7z",
    ) +
    both(fill(c.pop, "M14.8 14.5 21 20.3c-2.5 1.2-4.5 2.7-5.9 4.7z")) +
    line(c.shade, 3.2, "M32 18v7.5M25.5 19v4.5M38.5 19v4.5") +
    both(line(c.shade, 3, "M10.5 38.5l5.5.5M11.5 45l5-1.5")) +
    fill(c.pale, "M32 42c3-3.2 11.5-2.5 11.5 3.5 0 5.5-5.5 9-11.5 9s-11.5-3.5-11.5-9c0-6 8.5-6.7 11.5-3.5z") +
    fill(c.pop, "M28.5 40.5h7c.9 0 1.2.9.5 1.5l-3 2.7a1.5 1.5 0 0 1-2 0L28 42c-.7-.6-.4-1.5.5-1.5z") +
    line("#2a1a16", 1.9, "M32 45v1.5c-1.3 2.2-4 2.4-5.5.8M32 46.5c1.3 2.2 4 2.4 5.5.8") +
    eye(22, 34.5, 3.4, c.main === "#38333d" ? "#f0c955" : c.ink) +
    eye(42, 34.5, 3.4, c.main === "#38333d" ? "#f0c955" : c.ink),
};

const dog: PortraitKind = {
  grounds: ["blue", "forest", "sage", "navy", "teal", "oat", "butter", "lilac", "pine", "mist"],
  coats: [
    coat("f4e7d3", "8a5636", "fffaf0", "e58f84"),
    coat("c98f52", "8f5a2c", "fbecd6", "e58f84"),
    coat("5d4a42", "3d2f2a", "f0dcc3", "e08a80"),
    coat("f2eee8", "3a363f", "ffffff", "e58f84"),
  ],
  crown: [32, 15, 26],
  neck: [32, 57, 30],
  lenses: {
    at: [
      [23, 32],
      [41, 32],
    ],
    r: 6.8,
  },
  body: (c) => fill(c.main, "M10 66c1-11 9-16 22-16s21 5 22 16z"),
  draw: (c, eye) =>
    fill(
      c.main,
      "M32 11.5c12 0 18.5 7.5 18.5 19 0 6-1 10-2.5 14-3 8-8.5 12-16 12s-13-4-16-12c-1.5-4-2.5-8-2.5-14 0-11.5 6.5-19 18.5-19z",
    ) +
    fill(
      c.shade,
      "M40.5 13.3c6.5 2.7 10 8.5 10 17.2 0 5-.6 8.5-1.8 11.8C42 43.5 35.5 40 35 32c-.3-7.5 1.5-14.5 5.5-18.7z",
    ) +
    both(
      fill(c.shade, "M19.5 13.5C10 11.5 4.5 18 5 30c.3 7.5 2.5 13 6.5 13 4.5 0 5.5-5.5 5.2-12-.3-7 1-12.5 2.8-17.5z"),
    ) +
    fill(c.pale, "M32 37c5.5-1.5 11 2 11 8s-5 11-11 11-11-5-11-11 5.5-9.5 11-8z") +
    fill(c.ink, "M26.5 40c0-2.6 2.5-3.8 5.5-3.8s5.5 1.2 5.5 3.8-3 5.2-5.5 5.2-5.5-2.6-5.5-5.2z") +
    fill(c.pop, "M28.8 49.5h6.4v2.8a3.2 3.2 0 0 1-6.4 0z") +
    line(c.ink, 2, "M32 45v3.5M32 48c-1.7 2.2-5 2.2-6.5.2M32 48c1.7 2.2 5 2.2 6.5.2") +
    eye(23, 31.5, 3.1) +
    eye(41, 31.5, 3.1),
};

export const FIELD = { hare, mouse, mole, cat, dog };
