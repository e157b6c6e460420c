import {
  at,
  between,
  box,
  disc,
  fade,
  oval,
  pick,
  shape,
  stroke,
  times,
  wash,
  type Drawing,
} from "@/local/town/pictures/brush";

const petals = (colour: string, count: number, r: number) =>
  times(count, (i) => at(0, 0, oval(colour, 0, -r * 0.72, r * 0.24, r * 0.5), (360 / count) * i)).join("");

const bee: Drawing = {
  alt: "A round bumblebee landing on a big flower, seen from very near.",
  about: ["bees"],
  captions: `
    She was too busy to be asked for her permission.
    I held my breath. She did not even wipe her feet.
    Somebody on {street} is working today.
  `,
  draw: (random) => {
    const flower = pick(random, ["#9a6bd0", "#e46a8f", "#e8a23a"]);
    const body =
      at(-30, -70, fade(oval("#eaf3fa", 0, 0, 90, 40), 0.8), -32) +
      at(50, -84, fade(oval("#eaf3fa", 0, 0, 96, 42), 0.8), 18) +
      oval("#2b2330", 0, 0, 128, 86) +
      shape("#f3bf3a", "M-70-72q30-14 56-13v170q-28 0-56-12-30-72 0-145zM22-84q36 6 62 26 20 58 0 118-26 20-62 25z") +
      oval("#fdf6e0", 112, 10, 30, 46) +
      disc("#2b2330", -128, -8, 48) +
      disc("#ffffff", -146, -20, 9) +
      stroke("#2b2330", 7, "M-152-46q-30-40-60-34M-132-54q-10-46-40-60M-40 80l-20 60M10 86v64M60 76l24 56");
    return (
      wash("a", "#dcebc4", "#a9cf9a") +
      times(14, () =>
        fade(
          disc(
            pick(random, ["#ffffff", "#f7e39a", "#8fbf7f"]),
            between(random, 0, 1080),
            between(random, 0, 810),
            between(random, 30, 110),
          ),
          0.25,
        ),
      ).join("") +
      stroke("#4f8f52", 26, "M560 810q-20-120 0-220") +
      at(
        560,
        560,
        petals(flower, 14, 290) +
          disc("#f3c64e", 0, 0, 84) +
          times(24, (i) => disc("#c98a2b", Math.cos(i) * (20 + i * 2.2), Math.sin(i) * (20 + i * 2.2), 6)).join(""),
      ) +
      at(between(random, 480, 600), 330, body, between(random, -12, 6))
    );
  },
};

const allotments: Drawing = {
  alt: "A hand-drawn map of the allotments from above: twelve plots with rows of green, sheds, a pump, and one scarecrow.",
  about: ["allotment"],
  captions: `
    A map, for those who are new. The dotted line is where you may not step.
    Drew the allotments from memory. Plot nine has been on my mind.
    X is the tap. The other X is where we bury the failures.
  `,
  draw: (random) => {
    const plots = times(12, (i) => {
      const [x, y] = [60 + (i % 4) * 250, 60 + Math.floor(i / 4) * 236];
      const rows = times(6, (r) =>
        times(7, (c) =>
          disc(
            pick(random, ["#5f9a52", "#86b86a", "#3f7a4a", "#d9703a", "#c9b04a"]),
            x + 28 + c * 26,
            y + 26 + r * 26,
            between(random, 6, 11),
          ),
        ).join(""),
      ).join("");
      const bare = random() < 0.16;
      const shed = box("#9a5f3a", x + 150, y + 120, 56, 56, 4) + stroke("#6a3d22", 4, `M${x + 150} ${y + 148}h56`);
      return box(i % 2 ? "#b98f62" : "#a77f55", x, y, 218, 196, 10) + (bare ? "" : rows) + (i % 3 === 0 ? shed : "");
    });
    const scarecrow =
      stroke("#5a3a24", 9, "M0 70V-40M-50-10H50") +
      disc("#f3d9a6", 0, -56, 20) +
      shape("#3f5f8a", "M-34-14h68l-10 54h-48z") +
      shape("#5a3a24", "M-32-66h64l-14-8-6-26h-24l-6 26z");
    return (
      box("#d8e2b4", 0, 0, 1080, 810) +
      times(90, () =>
        stroke("#a9bf7f", 4, `M${Math.round(between(random, 0, 1080))} ${Math.round(between(random, 0, 810))}l6-12`),
      ).join("") +
      `<path d="M0 288h1080M0 524h1080M296 0v810M546 0v810M796 0v810" stroke="#f4ead0" stroke-width="18" fill="none"/>` +
      plots.join("") +
      at(170, 650, scarecrow) +
      box("#5c7f92", 1020, 560, 26, 60, 6) +
      stroke("#5c7f92", 9, "M1020 570q-30 0-26 26") +
      at(1010, 90, stroke("#7a4a2a", 7, "M0 50V-50M-30 30H30") + shape("#7a4a2a", "M-16-40L0-72l16 32z"))
    );
  },
};

const sunflower: Drawing = {
  alt: "One enormous sunflower looking over a garden wall, with a small snail halfway up its stem.",
  about: ["garden"],
  when: "warm",
  captions: `
    It has looked over the wall since {weekday}. They have begun to say good morning to it.
    Taller than the shed, and not done.
  `,
  draw: (random) =>
    wash("a", "#a9d6ea", "#f2f0d6") +
    times(3, (i) => fade(oval("#ffffff", 180 + i * 330 + between(random, -60, 60), 120 + i * 40, 120, 34), 0.8)).join(
      "",
    ) +
    stroke("#4f8f4a", 30, "M560 810q-30-240 0-480") +
    shape(
      "#5fa25a",
      "M548 640c-120-10-190-80-210-150 130 0 200 60 210 150zM556 560c120-20 170-90 190-160-120 10-180 70-190 160z",
    ) +
    times(8, (r) =>
      times(9, (c) =>
        box(pick(random, ["#c9825a", "#b8704a", "#d4936b"]), c * 130 - (r % 2) * 65, 560 + r * 34, 122, 28, 3),
      ).join(""),
    ).join("") +
    stroke("#4f8f4a", 30, "M552 600q-4-130 10-270") +
    at(
      566,
      290,
      petals("#f4b62e", 20, 260) +
        petals("#e89a1e", 13, 210) +
        disc("#6a3f22", 0, 0, 112) +
        times(60, (i) => disc("#8a5a30", Math.cos(i * 2.4) * i * 1.75, Math.sin(i * 2.4) * i * 1.75, 5)).join(""),
    ) +
    at(
      546,
      690,
      oval("#e8c79a", 0, 10, 52, 14) +
        disc("#b5683f", 8, -12, 34) +
        disc("#d98f5f", 10, -12, 20) +
        disc("#b5683f", 12, -12, 9) +
        stroke("#e8c79a", 6, "M-42 6l-14-32M-34 4l0-30"),
      -84,
    ),
};

export const GARDEN = { bee, allotments, sunflower };
