import { mix } from "@/lib/drawings/portraits/brush";
import {
  between,
  bird,
  disc,
  fir,
  oval,
  rolling,
  shape,
  stroke,
  times,
  tree,
  whole,
} from "@/lib/drawings/scenes/brush";
import type { Light } from "@/lib/drawings/scenes/light";
import type { Random } from "@/lib/seeded";

const glints = (random: Random, colour: string, count: number, top: number): string =>
  times(count, () =>
    stroke(
      colour,
      4,
      `M${whole(between(random, 0, 1420))} ${whole(between(random, top, 490))}h${whole(between(random, 40, 120))}`,
      0.5,
    ),
  ).join("");

export function pond(random: Random, light: Light): string {
  const pads = times(8, (i) => {
    const [x, y] = [i * 190 + between(random, 20, 150), between(random, 360, 480)];
    return oval(mix(light.near, light.horizon, 0.5), x, y, (y - 240) * 0.42, (y - 240) * 0.13);
  });
  const [x, y] = [between(random, 600, 900), 430];
  const lily =
    shape(light.pop, `M${whole(x)} ${y}c-46-14-54-54-42-78 21 7 32 21 42 42 10-21 21-35 42-42 12 24 4 64-42 78z`) +
    shape(light.sun, `M${whole(x)} ${y}c-21-25-21-60 0-90 21 30 21 65 0 90z`);
  const reeds = times(11, (i) => {
    const rx = 1180 + i * 26 + between(random, -8, 8);
    const height = between(random, 110, 230);
    const head = i % 3 === 0 ? stroke(light.ink, 13, `M${whole(rx + 6)} ${whole(505 - height)}v34`) : "";
    return (
      stroke(
        light.ink,
        5,
        `M${whole(rx)} 510q0-${whole(height / 2)} ${whole(between(random, 2, 18))}-${whole(height)}`,
      ) + head
    );
  });
  return (
    disc(light.sun, between(random, 250, 560), 105, 58) +
    rolling(random, light.far, 250, 110, 4) +
    rolling(random, light.mid, 270, 40, 3) +
    shape(mix(light.mid, light.horizon, 0.35), "M0 272h1500v228H0z") +
    shape(light.near, "M0 360q380-40 760-12t740-16v168H0z", 0.55) +
    glints(random, light.sun, 12, 290) +
    pads.join("") +
    lily +
    reeds.join("")
  );
}

export function sea(random: Random, light: Light): string {
  const x = between(random, 850, 1200);
  const hull = shape(light.ink, `M${whole(x - 60)} 322h120l-20 26h-82z`);
  const sails =
    shape(light.sun, `M${whole(x - 6)} 312V196q-44 60-48 116z`) +
    shape(light.pop, `M${whole(x + 4)} 312V182q58 56 62 130z`);
  const waves = [350, 400, 452].map((y, i) => {
    const colour = [mix(light.mid, light.near, 0.4), light.near, light.ink][i] ?? light.ink;
    const offset = -between(random, 0, 150);
    return shape(colour, `M${whole(offset)} ${y}${times(12, () => "q37 24 75 0t75 0").join("")}V500H${whole(offset)}z`);
  });
  return (
    disc(mix(light.horizon, light.sun, 0.5), x - 380, 250, 118) +
    disc(light.sun, x - 380, 250, 80) +
    shape(light.far, `M-10 290c60-120 170-170 300-150 90 14 120 90 210 150z`) +
    shape(light.mid, "M0 288h1500v212H0z") +
    stroke(light.sun, 5, `M${whole(x - 440)} 306h120M${whole(x - 410)} 326h70`, 0.6) +
    sails +
    hull +
    waves.join("") +
    times(4, (i) => bird(light.ink, 560 + i * 80 + between(random, -20, 20), 110 + between(random, -30, 40), 18)).join(
      "",
    )
  );
}

export function river(random: Random, light: Light): string {
  const bend = between(random, -120, 120);
  const bank = whole(760 + bend);
  const water = shape(
    mix(light.horizon, light.sky, 0.5),
    `M${bank} 292c-160 40 190 56 30 96-150 38-420 50-520 118h900c20-60-230-80-150-122 70-38 40-74-180-92z`,
  );
  return (
    disc(light.sun, between(random, 200, 500), 100, 62) +
    rolling(random, light.far, 270, 120, 4) +
    rolling(random, light.mid, 300, 40, 3) +
    shape(light.near, "M0 290h1500v210H0z") +
    water +
    times(5, (i) => fir(light.ink, 60 + i * 78 + between(random, -14, 14), 380 + i * 4, between(random, 90, 150))).join(
      "",
    ) +
    times(3, (i) =>
      tree(
        light.ink,
        mix(light.near, light.mid, 0.5),
        1130 + i * 130 + between(random, -16, 16),
        400 + i * 12,
        between(random, 84, 120),
      ),
    ).join("") +
    stroke(light.sun, 4, `M${bank - 60} 402h90M${bank - 170} 446h120M${bank + 20} 470h80`, 0.6)
  );
}
