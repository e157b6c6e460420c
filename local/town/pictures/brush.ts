import { between, disc, oval, shape, stroke, times, whole } from "@/lib/drawings/scenes/brush";
import type { Random } from "@/lib/seeded";
import type { SubjectName } from "@/local/town/barks";
import { pick } from "@/local/town/phrases";
import type { Condition } from "@/local/town/subject";

export { between, disc, oval, pick, shape, stroke, times, whole };

/** A drawing of 1080 × 810, its description, and the texts that are barked with it. */
export interface Drawing {
  alt: string;
  about: readonly SubjectName[];
  captions: string;
  when?: Condition;
  draw: (random: Random) => string;
}

export const WIDE = 1080;
export const HIGH = 810;

/** A band from edge to edge with a vertical gradient. */
export const wash = (id: string, from: string, to: string, top = 0, bottom = HIGH): string =>
  `<linearGradient id="${id}" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>` +
  box(`url(#${id})`, 0, top, WIDE, bottom - top);

export const box = (colour: string, x: number, y: number, width: number, height: number, round = 0): string =>
  `<rect x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" rx="${round}" fill="${colour}"/>`;

/** A soft light around a point. */
export const glow = (colour: string, x: number, y: number, r: number): string =>
  [1, 0.72, 0.46].map((part) => fade(disc(colour, x, y, r * part), 0.16)).join("");

export const fade = (body: string, opacity: number): string => `<g opacity="${opacity}">${body}</g>`;

export const at = (x: number, y: number, body: string, turn = 0, size = 1): string =>
  `<g transform="translate(${whole(x)} ${whole(y)}) rotate(${whole(turn)}) scale(${size})">${body}</g>`;

/** A hill line from edge to edge. */
export function hills(random: Random, colour: string, y: number, swell: number): string {
  const rise = () => whole(y - swell * between(random, 0.4, 1));
  return shape(
    colour,
    `M0 ${whole(y)}C180 ${rise()} 300 ${rise()} 540 ${whole(y - swell * 0.2)}S900 ${rise()} 1080 ${whole(y)}V${HIGH}H0z`,
  );
}
