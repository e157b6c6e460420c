/** The basic shapes of all portraits. All return SVG markup for a 64 × 64 canvas. */

export const fill = (colour: string, d: string): string => `<path fill="${colour}" d="${d}"/>`;

export const dot = (colour: string, x: number, y: number, r: number): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;

export const oval = (colour: string, x: number, y: number, rx: number, ry: number, turn = 0): string => {
  const turned = turn === 0 ? "" : ` transform="rotate(${turn} ${x} ${y})"`;
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"${turned}/>`;
};

export const line = (colour: string, width: number, d: string): string =>
  `<path d="${d}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`;

/** A drawing and its mirror image about the vertical axis: two ears from one. */
export const both = (drawing: string): string => `${drawing}<g transform="matrix(-1 0 0 1 64 0)">${drawing}</g>`;

export const turned = (degrees: number, x: number, y: number, drawing: string): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${drawing}</g>`;

/** A drawing repeated `count` times around a point: petals, spines, rays. */
export const around = (count: number, x: number, y: number, drawing: string, from = 0): string =>
  Array.from({ length: count }, (_, i) => turned(round(from + (360 / count) * i), x, y, drawing)).join("");

/** A star with soft points; `inner` and `outer` are its radii. */
export function burst(colour: string, x: number, y: number, inner: number, outer: number, points: number): string {
  const corner = (i: number): string => {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (Math.PI * i) / points - Math.PI / 2;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  };
  const corners = Array.from({ length: points * 2 }, (_, i) => corner(i));
  return `<path d="M${corners.join("L")}z" fill="${colour}" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"/>`;
}

/** A colour interpolated (0–1) between two `#rrggbb`. */
export function mix(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue of `#rrggbb`, 0–255 each. */
export function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

const round = (value: number): number => Math.round(value * 100) / 100;
