import type { Random } from "@/lib/seeded";

export const WIDTH = 1500;
export const HEIGHT = 500;

export const shape = (colour: string, d: string, opacity = 1): string =>
  `<path fill="${colour}" d="${d}"${opacity === 1 ? "" : ` fill-opacity="${opacity}"`}/>`;

export const disc = (colour: string, x: number, y: number, r: number): string =>
  `<circle cx="${whole(x)}" cy="${whole(y)}" r="${whole(r)}" fill="${colour}"/>`;

export const oval = (colour: string, x: number, y: number, rx: number, ry: number): string =>
  `<ellipse cx="${whole(x)}" cy="${whole(y)}" rx="${whole(rx)}" ry="${whole(ry)}" fill="${colour}"/>`;

export const stroke = (colour: string, width: number, d: string, opacity = 1): string =>
  `<path d="${d}" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`;

export const whole = (value: number): number => Math.round(value);

/** A random number between two others. */
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Hills from edge to edge: the crest about `y`, `swell` high, with `bumps` rises. */
export function rolling(random: Random, colour: string, y: number, swell: number, bumps: number): string {
  const step = WIDTH / bumps;
  let d = `M0 ${whole(y + between(random, -swell, swell) / 2)}`;
  for (let i = 0; i < bumps; i++) {
    const crest = y - between(random, 0.3, 1) * swell;
    const end = y + between(random, -0.3, 0.6) * swell;
    d += `C${whole(i * step + step * 0.3)} ${whole(crest)} ${whole(i * step + step * 0.55)} ${whole(crest)} ${whole((i + 1) * step)} ${whole(end)}`;
  }
  return shape(colour, `${d}V${HEIGHT}H0z`);
}

/** Pointed mountains from edge to edge with their base at `y`. */
export function peaks(random: Random, colour: string, y: number, rise: number, count: number): string {
  const step = WIDTH / count;
  const corners = times(count + 1, (i) => {
    const foot = `L${whole((i - 0.15 + random() * 0.3) * step)} ${whole(y - between(random, 0, 0.3) * rise)}`;
    return `${foot}L${whole((i + 0.4 + random() * 0.25) * step)} ${whole(y - between(random, 0.55, 1) * rise)}`;
  });
  return shape(colour, `M-40 ${y}${corners.join("")}V${HEIGHT}H-40z`);
}

export const fir = (colour: string, x: number, foot: number, height: number): string =>
  shape(
    colour,
    `M${whole(x)} ${whole(foot - height)}l${whole(height * 0.28)} ${whole(height)}h-${whole(height * 0.56)}z`,
  );

/** A round tree: a trunk with two branches and three clusters of leaves. */
export function tree(trunk: string, leaves: string, x: number, foot: number, size: number): string {
  const at = (dx: number, dy: number, r: number): string => disc(leaves, x + dx * size, foot - dy * size, r * size);
  return (
    stroke(trunk, Math.max(3, whole(size * 0.1)), `M${whole(x)} ${whole(foot)}v-${whole(size * 0.9)}`) +
    at(-0.34, 0.95, 0.36) +
    at(0.05, 1.25, 0.45) +
    at(0.4, 0.9, 0.33)
  );
}

export const bird = (colour: string, x: number, y: number, size: number): string =>
  stroke(
    colour,
    4,
    `M${whole(x - size)} ${whole(y - size * 0.3)}q${whole(size * 0.6)}-${whole(size * 0.4)} ${whole(size)} ${whole(size * 0.4)}q${whole(size * 0.4)}-${whole(size * 0.8)} ${whole(size)}-${whole(size * 0.4)}`,
  );
