import type { Random } from "@/lib/seeded";
import {
  at,
  between,
  box,
  disc,
  fade,
  glow,
  hills,
  oval,
  pick,
  shape,
  stroke,
  times,
  wash,
  type Drawing,
} from "@/local/town/pictures/brush";

const ripples = (random: Random, colour: string, count: number, top: number): string =>
  times(count, () => {
    const y = between(random, top, 790);
    return stroke(
      colour,
      4,
      `M${Math.round(between(random, -20, 1000))} ${Math.round(y)}h${Math.round((y - top + 60) * 0.4)}`,
      0.45,
    );
  }).join("");

const boat = (hull: string, sail: string): string =>
  shape(hull, "M-90 0h180l-34 46h-112z") +
  stroke("#3a2a2a", 6, "M-4 0v-190") +
  shape(sail, "M6-184q92 80 84 172H6z") +
  shape("#fff4e0", "M-14-160q-66 76-62 148h62z");

const harbour: Drawing = {
  alt: "A harbour at dusk: three small sailing boats on violet water, lamps along the quay, and a low orange sun.",
  about: ["river", "fishing"],
  captions: `
    The boats came in one after the other, like people going to bed.
    Stayed at the harbour until the lamps came on. Nobody had asked me to leave.
    Harbour, half past the sun.
  `,
  draw: (random) => {
    const x = between(random, 300, 780);
    const lamps = times(9, (i) => glow("#ffd98a", 60 + i * 120, 430, 26) + disc("#ffe9b8", 60 + i * 120, 430, 6));
    return (
      wash("a", pick(random, ["#3d2f63", "#2d3a66", "#54305a"]), "#f59a62", 0, 460) +
      glow("#ffd98a", x, 400, 170) +
      disc("#ffe3a6", x, 400, 78) +
      hills(random, "#5b3a6b", 430, 80) +
      wash("b", "#8a4a72", "#241c44", 446) +
      box("#2b1f3d", 0, 438, 1080, 14) +
      lamps.join("") +
      fade(box("#ffd98a", x - 50, 452, 100, 300), 0.25) +
      ripples(random, "#ffd9a0", 26, 470) +
      at(230 + between(random, -60, 60), 620, boat("#d8543a", "#f7c66a"), -3, 1.1) +
      at(620 + between(random, -60, 60), 560, boat("#f3efe2", "#e8674a"), 2, 0.8) +
      at(870, 690, boat("#2f6f73", "#fff0d0"), -2, 1.35)
    );
  },
};

const pad = (x: number, y: number, r: number) =>
  oval("#8cbf8e", x, y, r, r * 0.36) +
  shape(
    "#2f7a72",
    `M${Math.round(x)} ${Math.round(y)}l${Math.round(r)} ${-Math.round(r * 0.2)}v${Math.round(r * 0.4)}z`,
  );

const pond: Drawing = {
  alt: "A still green pond under soft hills, with lily pads, and one pink lily open in front.",
  about: ["river"],
  when: "warm",
  captions: `
    The pond, early, before the ducks had opinions.
    Sat by the lilies until my tea was cold. It was a good trade.
  `,
  draw: (random) => {
    const petal = (turn: number, colour: string) =>
      at(0, 0, shape(colour, "M0 0c-34-22-30-84 0-110 30 26 34 88 0 110z"), turn);
    const lily = [-70, -38, 38, 70].map((turn) => petal(turn, "#f08aa6")).join("") + petal(0, "#fbd3dd");
    return (
      wash("a", "#d3e8df", "#f1f2e0", 0, 360) +
      hills(random, "#93b79b", 350, 150) +
      hills(random, "#7ba884", 366, 60) +
      wash("b", "#5aa09a", "#2a6368", 362) +
      ripples(random, "#e9f6ee", 14, 390) +
      times(7, (i) =>
        pad(80 + i * 150 + between(random, -50, 50), 430 + (i % 3) * 70 + between(random, 0, 40), 50 + (i % 3) * 22),
      ).join("") +
      pad(300, 720, 190) +
      pad(830, 680, 160) +
      at(between(random, 460, 600), 690, lily, 0, 1.2)
    );
  },
};

const frost: Drawing = {
  alt: "A pond with thin ice at its edge, bare trees on the far bank, and a heron standing on one leg.",
  about: ["river"],
  when: "cold",
  captions: `
    The pond put its glass on last night.
    Two of us at the pond. One of us had the better coat.
  `,
  draw: (random) => {
    const tree = (x: number, size: number) =>
      stroke(
        "#5c6478",
        7 * size,
        `M${Math.round(x)} 400v${Math.round(-150 * size)}m0 ${Math.round(70 * size)}l${Math.round(46 * size)}-${Math.round(58 * size)}m-${Math.round(46 * size)} ${Math.round(24 * size)}l-${Math.round(50 * size)}-${Math.round(52 * size)}`,
      );
    const heron =
      stroke("#4a5568", 8, "M0 0v150M18 4l-6 60") +
      shape("#7d8ea6", "M-62-24c10-58 90-74 118-28 10 20-30 62-66 66-28 4-56-14-52-38z") +
      stroke("#7d8ea6", 20, "M44-50c44-34-8-84 18-122") +
      disc("#8fa0b6", 64, -176, 22) +
      shape("#e8a64a", "M80-182l76 10-76 10z") +
      stroke("#2d3748", 6, "M50-190q-30-12-52 0") +
      disc("#1d2433", 70, -180, 4);
    return (
      wash("a", "#c8d5e6", "#f6e9dc", 0, 400) +
      disc("#fff6e6", between(random, 200, 800), 190, 60) +
      hills(random, "#a9b6c9", 390, 70) +
      times(9, (i) => tree(40 + i * 125 + between(random, -30, 30), between(random, 0.6, 1))).join("") +
      wash("b", "#9fb8cb", "#52708c", 396) +
      shape("#e9f2f8", "M0 396h1080v60q-120 60-250 26t-260 20-270 6-300 18z", 0.9) +
      times(8, (i) => stroke("#b9cfdf", 3, `M${i * 130} 420l60 ${20 + (i % 3) * 14} 70-12`, 0.9)).join("") +
      ripples(random, "#dbe8f0", 9, 560) +
      at(between(random, 560, 760), 560, heron, 0, 1.15)
    );
  },
};

export const WATER = { harbour, pond, frost };
