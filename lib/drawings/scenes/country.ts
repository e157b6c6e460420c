import { mix } from "@/lib/drawings/portraits/brush";
import {
  between,
  bird,
  disc,
  fir,
  peaks,
  rolling,
  shape,
  stroke,
  times,
  tree,
  whole,
} from "@/lib/drawings/scenes/brush";
import type { Light } from "@/lib/drawings/scenes/light";
import type { Random } from "@/lib/seeded";

export function mist(random: Random, light: Light): string {
  const firs = times(9, (i) => fir(light.ink, 60 + i * 165 + between(random, -60, 60), 470, between(random, 70, 130)));
  return (
    disc(light.sun, between(random, 850, 1250), between(random, 70, 130), 62) +
    peaks(random, light.far, 330, 250, 5) +
    peaks(random, light.mid, 400, 170, 6) +
    rolling(random, light.near, 430, 50, 4) +
    firs.join("") +
    rolling(random, light.ink, 488, 20, 3)
  );
}

export function hills(random: Random, light: Light): string {
  const x = between(random, 950, 1250);
  const house =
    shape(light.horizon, `M${whole(x)} 318h84v60h-84z`) +
    shape(light.pop, `M${whole(x - 14)} 320l56-46 56 46z`) +
    shape(light.ink, `M${whole(x + 34)} 344h18v34h-18z`);
  const fields = times(5, (i) =>
    stroke(light.mid, 5, `M${180 + i * 70} 500q${30 + i * 20}-60 ${120 + i * 40}-100`, 0.6),
  );
  return (
    disc(light.sun, between(random, 250, 700), between(random, 90, 150), 70) +
    rolling(random, light.far, 300, 110, 4) +
    rolling(random, light.mid, 370, 80, 3) +
    house +
    times(3, (i) => tree(light.ink, light.near, x - 130 - i * 62, 385 + i * 6, between(random, 60, 84))).join("") +
    rolling(random, light.near, 425, 60, 3) +
    fields.join("") +
    times(4, (i) => bird(light.ink, 520 + i * 74 + between(random, -20, 20), 150 + between(random, -40, 40), 18)).join(
      "",
    )
  );
}

export function dusk(random: Random, light: Light): string {
  const x = between(random, 900, 1150);
  const big = between(random, 260, 420);
  return (
    disc(mix(light.horizon, light.sun, 0.35), x, 300, 150) +
    disc(light.sun, x, 300, 96) +
    rolling(random, light.far, 340, 90, 4) +
    rolling(random, light.mid, 390, 70, 3) +
    tree(light.ink, light.ink, big, 460, 150) +
    tree(light.ink, light.ink, big + 130, 462, 90) +
    rolling(random, light.ink, 455, 40, 3) +
    times(5, (i) =>
      bird(light.ink, 560 + i * 62 + between(random, -18, 18), 130 + i * 14 + between(random, -22, 22), 16),
    ).join("")
  );
}

export function orchard(random: Random, light: Light): string {
  const rows = [
    { foot: 352, size: 54, step: 132, leaves: light.mid },
    { foot: 412, size: 78, step: 176, leaves: mix(light.mid, light.near, 0.6) },
    { foot: 492, size: 112, step: 236, leaves: light.near },
  ];
  const trees = rows.map(({ foot, size, step, leaves }, row) => {
    const offset = between(random, 20, step);
    const planted = times(Math.ceil(1500 / step) + 1, (i) => {
      const x = offset + (i - 0.5) * step + between(random, -14, 14);
      const fruit = times(5, () =>
        disc(
          light.pop,
          x + between(random, -0.5, 0.5) * size,
          foot - between(random, 0.85, 1.45) * size,
          4 + row * 2.5,
        ),
      );
      return tree(light.ink, leaves, x, foot, size) + fruit.join("");
    });
    return planted.join("") + rolling(random, [light.mid, light.near, light.ink][row] ?? light.ink, foot + 12, 14, 3);
  });
  return disc(light.sun, between(random, 300, 1200), 110, 66) + rolling(random, light.far, 310, 90, 4) + trees.join("");
}

export function meadow(random: Random, light: Light): string {
  const stems = times(46, (i) => {
    const [x, height] = [i * 33 + between(random, -12, 12), between(random, 60, 150)];
    const lean = between(random, -16, 16);
    const stem = stroke(
      light.ink,
      4,
      `M${whole(x)} 500q${whole(lean / 2)}-${whole(height / 2)} ${whole(lean)}-${whole(height)}`,
    );
    const [hx, hy] = [x + lean, 500 - height];
    if (i % 4 === 0)
      return (
        stem +
        disc(light.pop, hx - 7, hy, 10) +
        disc(light.pop, hx + 7, hy, 10) +
        disc(light.pop, hx, hy - 8, 10) +
        disc(light.ink, hx, hy - 1, 5)
      );
    if (i % 4 === 2) return stem + disc(light.sun, hx, hy, 8);
    return stem;
  });
  return (
    disc(light.sun, between(random, 900, 1300), between(random, 90, 140), 74) +
    rolling(random, light.far, 290, 100, 4) +
    rolling(random, light.mid, 360, 70, 3) +
    times(4, (i) =>
      tree(light.ink, light.near, 180 + i * 90 + between(random, -20, 20), 372, between(random, 44, 66)),
    ).join("") +
    rolling(random, light.near, 430, 40, 4) +
    stems.join("")
  );
}
