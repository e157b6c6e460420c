import type { Ground } from "@/lib/drawings/portraits/grounds";

/** The colours of one portrait, each `#rrggbb`. */
export interface Coat {
  readonly main: string;
  readonly shade: string;
  readonly pale: string;
  /** The accent colour: a beak, a berry, a blossom. */
  readonly pop: string;
  /** Eyes, noses and mouths. */
  readonly ink: string;
}

/** Draws an eye at x, y, open or closed depending on the variant. */
export type Eye = (x: number, y: number, r: number, colour?: string) => string;

/** A kind of animal or plant: how it is drawn, in which colours, and where accessories are placed. */
export interface PortraitKind {
  /** Drawn under a scarf. */
  body?(coat: Coat): string;
  draw(coat: Coat, eye: Eye): string;
  /** Palette n uses ground n and, in rotation, one of the coats. */
  readonly grounds: readonly Ground[];
  readonly coats: readonly Coat[];
  /** Centres and radius of spectacle lenses. */
  readonly lenses?: { at: readonly (readonly [number, number])[]; r: number };
  /** Centre and width of the place for a hat or a flower, and its tilt in degrees. */
  readonly crown?: readonly [x: number, y: number, width: number, tilt?: number];
  readonly neck?: readonly [x: number, y: number, width: number];
  /** Where a ladybird or a drop of dew is placed on a plant. */
  readonly perch?: readonly [x: number, y: number];
}

export const INK = "#2a1a16";

export const coat = (main: string, shade: string, pale: string, pop: string, ink: string = INK): Coat => ({
  main: `#${main}`,
  shade: `#${shade}`,
  pale: `#${pale}`,
  pop: `#${pop}`,
  ink: ink.startsWith("#") ? ink : `#${ink}`,
});
