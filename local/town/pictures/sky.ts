import {
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
  WIDE,
  type Drawing,
} from "@/local/town/pictures/brush";
import type { Random } from "@/lib/seeded";

/** A row of gabled houses from edge to edge, some windows lit. */
function roofs(random: Random, wall: string, roof: string, lit: string, y: number): string {
  let [x, row] = [-between(random, 0, 90), ""];
  while (x < WIDE) {
    const [width, top] = [between(random, 110, 190), y + between(random, -50, 40)];
    const panes = times(4, (i) =>
      random() < 0.5 ? box(lit, x + width * (i % 2 ? 0.58 : 0.2), top + 26 + (i > 1 ? 66 : 0), width * 0.2, 40, 3) : "",
    ).join("");
    row +=
      box(roof, x + width * 0.68, top - 86, 20, 70) +
      box(wall, x, top, width, 810 - top) +
      shape(
        roof,
        `M${Math.round(x - 8)} ${Math.round(top)}l${Math.round(width / 2 + 8)}-80 ${Math.round(width / 2 + 8)} 80z`,
      ) +
      panes;
    x += width;
  }
  return row;
}

const starry = (random: Random, count: number, below: number) =>
  times(count, () =>
    disc("#fdf4d8", between(random, 0, 1080), between(random, 0, below), between(random, 1.2, 4.2)),
  ).join("");

const moon: Drawing = {
  alt: "A huge full moon behind the roofs and chimneys of the town, a cat walking along one ridge.",
  about: ["nightshift", "sky"],
  captions: `
    Moon on the roofs, nobody about but the cat and me.
    It came up behind the chapel as if it had been waiting for me to look.
  `,
  draw: (random) => {
    const x = between(random, 380, 700);
    return (
      wash("a", "#141a38", pick(random, ["#43467a", "#33566e", "#5a3f6e"])) +
      starry(random, 80, 480) +
      glow("#fdf0c0", x, 330, 270) +
      disc("#fbeec4", x, 330, 180) +
      fade(
        disc("#d9c68f", x - 50, 290, 36) + disc("#d9c68f", x + 60, 380, 26) + disc("#d9c68f", x + 20, 240, 18),
        0.6,
      ) +
      roofs(random, "#2b2f52", "#1d2040", "#f6c765", 540) +
      box("#10132a", 0, 530, 1080, 8) +
      shape(
        "#10132a",
        `M${Math.round(x - 60)} 532v-34q0-26 30-26h54q10-34 34-32l2-16 14 12 14-10 0 22q6 22-14 30v54h-14v-34h-76v34z`,
      ) +
      stroke("#10132a", 12, `M${Math.round(x - 52)} 492q-46-10-40-66`) +
      roofs(random, "#191c38", "#0f1128", "#f3b04e", 680)
    );
  },
};

const rainbow: Drawing = {
  alt: "A whole rainbow over wet roofs after rain, dark cloud on one side and sun on the other.",
  about: ["weather"],
  captions: `
    All of it, both ends. One of them is in {neighbour}'s yard.
    It stopped, and then it showed off.
    Everybody on {street} is outside and nobody is saying anything.
  `,
  draw: (random) =>
    wash("a", "#7f95ad", "#f3e7c6") +
    times(
      7,
      (i) =>
        `<path d="M-20 760A560 560 0 0 1 1100 760" transform="translate(0 ${i * 24})" stroke="${["#d9483b", "#ee8a3a", "#f5cf4e", "#6fb562", "#4a90c2", "#4a5aa8", "#7d4f9e"][i] ?? ""}" stroke-width="25" fill="none" opacity=".75"/>`,
    ).join("") +
    times(6, (i) => fade(oval("#5f7086", i * 90 - 20, 70 + (i % 3) * 34, 170, 70), 0.7)).join("") +
    glow("#fff4c4", 960, 120, 190) +
    roofs(random, "#a8735a", "#7a4a3f", "#fbe7a8", 600) +
    roofs(random, "#8a5f52", "#5d3a38", "#f6d27a", 710),
};

const stars: Drawing = {
  alt: "The night sky over dark hills, thick with stars, a shooting star, and one small lit tent.",
  about: ["sky", "nightshift"],
  captions: `
    Turned the torch off. It takes four minutes, and then there is no end to it.
    We counted to {many} and then we only looked.
  `,
  draw: (random) => {
    const [x, y] = [between(random, 240, 760), between(random, 110, 230)];
    const milk = times(60, (i) =>
      fade(
        disc(
          "#c9d3f2",
          120 + i * 15 + between(random, -70, 70),
          560 - i * 9 + between(random, -50, 50),
          between(random, 20, 60),
        ),
        0.06,
      ),
    ).join("");
    return (
      wash("a", "#0b1030", pick(random, ["#2f3a72", "#3f2f6a", "#1f4a62"])) +
      milk +
      starry(random, 260, 600) +
      stroke("#fff8e0", 6, `M${Math.round(x)} ${Math.round(y)}l150 66`) +
      disc("#ffffff", x + 150, y + 66, 7) +
      hills(random, "#141a3a", 640, 130) +
      hills(random, "#0b0f26", 720, 90) +
      glow("#ffc46a", 800, 680, 80) +
      shape("#f0a04a", "M720 710l80-100 80 100z") +
      shape("#fbd48a", "M780 710l20-70 20 70z")
    );
  },
};

const swifts: Drawing = {
  alt: "A wide morning sky in pink and gold, with a flock of birds turning over a church spire.",
  about: ["birds"],
  captions: `
    They went round the tower {few} times and took the night with them.
    Up early enough to see who really owns this town.
  `,
  draw: (random) => {
    const bird = (x: number, y: number, s: number) =>
      shape(
        "#3a2f4a",
        `M${Math.round(x)} ${Math.round(y)}q${Math.round(-s)}${Math.round(-s * 0.7)} ${Math.round(-s * 2)} 0q${Math.round(s)}${Math.round(-s * 0.35)} ${Math.round(s * 2)} ${Math.round(s * 0.5)}q${Math.round(s)}${Math.round(-s * 0.85)} ${Math.round(s * 2)}${Math.round(-s * 0.5)}q${Math.round(-s)}${Math.round(-s * 0.7)} ${Math.round(-s * 2)} 0z`,
      );
    return (
      wash("a", pick(random, ["#8fb0d8", "#b6a4d4", "#7fa8c2"]), "#fbd9b0") +
      times(6, (i) =>
        fade(oval("#fff3e0", between(random, 0, 1080), 150 + i * 80, between(random, 160, 300), 18), 0.7),
      ).join("") +
      glow("#ffe3a0", 220, 640, 260) +
      disc("#fff1c9", 220, 650, 74) +
      times(34, (i) =>
        bird(640 + Math.cos(i * 0.7) * (80 + i * 9), 300 + Math.sin(i * 0.7) * (40 + i * 5), between(random, 7, 15)),
      ).join("") +
      hills(random, "#a78ab0", 700, 90) +
      shape("#5a4a6e", "M600 810V470l46-200 46 200v340z") +
      stroke("#5a4a6e", 6, "M646 276v-50M630 244h32") +
      roofs(random, "#6b5578", "#4d3d5e", "#ffd98a", 740)
    );
  },
};

export const SKY = { moon, rainbow, stars, swifts };
