import { mix } from "@/lib/drawings/portraits/brush";
import { between, disc, fir, rolling, shape, stroke, times, tree, whole } from "@/lib/drawings/scenes/brush";
import type { Light } from "@/lib/drawings/scenes/light";
import type { Random } from "@/lib/seeded";

interface House {
  x: number;
  width: number;
  eaves: number;
}

/** A house: walls, a gable, a chimney and two windows, some of them lit. */
function house(random: Random, { x, width, eaves }: House, wall: string, roof: string, light: Light): string {
  const [left, top, peak] = [whole(x), whole(eaves), whole(width * between(random, 0.36, 0.5))];
  const chimney = shape(
    roof,
    `M${whole(x + width * 0.7)} ${top - peak}h${whole(width * 0.13)}v${peak}h-${whole(width * 0.13)}z`,
  );
  const gable = shape(roof, `M${left - 8} ${top}l${whole(width / 2 + 8)}-${peak} ${whole(width / 2 + 8)} ${peak}z`);
  const panes = [0.2, 0.58].flatMap((at) =>
    [26, 92].map((down) => {
      const lit = random() < 0.55 ? light.pop : mix(wall, light.ink, 0.35);
      return shape(
        lit,
        `M${whole(x + width * at)} ${top + down}h${whole(width * 0.22)}v${whole(width * 0.26)}h-${whole(width * 0.22)}z`,
      );
    }),
  );
  return (
    chimney + shape(wall, `M${left} ${top}h${whole(width)}v${500 - top}h-${whole(width)}z`) + gable + panes.join("")
  );
}

function terrace(random: Random, eaves: number, size: number, wall: string, roof: string, light: Light): string {
  const houses: string[] = [];
  for (let x = -between(random, 0, size); x < 1500;) {
    const width = size * between(random, 0.75, 1.2);
    houses.push(
      house(
        random,
        { x, width, eaves: eaves + between(random, -28, 28) },
        mix(wall, light.horizon, random() * 0.22),
        roof,
        light,
      ),
    );
    x += width + (random() < 0.3 ? size * 0.3 : 0);
  }
  return houses.join("");
}

export function rooftops(random: Random, light: Light): string {
  const tower = whole(between(random, 520, 980));
  const church =
    shape(light.far, `M${tower} 150h74v260h-74z`) +
    shape(light.mid, `M${tower - 8} 152l45-110 45 110z`) +
    disc(light.horizon, tower + 37, 190, 18) +
    stroke(light.ink, 4, `M${tower + 37} 190v-11M${tower + 37} 190l8 5`);
  return (
    disc(light.sun, between(random, 180, 420), 110, 60) +
    rolling(random, mix(light.far, light.horizon, 0.45), 270, 70, 4) +
    church +
    terrace(random, 300, 120, mix(light.far, light.horizon, 0.25), light.mid, light) +
    terrace(random, 382, 170, mix(light.mid, light.horizon, 0.18), light.ink, light)
  );
}

export function woods(random: Random, light: Light): string {
  const trunks = (colour: string, count: number, width: number, foot: number): string =>
    times(count, (i) => {
      const [x, w] = [(i + random()) * (1500 / count), width * between(random, 0.7, 1.2)];
      return shape(colour, `M${whole(x)}-10h${whole(w)}l${whole(w * 0.35)} ${foot}h-${whole(w * 1.7)}z`);
    }).join("");
  const caps = times(4, (i) => {
    const [x, size] = [240 + i * 330 + between(random, -80, 80), between(random, 34, 58)];
    const stem = shape(
      light.horizon,
      `M${whole(x - size * 0.22)} ${whole(476 - size)}h${whole(size * 0.44)}l${whole(size * 0.14)} ${whole(size + 10)}h-${whole(size * 0.72)}z`,
    );
    return (
      stem +
      shape(
        light.pop,
        `M${whole(x - size)} ${whole(480 - size)}c0-${whole(size * 0.75)} ${whole(size * 0.5)}-${whole(size)} ${whole(size)}-${whole(size)}s${whole(size)} ${whole(size * 0.25)} ${whole(size)} ${whole(size)}c0 ${whole(size * 0.16)}-${whole(size * 2)} ${whole(size * 0.16)}-${whole(size * 2)} 0z`,
      )
    );
  });
  return (
    disc(light.sun, between(random, 500, 1000), 170, 86) +
    trunks(light.far, 13, 34, 420) +
    rolling(random, mix(light.far, light.mid, 0.5), 400, 30, 4) +
    trunks(light.mid, 8, 52, 450) +
    rolling(random, light.near, 440, 36, 4) +
    trunks(light.ink, 3, 78, 500) +
    caps.join("") +
    rolling(random, light.ink, 486, 24, 5)
  );
}

export function stars(random: Random, light: Light): string {
  const sky = times(60, () =>
    disc(light.sun, between(random, 0, 1500), between(random, 0, 300), between(random, 1.5, 4.5)),
  );
  const x = whole(between(random, 950, 1250));
  return (
    shape(light.ink, "M0 0h1500v500H0z", 0.55) +
    sky.join("") +
    shape(light.sun, `M${x} 70a76 76 0 1 0 62 112 88 88 0 0 1-62-112z`) +
    rolling(random, mix(light.far, light.ink, 0.35), 330, 90, 4) +
    rolling(random, mix(light.mid, light.ink, 0.45), 395, 70, 3) +
    times(8, (i) => fir(light.ink, 120 + i * 70 + between(random, -26, 26), 470, between(random, 70, 140))).join("") +
    tree(light.ink, light.ink, 1240, 470, 96) +
    rolling(random, light.ink, 458, 40, 3)
  );
}
