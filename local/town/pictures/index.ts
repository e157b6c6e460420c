import { hashOf, seeded } from "@/lib/seeded";
import { HIGH, WIDE, type Drawing } from "@/local/town/pictures/brush";
import { CHESS } from "@/local/town/pictures/chess";
import { GARDEN } from "@/local/town/pictures/garden";
import { HOUSE } from "@/local/town/pictures/house";
import { LANE } from "@/local/town/pictures/lane";
import { SEA } from "@/local/town/pictures/sea";
import { SKY } from "@/local/town/pictures/sky";
import { STREET } from "@/local/town/pictures/street";
import { TABLE } from "@/local/town/pictures/table";
import { WATER } from "@/local/town/pictures/water";
import { WOODS } from "@/local/town/pictures/woods";

/** All drawings of the townspeople, by name. */
export const DRAWINGS: ReadonlyMap<string, Drawing> = new Map(
  Object.entries({ ...CHESS, ...GARDEN, ...HOUSE, ...LANE, ...SEA, ...SKY, ...STREET, ...TABLE, ...WATER, ...WOODS }),
);

/** The number of variants of each drawing. */
export const VARIANTS = 2;

const KEY = /^(\w+)(?:-(\d))?$/;

function drawingOf(key: string): Drawing {
  const drawing = DRAWINGS.get(KEY.exec(key)?.[1] ?? "");
  if (!drawing) throw new RangeError(`no drawing is called ${key}`);
  return drawing;
}

/** The description of the picture with a key such as `harbour` or `harbour-1`. */
export const altOf = (key: string): string => drawingOf(key).alt;

/** The picture with this key as an SVG document; the same key always gives the same picture. */
export function drawingSvg(key: string): string {
  const body = drawingOf(key).draw(seeded(hashOf(`drawing ${key}`)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" width="${WIDE}" height="${HIGH}">${body}</svg>`;
}
