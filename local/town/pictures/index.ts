import { hashOf, seeded } from "@/lib/people/seeded";
import { HIGH, WIDE, type Drawing } from "@/local/town/pictures/brush";
import * as chess from "@/local/town/pictures/chess";
import * as garden from "@/local/town/pictures/garden";
import * as house from "@/local/town/pictures/house";
import * as lane from "@/local/town/pictures/lane";
import * as sea from "@/local/town/pictures/sea";
import * as sky from "@/local/town/pictures/sky";
import * as street from "@/local/town/pictures/street";
import * as table from "@/local/town/pictures/table";
import * as water from "@/local/town/pictures/water";
import * as woods from "@/local/town/pictures/woods";

/** Everything that townspeople draw, by name. */
export const DRAWINGS: ReadonlyMap<string, Drawing> = new Map(
  Object.entries({ ...chess, ...garden, ...house, ...lane, ...sea, ...sky, ...street, ...table, ...water, ...woods }),
);

/** How many different pictures of each drawing there are. */
export const VARIANTS = 2;

const KEY = /^(\w+)(?:-(\d))?$/;

function drawingOf(key: string): Drawing {
  const drawing = DRAWINGS.get(KEY.exec(key)?.[1] ?? "");
  if (!drawing) throw new RangeError(`no drawing is called ${key}`);
  return drawing;
}

/** The words for those who do not see the picture of a key such as `harbour` or `harbour-1`. */
export const altOf = (key: string): string => drawingOf(key).alt;

/** The picture of a key as an SVG document; the same key is always the same picture. */
export function drawingSvg(key: string): string {
  const body = drawingOf(key).draw(seeded(hashOf(`drawing ${key}`)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" width="${WIDE}" height="${HIGH}">${body}</svg>`;
}
