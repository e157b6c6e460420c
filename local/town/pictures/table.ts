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

const loaf: Drawing = {
  alt: "A round brown loaf on a wooden board, with a crack in its crust that looks like a smile.",
  about: ["bread"],
  captions: `
    Look at that face. I cannot cut it.
    The {bake} came out singing. You can hear it crackle from the stairs.
    First slice is the baker's. House rule.
  `,
  draw: (random) => {
    const crust = pick(random, ["#c47a35", "#a8642c", "#8f5426"]);
    return (
      wash("a", "#f7ead2", "#ecd3a6") +
      wash("b", "#9b6a42", "#7a4f30", 560) +
      shape("#6a4126", "M150 640h780l70 100H80z") +
      shape("#e3c08c", "M170 610h740l60 90H110z") +
      oval("#00000026", 540, 640, 330, 46) +
      shape(crust, "M210 560c0-220 140-330 330-330s330 110 330 330c0 60-60 90-330 90s-330-30-330-90z") +
      fade(shape("#f6dcae", "M270 470c40-140 140-190 270-190-100 40-190 110-210 210z"), 0.45) +
      stroke("#f8e6c4", 26, "M380 480q160 130 320 0") +
      stroke("#f8e6c4", 22, "M420 380v34M660 380v34") +
      times(40, () =>
        disc("#fff6e4", between(random, 280, 800), between(random, 270, 600), between(random, 1.5, 4)),
      ).join("") +
      times(14, () => oval("#e9c88e", between(random, 120, 960), between(random, 690, 770), 9, 4)).join("") +
      at(880, 640, box("#d9dde2", -14, -150, 28, 170, 12) + box("#4a2f20", -16, 20, 32, 90, 10), 64)
    );
  },
};

const jar = (fruit: string, cloth: string) =>
  box("#ffffff66", -74, -150, 148, 210, 26) +
  box(fruit, -64, -110, 128, 160, 18) +
  box("#fdf6e6", -44, -62, 88, 66, 6) +
  stroke("#8a7a66", 4, "M-28-40h56M-28-22h38") +
  shape(cloth, "M-92-128q10-56 92-56t92 56q-46 14-92 6t-92-6z") +
  stroke("#7a4a2a", 6, "M-78-134q78 18 156 0") +
  stroke("#ffffff", 8, "M-50-90v110", 0.5);

const jam: Drawing = {
  alt: "Seven jars of jam in different reds on a shelf, with checked cloth lids and hand-written labels.",
  about: ["jam"],
  captions: `
    All of them set. I have checked by being nervous all night.
    {Fruit}, with a bit of me burnt into the pan.
    The shelf is full. I feel like a squirrel with a pension.
  `,
  draw: (random) => {
    const fruits = ["#9c1f3a", "#6a1b4d", "#d9482f", "#e8912f", "#b3243f", "#4d2a6b"];
    const row = (y: number, count: number) =>
      times(count, (i) =>
        at(
          (i + 0.5) * (1080 / count),
          y,
          jar(pick(random, fruits), pick(random, ["#e4574a", "#3f7d9a", "#f1c453", "#6aa36f"])),
          between(random, -2, 2),
        ),
      ).join("");
    return (
      wash("a", "#f2e4c9", "#e3cca4") +
      box("#00000014", 0, 0, 1080, 30) +
      row(316, 3) +
      box("#9a6b3f", 0, 374, 1080, 34) +
      box("#7d5430", 0, 408, 1080, 12) +
      row(690, 4) +
      box("#9a6b3f", 0, 748, 1080, 62)
    );
  },
};

const knitting: Drawing = {
  alt: "A half-finished striped jumper on two needles, one sleeve much longer than the other, and three balls of wool.",
  about: ["knitting"],
  captions: `
    One arm is for winter. The other is for a longer winter.
    {Count} evenings, one sleeve, no regrets.
  `,
  draw: (random) => {
    const [a, b] = pick(random, [
      ["#d0533f", "#f3d9b1"],
      ["#3f6f8f", "#f1e6d3"],
      ["#5b8a5a", "#f5c667"],
    ] as const);
    const stripes = (x: number, y: number, width: number, rows: number, turn: number) =>
      at(x, y, times(rows, (i) => box(i % 2 ? a : b, 0, i * 34, width, 34)).join(""), turn);
    const ball = (colour: string) =>
      disc(colour, 0, 0, 84) +
      times(5, (i) => stroke("#00000026", 5, `M${-70 + i * 12} ${-40 + i * 20}q70-50 130 ${i * 6}`)).join("");
    return (
      wash("a", "#efe2cf", "#dcc6a8") +
      times(6, (i) => box("#00000008", 0, i * 140, 1080, 70)).join("") +
      stripes(330, 250, 420, 13, 0) +
      stripes(250, 280, 110, 8, 24) +
      stripes(736, 240, 110, 15, -16) +
      stroke("#8a5a34", 16, "M250 246h560M300 214l520 60") +
      disc("#5a3a24", 246, 246, 16) +
      disc("#5a3a24", 296, 212, 16) +
      at(170, 680, ball(a)) +
      at(930, 200, ball(b)) +
      at(140, 190, ball("#f1c453"), 0, 0.8) +
      stroke(a, 7, `M240 720q120 60 200-20t${Math.round(between(random, 90, 160))}-20`)
    );
  },
};

const stall: Drawing = {
  alt: "A market stall under a striped awning, crates heaped with vegetables and fruit, and a hand-painted price board with nothing on it.",
  about: ["market"],
  captions: `
    I came for one onion.
    He heaps it like a painter. I only paid for the onion.
    {Fruit} from here to the kerb.
  `,
  draw: (random) => {
    const cloth = pick(random, ["#d8543a", "#3f7d9a", "#5b8f5a"]);
    const goods = ["#d9482f", "#f0a73a", "#7bb35a", "#8a3f6b", "#f3d25e", "#c9743a"];
    const crate = (x: number, y: number, width: number) => {
      const colour = pick(random, goods);
      const heap = times(26, (i) =>
        disc(
          i % 5 === 0 ? pick(random, goods) : colour,
          x + 24 + ((i * 41) % (width - 48)),
          y - 14 - ((i * 23) % 52),
          25,
        ),
      ).join("");
      return (
        heap +
        box("#b98a55", x, y, width, 84, 4) +
        times(3, (i) => box("#94683a", x, y + 14 + i * 26, width, 6)).join("")
      );
    };
    return (
      wash("a", "#cfe2ea", "#f4ead2") +
      box("#e6d3b6", 0, 120, 1080, 500) +
      times(5, (i) => fade(box("#8a6a4a", 60 + i * 220, 220, 110, 150, 8), 0.3)).join("") +
      box("#7a5433", 90, 180, 20, 560) +
      box("#7a5433", 970, 180, 20, 560) +
      times(9, (i) => shape(i % 2 ? "#fff6e6" : cloth, `M${90 + i * 100} 130h100v130q-50 50-100 0z`)).join("") +
      box("#6a4a2c", 80, 112, 920, 26, 8) +
      crate(130, 470, 250) +
      crate(410, 470, 250) +
      crate(690, 470, 260) +
      crate(110, 660, 410) +
      crate(550, 660, 420) +
      at(860, 340, box("#2f3b36", -80, -46, 160, 92, 6) + stroke("#f3efe2", 5, "M-50-14h90M-50 14h54"), -3) +
      box("#bda786", 0, 744, 1080, 66)
    );
  },
};

export const TABLE = { loaf, jam, knitting, stall };
