import {
  at,
  between,
  box,
  disc,
  fade,
  glow,
  oval,
  pick,
  shape,
  stroke,
  times,
  wash,
  type Drawing,
} from "@/local/town/pictures/brush";

const lighthouse: Drawing = {
  alt: "A red and white lighthouse on a dark rock, its beam over rough green waves, gulls around it.",
  about: ["sea"],
  captions: `
    Went to see whether the lighthouse was still there. It was, and so was I.
    The wind took my hat, the gull took my lunch, and the lighthouse took no notice.
  `,
  draw: (random) => {
    const gull = (x: number, y: number) =>
      stroke("#fdfaf2", 6, `M${Math.round(x - 30)} ${Math.round(y)}q16-18 30 2 14-20 30-2`);
    return (
      wash("a", pick(random, ["#41607d", "#5b7c99", "#6d6f94"]), "#e9cfa8", 0, 620) +
      shape("#fff3c9", "M760 214L0 60v200z", 0.28) +
      shape("#3b3f4a", "M560 620q60-120 170-130t220 60 130 110v200H520z") +
      shape("#f8f2e6", "M720 260h90l24 250H696z") +
      shape("#d0442e", "M716 306h98l8 66H708zM704 430h122l6 66H698z") +
      box("#2d3340", 708, 244, 114, 18, 4) +
      box("#ffe9a3", 728, 190, 74, 56) +
      shape("#d0442e", "M716 192l49-52 49 52z") +
      glow("#fff0b8", 765, 216, 70) +
      [560, 640, 716]
        .map((y, i) =>
          shape(
            ["#3f8080", "#2c6669", "#1d4a52"][i] ?? "#1d4a52",
            `M${-60 * i} ${y}${"q45 34 90 0t90 0".repeat(8)}V810H0z`,
          ),
        )
        .join("") +
      times(5, (i) => gull(160 + i * 110 + between(random, -30, 30), between(random, 150, 420))).join("")
    );
  },
};

const kayak: Drawing = {
  alt: "An orange kayak with a big yellow ribbon round it, leaning beside a front door.",
  about: ["river"],
  captions: `
    Not everything that is left at a door wants an answer. This one did.
    Mine to look after until spring. It takes up the whole hall and I could not be happier.
  `,
  draw: (random) => {
    const door = pick(random, ["#3f7d63", "#2f6f8f", "#8a3f4e"]);
    return (
      wash("a", "#e9dcc4", "#d9c7a6") +
      times(9, (r) =>
        times(8, (c) => fade(box("#b99d78", c * 150 - (r % 2) * 75 + 4, r * 78 + 4, 142, 70, 6), 0.35)).join(""),
      ).join("") +
      box("#f7f1e4", 330, 60, 420, 690, 8) +
      box(door, 356, 86, 368, 664, 6) +
      [0, 1]
        .map((i) => [0, 1].map((j) => box("#0000001a", 392 + i * 168, 130 + j * 280, 130, 230, 6)).join(""))
        .join("") +
      disc("#f3c64e", 696, 440, 15) +
      box("#9b8565", 0, 742, 1080, 68) +
      at(
        690,
        420,
        shape("#e8703a", "M0-390c70 120 78 560 0 740-78-180-70-620 0-740z") +
          oval("#2b2330", 0, 0, 30, 86) +
          stroke("#b8491f", 6, "M0-380v280M0 100v240"),
        14,
      ) +
      at(
        690,
        500,
        box("#f7c948", -84, -22, 168, 40, 6) +
          shape("#f7c948", "M0 0c-90-80-150-20-96 30 24 20 70 0 96-30zM0 0c90-80 150-20 96 30-24 20-70 0-96-30z") +
          disc("#e0a92e", 0, 4, 22),
        14,
      )
    );
  },
};

export const SEA = { lighthouse, kayak };
