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

const window: Drawing = {
  alt: "Rain running down a window at night, the street lamps behind it blurred to soft gold discs.",
  about: ["rain", "weather"],
  captions: `
    The rain is doing its accounts on my window.
    Nobody can make me go out. I have a blanket and the view.
    Every lamp on {street} has gone soft.
  `,
  draw: (random) =>
    wash("a", pick(random, ["#22304a", "#2c2b4c", "#1f3b45"]), "#4a5a70") +
    times(11, () => {
      const [x, y] = [between(random, 60, 1020), between(random, 240, 720)];
      return glow(pick(random, ["#ffd27a", "#ffb35c", "#f7e7b0", "#e8745a"]), x, y, between(random, 50, 110));
    }).join("") +
    times(60, () => {
      const [x, y, r] = [between(random, 0, 1080), between(random, 0, 780), between(random, 3, 9)];
      return fade(
        disc("#e6f0f7", x, y, r) +
          stroke("#e6f0f7", r, `M${Math.round(x)} ${Math.round(y)}v-${Math.round(r * between(random, 2, 14))}`),
        0.45,
      );
    }).join("") +
    box("#f1e8d8", 0, 0, 1080, 34) +
    box("#f1e8d8", 0, 0, 34, 810) +
    box("#f1e8d8", 1046, 0, 34, 810) +
    box("#f1e8d8", 522, 0, 34, 810) +
    box("#e0d3bc", 0, 748, 1080, 62),
};

const pot = (clay: string, leaf: string, size: number) => {
  const tuft = times(9, (i) => oval(leaf, -60 + i * 15, -70 - ((i * 37) % 60), 22, 15)).join("");
  return at(0, 0, tuft + shape(clay, "M-52-52H52L38 42H-38z") + box("#00000018", -56, -58, 112, 20, 5), 0, size);
};

const mint: Drawing = {
  alt: "A sunny windowsill so full of pots of mint that hardly any window is left.",
  about: ["garden"],
  captions: `
    There is room for one more. There is always room for one more.
    My windowsill has applied for a name of its own.
  `,
  draw: (random) => {
    const greens = ["#5aa469", "#3f8f5f", "#7bbd76", "#2f7a58", "#9ccf8a"];
    const row = (y: number, count: number, size: number) =>
      times(count, (i) =>
        at(
          (i + 0.5) * (1080 / count),
          y,
          pot(pick(random, ["#c7683f", "#d98a55", "#b5573a", "#e4d3b4"]), pick(random, greens), size),
        ),
      ).join("");
    return (
      wash("a", "#cfe8f2", "#f7f3dc") +
      glow("#fff2b8", 830, 150, 210) +
      disc("#fff6d6", 830, 150, 62) +
      box("#f8f2e6", 524, 0, 30, 620) +
      box("#f8f2e6", 0, 300, 1080, 24) +
      fade(row(330, 7, 0.8), 0.92) +
      row(560, 6, 1.25) +
      box("#d9c3a0", 0, 610, 1080, 200) +
      box("#c4aa82", 0, 610, 1080, 20) +
      row(736, 5, 1.45)
    );
  },
};

const teapot: Drawing = {
  alt: "A round teapot with steam, two cups, and a plate with one last biscuit.",
  about: ["coffee"],
  captions: `
    One biscuit, two of us. We have been polite about it for an hour.
    The pot is on. The door is on the latch.
  `,
  draw: (random) => {
    const blue = pick(random, ["#3a6ea5", "#4d8f8b", "#a5533a"]);
    const cup =
      shape("#fdf8ee", "M-70-50H70q-4 96-70 96T-70-50z") +
      stroke("#fdf8ee", 14, "M68-34q54 0 40 38t-56 28") +
      oval("#8a5a34", 0, -50, 66, 14);
    return (
      wash("a", "#f6e3c8", "#efd3ac") +
      times(12, (i) => fade(box("#d9a86c", i * 96, 0, 40, 520), 0.14)).join("") +
      wash("b", "#a86f45", "#8a5634", 520) +
      at(
        430,
        470,
        shape(blue, "M-190 0c0-150 90-210 190-210s190 60 190 210c0 110-60 150-190 150S-190 110-190 0z") +
          shape(blue, "M170-40c110-10 80-120 170-130l16 30c-60 20-40 150-170 170z") +
          stroke(blue, 30, "M-176-70c-130-20-120 150-10 150") +
          disc("#f4c95d", 0, -236, 24) +
          stroke("#ffffff", 10, "M-110-120q40-50 100-58", 0.5),
      ) +
      times(3, (i) => stroke("#ffffff", 12, `M${770 + i * 26} 250q-34-50 0-92t0-96`, 0.4)).join("") +
      at(820, 610, cup) +
      at(240, 700, cup, 0, 0.9) +
      oval("#fdf8ee", 570, 716, 130, 34) +
      oval("#e9dcc4", 570, 712, 96, 22) +
      oval("#c98b4b", 576, 700, 48, 20) +
      times(4, (i) => disc("#8a5634", 552 + i * 16, 698 + (i % 2) * 6, 4)).join("")
    );
  },
};

const cat: Drawing = {
  alt: "A very large cat asleep across the whole of a small sofa, one paw hanging down.",
  about: ["cats"],
  captions: `
    There was a sofa under here when I went to work.
    He has made himself comfortable. I have made myself a place on the floor.
    {Pet}, after a hard day of nothing.
  `,
  draw: (random) => {
    const [fur, dark] = pick(random, [
      ["#e0954a", "#b96d2c"],
      ["#5b5e6b", "#3d404c"],
      ["#efe3d0", "#c9b79a"],
    ] as const);
    const sofa = pick(random, ["#3f7d7a", "#8c4a5e", "#4f6aa0"]);
    return (
      wash("a", "#f3e6d0", "#ecd9b8") +
      box("#c9a97a", 0, 690, 1080, 120) +
      box(sofa, 130, 300, 820, 330, 70) +
      box("#00000022", 190, 470, 700, 160, 30) +
      box(sofa, 90, 400, 130, 270, 60) +
      box(sofa, 860, 400, 130, 270, 60) +
      box("#5a3b26", 160, 660, 34, 60) +
      box("#5a3b26", 890, 660, 34, 60) +
      shape(fur, "M250 520c-20-150 160-210 330-190s300 60 280 190c-6 60-90 66-300 66S258 580 250 520z") +
      stroke(fur, 44, "M850 500c90 20 110 130 30 150") +
      times(5, (i) => stroke(dark, 20, `M${470 + i * 80} 334q20 40 10 86`, 0.8)).join("") +
      disc(fur, 318, 470, 96) +
      shape(fur, "M236 428l4-96 72 52zM398 420l-2-94-70 50z") +
      shape(dark, "M252 408l4-50 34 32zM384 404l0-52-38 32z") +
      stroke("#2b2330", 7, "M268 470q22 18 44 0M330 470q22 18 44 0") +
      shape("#e58a8a", "M308 492h26l-13 16z") +
      stroke("#2b2330", 5, "M321 508q-14 22-32 10M321 508q14 22 32 10") +
      times(3, (i) =>
        stroke("#fffaf0", 4, `M276 ${500 + i * 10}l-70 ${-10 + i * 14}M368 ${500 + i * 10}l70 ${-10 + i * 14}`, 0.8),
      ).join("") +
      stroke(fur, 50, "M420 570v90") +
      oval(fur, 418, 676, 34, 26)
    );
  },
};

const soup: Drawing = {
  alt: "A big pot of soup on a stove at night, the kitchen lamp above it, bowls stacked beside it.",
  about: ["kitchen"],
  captions: `
    {Soup}, with too much of everything. Bring a bowl.
    The pot is the one warm thing in the house and we are all standing round it.
  `,
  draw: (random) => {
    const lid = pick(random, ["#c8402f", "#d98a2b", "#3f7d63"]);
    return (
      wash("a", "#2e2a40", "#574560") +
      shape("#ffdf9e", "M540 120L150 640h780z", 0.2) +
      stroke("#1c1828", 6, "M540 0v70") +
      shape("#f3b94e", "M470 124q0-66 70-66t70 66z") +
      disc("#fff3c4", 540, 128, 20) +
      box("#3b3350", 0, 650, 1080, 160) +
      box("#2a2338", 0, 640, 1080, 22) +
      times(5, (i) => stroke("#fff4dc", 16, `M${420 + i * 60} 330q-36-50 0-96t0-90`, 0.22)).join("") +
      shape(lid, "M290 400h500v170q0 80-90 80H380q-90 0-90-80z") +
      oval("#00000030", 540, 400, 250, 40) +
      oval("#e9a24a", 540, 402, 226, 30) +
      times(9, (i) =>
        oval(pick(random, ["#7bbd76", "#f3d07a", "#d9622f"]), 380 + i * 40, 398 + (i % 3) * 8, 14, 6),
      ).join("") +
      stroke(lid, 30, "M292 450h-66M788 450h66") +
      stroke("#c99a62", 18, "M640 396l120-190") +
      times(4, (i) =>
        shape(["#fdf3df", "#e7d3b2"][i % 2] ?? "#fdf3df", `M870 ${640 - i * 34}h150q-6 44-40 44h-70q-34 0-40-44z`),
      ).join("") +
      glow("#ff8a3a", 540, 664, 60)
    );
  },
};

export const HOUSE = { window, mint, teapot, cat, soup };
