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

const steps: Drawing = {
  alt: "The library steps in the sun, with people's books, a thermos, and a row of labelled flowerpots on them.",
  about: ["library"],
  captions: `
    The best reading room has no roof.
    Somebody has left the right book on the right step. I am late for everything now.
  `,
  draw: (random) => {
    const book = (x: number, y: number) =>
      times(1 + Math.floor(random() * 4), (i) =>
        box(
          pick(random, ["#c8503a", "#3f6f8f", "#e3b04a", "#5b8a5a", "#7d4f7e"]),
          x + between(random, -8, 8),
          y - 22 - i * 22,
          between(random, 90, 130),
          20,
          3,
        ),
      ).join("");
    const pot = (x: number, y: number) =>
      at(
        x,
        y,
        shape("#c7683f", "M-30-44h60l-8 44h-44z") +
          stroke("#4f8f52", 6, "M0-44v-50") +
          oval("#6aa86a", -14, -84, 16, 9) +
          oval("#6aa86a", 14, -98, 16, 9) +
          box("#fdf6e6", 10, -60, 30, 18, 3),
      );
    return (
      wash("a", "#f3e3c3", "#e9d2a6") +
      times(4, (i) => box("#e0cda8", 120 + i * 240, 0, 110, 300) + box("#cdb88f", 110 + i * 240, 280, 130, 26)).join(
        "",
      ) +
      box("#7a5a3f", 470, 60, 140, 246, 70) +
      times(
        5,
        (i) =>
          box(["#d9c6a2", "#cbb691"][i % 2] ?? "", 100 - i * 40, 306 + i * 100, 880 + i * 80, 100) +
          fade(box("#7a6444", 100 - i * 40, 398 + i * 100, 880 + i * 80, 8), 0.4),
      ).join("") +
      times(5, (i) => book(160 + i * 180 + between(random, -30, 30), 400 + (i % 4) * 100)).join("") +
      times(6, (i) => pot(130 + i * 164, 606 + (i % 2) * 100)).join("") +
      at(880, 396, box("#3f7d7a", -22, -110, 44, 110, 8) + box("#e6e6e6", -18, -136, 36, 30, 6)) +
      shape("#fff6d8", "M0 0h520L0 640z", 0.22)
    );
  },
};

const lamp: Drawing = {
  alt: "A street lamp in fog at night, its light a soft yellow ball, an empty bench below it.",
  about: ["neighbours", "nightshift"],
  captions: `
    The lamp on {street} has been mended. It hums a little.
    Fog as thick as porridge, and one bench, kept free for nobody in particular.
  `,
  draw: (random) =>
    wash("a", pick(random, ["#2f3a4a", "#3a3550", "#2c4348"]), "#7d8a90") +
    times(5, (i) => fade(box("#1d2530", i * 250 - 60, 240 + (i % 2) * 60, 190, 500), 0.35)).join("") +
    times(6, (i) =>
      fade(oval("#c3ccd0", between(random, 0, 1080), 380 + i * 70, between(random, 260, 420), 46), 0.16),
    ).join("") +
    glow("#ffe09a", 400, 230, 330) +
    glow("#ffe9b8", 400, 230, 140) +
    box("#181c24", 390, 250, 20, 470) +
    box("#181c24", 362, 700, 76, 40, 6) +
    shape("#181c24", "M352 180h96l-20 84h-56z") +
    shape("#ffefbf", "M364 190h72l-14 64h-44z") +
    shape("#181c24", "M344 182l56-46 56 46z") +
    box("#5b6468", 0, 736, 1080, 74) +
    box("#241c1a", 560, 590, 300, 20, 6) +
    box("#241c1a", 560, 530, 300, 18, 6) +
    box("#241c1a", 560, 490, 300, 18, 6) +
    box("#241c1a", 580, 490, 16, 250) +
    box("#241c1a", 824, 490, 16, 250) +
    shape("#ffe9b8", "M400 262L180 740h440z", 0.13),
};

const dog: Drawing = {
  alt: "A small dog carrying a stick four times as long as itself past a row of front doors.",
  about: ["dogs"],
  captions: `
    No help was wanted. No help was taken.
    {Pet} has found the stick. There will be no other stick.
    We met nobody we could get past.
  `,
  draw: (random) => {
    const [coat, ear] = pick(random, [
      ["#a8693a", "#6f4022"],
      ["#4a4a52", "#2c2c33"],
      ["#e3c79a", "#b98f5f"],
    ] as const);
    const body =
      stroke(coat, 34, "M-110 60v96M-60 70v88M70 66v92M116 56v98") +
      shape(coat, "M-150 20c-10-80 60-100 150-96s170 0 160 70-80 90-160 88-140-10-150-62z") +
      stroke(coat, 26, "M150-30q60-30 56-86") +
      disc(coat, -160, -66, 66) +
      shape(ear, "M-150-124q50-10 54 60-10 40-40 20z") +
      oval(coat, -214, -46, 40, 26) +
      disc("#22191a", -246, -54, 13) +
      disc("#22191a", -178, -84, 9) +
      box("#c8402f", -122, -34, 22, 60, 8);
    return (
      wash("a", "#e6d6bb", "#d9c3a0") +
      times(
        4,
        (i) =>
          box(pick(random, ["#d8a48a", "#b9c0b0", "#e0c48a", "#c9b2c0"]), i * 270, 60, 270, 560) +
          box("#fbf5e8", 60 + i * 270, 250, 150, 370, 6) +
          box(pick(random, ["#3f7d63", "#8a3f4e", "#2f5f8a", "#c8702f"]), 74 + i * 270, 264, 122, 356, 4) +
          disc("#f3c64e", 180 + i * 270, 450, 8),
      ).join("") +
      box("#b0a692", 0, 620, 1080, 190) +
      times(8, (i) => stroke("#8f8672", 4, `M${i * 150} 622l-40 188`, 0.6)).join("") +
      oval("#00000022", 560, 742, 210, 20) +
      at(600, 580, body) +
      stroke("#6a4527", 24, "M70 500q140 40 310 50t330-34") +
      stroke("#6a4527", 12, "M200 528l-40-60M640 530l40-44")
    );
  },
};

export const LANE = { steps, lamp, dog };
