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

const mushrooms: Drawing = {
  alt: "A basket of golden and brown mushrooms among fallen leaves in a beech wood.",
  about: ["mushrooms"],
  captions: `
    The basket is full. The place is none of your business.
    Went in for an hour, came out in the dark, with supper.
    One of these is only there for the looks.
  `,
  draw: (random) => {
    const cap = (x: number, y: number, size: number) =>
      at(
        x,
        y,
        shape("#f5e8cd", "M-18 0h36l8 64h-52z") +
          shape(pick(random, ["#e2a23c", "#a8643a", "#c98a4a", "#7a4a30"]), "M-64 8q0-74 64-74t64 74q-64 22-128 0z"),
        between(random, -22, 22),
        size,
      );
    return (
      wash("a", "#e7d9a6", "#8a8a4a") +
      times(9, (i) =>
        box(
          ["#8a7458", "#a08a6a"][i % 2] ?? "#8a7458",
          i * 130 + between(random, -30, 30),
          0,
          between(random, 30, 70),
          520,
        ),
      ).join("") +
      hills(random, "#8a5f32", 540, 60) +
      times(70, () =>
        at(
          between(random, 0, 1080),
          between(random, 520, 810),
          oval(pick(random, ["#c9622f", "#e09a3a", "#a8502a", "#d9b04a"]), 0, 0, 26, 12),
          between(random, 0, 180),
        ),
      ).join("") +
      stroke("#7a4f2c", 22, "M330 560q210-340 420 0") +
      times(9, (i) => cap(350 + i * 48, 540 - (i % 3) * 34, between(random, 0.9, 1.3))).join("") +
      shape("#a8743f", "M280 550h520l-60 190H340z") +
      times(5, (i) => stroke("#7a4f2c", 8, `M${290 + i * 10} ${580 + i * 34}h${500 - i * 20}`, 0.6)).join("") +
      times(9, (i) =>
        stroke("#7a4f2c", 6, `M${320 + i * 55} 552l${Math.round((540 - 320 - i * 55) * 0.16)} 188`, 0.5),
      ).join("")
    );
  },
};

const robin: Drawing = {
  alt: "A robin on the handle of a garden spade, chest out, beak open, with fresh earth below.",
  about: ["birds"],
  captions: `
    The foreman has come to see how far I am.
    I dig, he shouts. We have worked together for years.
  `,
  draw: (random) =>
    wash("a", pick(random, ["#d4e2dc", "#e6ddcb", "#cfdbe8"]), "#b9c99f") +
    times(9, (i) =>
      fade(oval("#7fa070", i * 130 + between(random, -40, 40), 470, 120, between(random, 70, 150)), 0.6),
    ).join("") +
    wash("b", "#7a5638", "#4d3422", 560) +
    times(50, () =>
      oval(pick(random, ["#8f6844", "#5f4029"]), between(random, 0, 1080), between(random, 570, 800), 22, 9),
    ).join("") +
    stroke("#c79a64", 30, "M540 700V330") +
    stroke("#c79a64", 34, "M450 330h180") +
    shape("#9aa4ad", "M466 640h148v110q-74 70-148 0z") +
    at(
      540,
      210,
      stroke("#5a4030", 8, "M-24 70v44M22 70v44") +
        shape("#8a6a4c", "M-120-20c10-90 200-120 240 0 10 60-40 110-120 110S-130 40-120-20z") +
        shape("#8a6a4c", "M110 0l120 40-20 34-110-24z") +
        shape("#e2622e", "M-118-30c0-80 120-90 130-10s-30 110-60 116c-50-10-74-50-70-106z") +
        disc("#2b2330", -58, -50, 12) +
        disc("#ffffff", -62, -54, 4) +
        shape("#e8b23a", "M-112-44l-54-22 42 34zM-112-32l-44 16 48 6z"),
    ) +
    glow("#fff2c4", 880, 130, 120),
};

export const WOODS = { mushrooms, robin };
