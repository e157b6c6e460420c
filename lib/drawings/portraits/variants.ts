import { around, channels, dot, fill, line, mix, oval, turned } from "@/lib/drawings/portraits/brush";
import { INK, type Coat, type Eye, type PortraitKind } from "@/lib/drawings/portraits/kind";

/** What distinguishes two foxes with the same coat: backdrop and accessories. */
export const VARIANTS = [
  "plain",
  "sun",
  "rings",
  "spectacles",
  "scarf",
  "flower",
  "hill",
  "hat",
  "asleep",
  "stars",
] as const;
export type Variant = (typeof VARIANTS)[number];
export type Backdrop = Variant | "arch" | "band" | "moon";

const WARM = ["#e8573a", "#2f7f83", "#f0b13c", "#7a5a9e", "#3f8a4c", "#d8476a", "#3b6fa8", "#f2968a"];

const lightness = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = channels(colour);
  return r * 0.3 + g * 0.59 + b * 0.11;
};

export const isDark = (colour: string): boolean => lightness(colour) < 120;

/** The backdrop: a plain background and, depending on the variant, a sun, a hill, rings or stars. */
export function backdrop(variant: Backdrop, ground: string): string {
  const lift = (part: number): string => mix(ground, isDark(ground) ? "#fff3dc" : "#ffffff", part);
  const deepen = (part: number): string => mix(ground, isDark(ground) ? "#0e0d16" : "#3c4a34", part);
  const paper = fill(ground, "M0 0h64v64H0z");
  if (variant === "sun") return paper + dot(isDark(ground) ? "#f3c98a" : "#fff6e0", 47, 18, 13);
  if (variant === "hill")
    return (
      paper +
      fill(deepen(0.2), "M0 46c12-9 24-9 36-4 11 4 19 3 28-2v24H0z") +
      fill(deepen(0.34), "M0 56c16-6 40-8 64-1v9H0z")
    );
  if (variant === "stars") return paper + sprinkle(lift(isDark(ground) ? 0.6 : 0.75));
  if (variant === "arch")
    return paper + fill(lift(isDark(ground) ? 0.16 : 0.42), "M9 66V32C9 18 18 7 32 7s23 11 23 25v34z");
  if (variant === "band") return paper + fill(deepen(0.16), "M0 34h64v30H0z");
  if (variant === "moon")
    return (
      paper +
      fill(isDark(ground) ? "#f6dfae" : "#fff8e6", "M50.500 5A12 12 0 1 0 59 23.500 14.500 14.500 0 0 1 50.500 5z")
    );
  if (variant !== "rings") return paper;
  return paper + [31, 22, 13].map((r, i) => oval(lift(0.1 + i * 0.1), 33, 31, r * 1.02, r)).join("");
}

const sprinkle = (colour: string): string =>
  [
    [9, 12, 2],
    [24, 7, 1.4],
    [40, 10, 1.8],
    [56, 20, 2.2],
    [7, 34, 1.5],
    [58, 42, 1.6],
    [12, 54, 2],
    [50, 58, 1.7],
  ]
    .map(([x = 0, y = 0, r = 0]) => dot(colour, x, y, r))
    .join("");

/** Eyes open with a highlight, or closed as an arc. */
export function eyeFor(variant: Variant): Eye {
  if (variant === "asleep") {
    return (x, y, r, colour = INK) =>
      line(colour, Math.max(1.9, r * 0.7), `M${x - r * 1.25} ${y - r * 0.1}q${r * 1.25} ${r * 1.5} ${r * 2.5} 0`);
  }
  return (x, y, r, colour = INK) =>
    dot(colour, x, y, r) + dot(isDark(colour) ? "#fffaf2" : "#2a1a16", x + r * 0.34, y - r * 0.36, r * 0.32);
}

/** A colour for accessories that stands out from the background and from the wearer. */
export function accentFor(palette: number, ...beside: string[]): string {
  const apart = WARM.filter((colour) => beside.every((other) => distance(colour, other) > 88));
  return apart[(palette * 3) % apart.length] ?? "#e8573a";
}

const distance = (a: string, b: string): number => {
  const other = channels(b);
  return Math.hypot(...channels(a).map((value, i) => value - (other[i] ?? 0)));
};

export function scarf([x, y, width]: NonNullable<PortraitKind["neck"]>, colour: string): string {
  const [left, right, stripe] = [x - width / 2, x + width / 2, mix(colour, "#fff6e6", 0.55)];
  return (
    fill(mix(colour, "#1c1922", 0.2), `M${x + width * 0.12} ${y}l9 1 1 13-10 2z`) +
    line(colour, 9, `M${left + 2} ${y - 3}q${width / 2 - 2} 9 ${width - 4} 0`) +
    line(
      stripe,
      2,
      `M${left + 5} ${y - 4.5}l-1.5 6M${x - 6} ${y - 1.5}v6.5M${x + 6} ${y - 1.5}v6.5M${right - 5} ${y - 4.5}l1.5 6`,
    )
  );
}

export function spectacles({ at, r }: NonNullable<PortraitKind["lenses"]>, coat: Coat): string {
  const rim = lightness(coat.main) < 78 ? "#f6d37a" : "#2b2530";
  const lenses = at.map(
    ([x, y]) =>
      `<circle cx="${x}" cy="${y}" r="${r}" fill="#fffaf2" fill-opacity=".28" stroke="${rim}" stroke-width="2"/>`,
  );
  const [a, b] = at;
  const bridge =
    a && b ? line(rim, 2, `M${a[0] + r} ${a[1]}q${(b[0] - a[0]) / 2 - r} -3 ${b[0] - a[0] - 2 * r} 0`) : "";
  return lenses.join("") + bridge;
}

export function hat([x, top, width, tilt = 0]: NonNullable<PortraitKind["crown"]>, colour: string): string {
  const [half, y] = [width / 2, top + 2.5];
  const band = mix(colour, "#fff6e6", 0.6);
  const cap = fill(
    colour,
    `M${x - half + 1} ${y}c0-${half * 0.9} ${half * 0.5}-${half} ${half - 1}-${half}s${half - 1} ${half * 0.1} ${half - 1} ${half}z`,
  );
  return turned(
    tilt,
    x,
    y,
    cap + line(band, 5, `M${x - half + 1} ${y}q${half - 1} -3 ${width - 2} 0`) + dot(band, x, y - half, half * 0.28),
  );
}

export function flower([x, y, width, tilt = 0]: NonNullable<PortraitKind["crown"]>, colour: string): string {
  const at = x + width * 0.42;
  const petals = around(6, at, y, oval(colour, at, y - 4.6, 2.7, 3.7));
  return turned(
    tilt,
    x,
    y,
    oval("#4f8a4b", at - 6, y + 3, 4.5, 2, -35) + petals + dot(isDark(colour) ? "#f6d37a" : "#b5532f", at, y, 2.7),
  );
}

export const ladybird = (x: number, y: number): string =>
  turned(
    -24,
    x,
    y,
    dot("#241a20", x, y - 4.3, 2.6) +
      oval("#d93a2b", x, y, 4.6, 5) +
      line("#241a20", 1.2, `M${x} ${y - 5}v10`) +
      dot("#241a20", x - 2.2, y - 0.5, 1.1) +
      dot("#241a20", x + 2.2, y + 1.5, 1.1),
  );

export const dew = (x: number, y: number): string =>
  [
    [0, 0, 1],
    [7, 5, 0.7],
    [-6, 6, 0.6],
  ]
    .map(([dx = 0, dy = 0, size = 1]) => {
      const [cx, cy] = [x + dx, y + dy];
      return `<g transform="translate(${cx} ${cy}) scale(${size})">${fill("#e9f6f8", "M0-5.5c3 3.6 4 5.3 4 7.2a4 4 0 0 1-8 0c0-1.9 1-3.6 4-7.2z")}${fill("#9cc9d6", "M1.8 3.4A3 3 0 0 0 3 1.2c.4 2-.2 3.4-1.9 3.9z")}</g>`;
    })
    .join("");
