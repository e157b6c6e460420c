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

const wheel = (r: number) =>
  `<circle r="${r}" fill="none" stroke="#2b2a33" stroke-width="${Math.round(r * 0.14)}"/>` +
  times(8, (i) =>
    stroke("#8a8a94", 3, `M0 0l${Math.round(Math.cos(i * 0.785) * r)} ${Math.round(Math.sin(i * 0.785) * r)}`),
  ).join("");

const bus: Drawing = {
  alt: "The town bus, number 14, with a white goose looking out of the front window.",
  about: ["buses"],
  captions: `
    She has the good seat again.
    The 14, on time, with a full goose.
    I waited, it came, we were all a little shy with each other.
  `,
  draw: (random) => {
    const coach = pick(random, ["#c8402f", "#2f6f8f", "#3f7d55"]);
    const number = stroke("#f7c948", 8, "M0 0v40M-10 8l10-8") + stroke("#f7c948", 8, "M42 40V0l-22 28h32");
    const goose =
      stroke("#ffffff", 26, "M0 60C-20 10 20-10 4-60") +
      disc("#ffffff", 0, -66, 24) +
      shape("#f0a03a", "M14-76l44 14-44 10z") +
      disc("#22222a", 6, -72, 4) +
      oval("#ffffff", -26, 66, 62, 36);
    return (
      wash("a", "#cfe3ee", "#f5ead4") +
      times(7, (i) =>
        box(
          pick(random, ["#d8b48a", "#c99a7a", "#b9a58a", "#d9c3a3"]),
          i * 160 - 10,
          between(random, 130, 230),
          164,
          460,
        ),
      ).join("") +
      times(14, (i) => fade(box("#5a4a44", 30 + i * 78, 280 + (i % 2) * 10, 38, 60, 4), 0.35)).join("") +
      box("#8a8a90", 0, 620, 1080, 190) +
      times(6, (i) => box("#f3efe2", 40 + i * 190, 716, 110, 12)).join("") +
      box(coach, 90, 250, 900, 390, 46) +
      box("#00000022", 90, 520, 900, 26) +
      box("#e6f2f7", 130, 300, 170, 170, 16) +
      times(3, (i) => box("#e6f2f7", 330 + i * 160, 300, 140, 150, 12)).join("") +
      box("#f7efe0", 826, 300, 110, 310, 10) +
      stroke("#8a8a90", 5, "M881 304v302") +
      box("#2b2a33", 360, 266, 200, 28, 6) +
      at(226, 400, goose, 0, 0.86) +
      box("#1f1d26", 590, 470, 120, 56, 8) +
      at(636, 478, number) +
      at(270, 650, disc("#22222a", 0, 0, 66) + disc("#c9ccd2", 0, 0, 28)) +
      at(800, 650, disc("#22222a", 0, 0, 66) + disc("#c9ccd2", 0, 0, 28)) +
      glow("#fff2b8", 100, 570, 46)
    );
  },
};

const bicycle: Drawing = {
  alt: "A bicycle leaning on a warm yellow wall, its basket full of flowers and one loaf of bread.",
  about: ["cycling"],
  captions: `
    It has carried me since [2004|1999|2011] and never asked where.
    Parked. Puffed. Proud.
  `,
  draw: (random) => {
    const paint = pick(random, ["#2f7a72", "#c8503a", "#3f5f9a"]);
    const flowers = times(14, (i) =>
      disc(pick(random, ["#e8607a", "#f3c64e", "#ffffff", "#9a6bd0"]), -80 + i * 12, -30 - ((i * 29) % 50), 18),
    ).join("");
    return (
      wash("a", "#f3d38c", "#e3b15f") +
      times(20, () =>
        fade(box("#b98238", between(random, 0, 1000), between(random, 0, 600), between(random, 40, 110), 12, 4), 0.25),
      ).join("") +
      box("#5f86a0", 780, 70, 210, 270, 8) +
      box("#e9f2f5", 796, 86, 84, 238) +
      box("#e9f2f5", 890, 86, 84, 238) +
      box("#7a5433", 760, 340, 250, 22, 4) +
      box("#b9a78a", 0, 690, 1080, 120) +
      at(300, 560, wheel(150)) +
      at(770, 560, wheel(150)) +
      stroke(paint, 18, "M300 560l130-230h270L520 560zM430 330l90 230M700 330l70 230M700 330l-20-70") +
      stroke("#2b2a33", 16, "M640 246q50-10 90 14") +
      stroke("#2b2a33", 12, "M430 330l-16-50") +
      oval("#5a3a24", 408, 274, 60, 18) +
      disc("#2b2a33", 520, 560, 30) +
      stroke("#2b2a33", 10, "M520 560l30 50M534 612h40") +
      at(
        790,
        330,
        flowers +
          at(60, -40, oval("#c47a35", 0, 0, 26, 80), 34) +
          shape("#b98a55", "M-100-20H100l-20 110H-80z") +
          times(3, (i) => stroke("#8a6236", 6, `M-94 ${6 + i * 28}h188`)).join(""),
      )
    );
  },
};

const train: Drawing = {
  alt: "A little train crossing a stone bridge over a valley, steam behind it.",
  about: ["trains"],
  captions: `
    The slow one. It lets you look.
    Waved at it from the field. Three people waved back, and one dog.
  `,
  draw: (random) => {
    const paint = pick(random, ["#3f7d55", "#8a3f4e", "#2f5f8a"]);
    return (
      wash("a", pick(random, ["#bfe0ea", "#f6d9b8", "#d3d9ee"]), "#f6efd9") +
      glow("#fff4c8", 200, 150, 150) +
      hills(random, "#a9c4a0", 480, 180) +
      hills(random, "#86ab7d", 560, 120) +
      times(7, (i) =>
        fade(disc("#ffffff", 620 - i * 88, 250 - i * 12 + (i % 2) * 24, 34 + i * 9), 0.85 - i * 0.08),
      ).join("") +
      box("#9c8f80", 0, 440, 1080, 44) +
      times(5, (i) => shape("#8a7d70", `M${i * 230 - 60} 484h230v326h-60V640a70 70 0 0 0-140 0v170h-30z`)).join("") +
      stroke("#4a4038", 6, "M0 436h1080") +
      times(
        3,
        (i) =>
          box(paint, 60 + i * 196, 320, 180, 100, 12) +
          times(3, (j) => box("#fdf0c8", 76 + i * 196 + j * 54, 338, 40, 36, 5)).join(""),
      ).join("") +
      box("#2b2a33", 660, 350, 220, 70, 30) +
      box(paint, 640, 300, 90, 120, 8) +
      box("#2b2a33", 816, 290, 30, 66, 4) +
      box("#fdf0c8", 656, 320, 50, 36, 4) +
      shape("#c8402f", "M874 420h40l-20-40z") +
      times(9, (i) => disc("#2b2a33", 100 + i * 96, 428, 20) + disc("#b9a78a", 100 + i * 96, 428, 8)).join("") +
      hills(random, "#5f8f5c", 800, 90)
    );
  },
};

export const STREET = { bus, bicycle, train };
